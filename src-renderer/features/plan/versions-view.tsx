import { useState } from "react";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { Tag } from "../../components/marks.tsx";
import { Select } from "../../components/select.tsx";
import { ChangeList } from "./change-list.tsx";
import { LoadPlan } from "./load-plan.tsx";
import { PublishCard } from "./publish-card.tsx";

/** 版本: every version held, what changed between two, a version out of a file, and publishing. */
export function VersionsView() {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const held = useEngine("plan.versions", {});
  const [compared, setCompared] = useState<readonly [number, number] | null>(null);
  if (held.status === "failed") return <Failed error={held.error} />;
  if (held.status === "loading") return <Loading />;
  const { versions, mayRevise } = held.value;
  const minute = (time: string): string => `${formats.fullDay(time)} ${formats.clock(time).slice(0, 5)}`;
  return (
    <div className="plan-cols">
      <Card title={t("planEdit:versions")} aside={<span className="hint">{t("planEdit:versionsText")}</span>}>
        <table className="table plan-table">
          <thead>
            <tr>
              <th scope="col">{t("planEdit:version")}</th>
              <th scope="col">{t("planEdit:heldAt")}</th>
              <th scope="col">{t("planEdit:publishedAt")}</th>
              <th scope="col" className="num">
                {t("planEdit:records")}
              </th>
              <th scope="col">{t("planEdit:change")}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, heldAt, publishedAt, records }, index) => {
              const before = versions[index + 1]?.version;
              return (
                <tr key={version}>
                  <th scope="row">
                    {t("planEdit:versionNo", { version })}{" "}
                    {version === plan.version && <Tag kind="brand">{t("planEdit:inForce")}</Tag>}
                  </th>
                  <td className="nowrap">{heldAt === null ? "—" : minute(heldAt)}</td>
                  <td className="nowrap">
                    {publishedAt === null ? (
                      <span className="faint">{t("planEdit:unpublished")}</span>
                    ) : (
                      minute(publishedAt)
                    )}
                  </td>
                  <td className="num tnum">{records}</td>
                  <td>
                    {before !== undefined && (
                      <Button size="sm" onClick={() => setCompared([before, version])}>
                        {t("planEdit:compareWith", { version: before })}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Card>
      <div className="stack stack--4">
        {mayRevise && <LoadPlan />}
        <PublishCard />
      </div>
      {compared !== null && (
        <CompareDialog
          pair={compared}
          versions={versions.map(({ version }) => version)}
          onChange={setCompared}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  );
}

type CompareProps = {
  readonly pair: readonly [number, number];
  readonly versions: readonly number[];
  readonly onChange: (pair: readonly [number, number]) => void;
  readonly onClose: () => void;
};

function CompareDialog({ pair: [from, to], versions, onChange, onClose }: CompareProps) {
  const t = useT();
  const found = useEngine("plan.compare", { from, to });
  const options = versions.map((version) => ({
    value: String(version),
    label: t("planEdit:versionNo", { version }),
  }));
  return (
    <Dialog open size="lg" title={t("planEdit:compareTitle")} onClose={onClose}>
      <div className="stack stack--3">
        <div className="row plan-pair">
          <Select
            size="sm"
            label={t("planEdit:from")}
            options={options}
            value={String(from)}
            onChange={(value) => onChange([Number(value), to])}
          />
          <span className="faint nowrap">{t("planEdit:to")}</span>
          <Select
            size="sm"
            label={t("planEdit:toLabel")}
            options={options}
            value={String(to)}
            onChange={(value) => onChange([from, Number(value)])}
          />
        </div>
        {found.status === "ready" && <ChangeList changes={found.value.changes} />}
        {found.status === "failed" && <Failed error={found.error} />}
      </div>
    </Dialog>
  );
}
