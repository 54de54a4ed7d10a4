import { useState } from "react";
import type { SnapshotList, SnapshotView } from "#shared/ipc/snapshot-view.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { unitName } from "#shared/plan/units.ts";
import { isCorrection, type SinceItem } from "#shared/rollup/snapshot-basis.ts";
import { hexGroups } from "../../../app/figures.ts";
import { useFormats } from "../../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { Banner } from "../../../components/banner.tsx";
import { PlainTable } from "../../../components/data-table.tsx";
import { Empty } from "../../../components/empty.tsx";
import { ExportMenu } from "../../../components/export-menu.tsx";
import { Link } from "../../../components/link.tsx";
import { Technical } from "../../../components/technical.tsx";
import { figureLines, frozenTable, linesTable } from "./figure-lines.ts";
import "./snapshots.css";

/** 定稿记录: the versions of a period; of the chosen one what came after it and which figures that moved. */
export function Snapshots({ list }: { list: SnapshotList }) {
  const t = useT();
  const formats = useFormats();
  const [chosen, setChosen] = useState<string | null>(null);
  const { versions } = list;
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  if (version === undefined) {
    return (
      <Empty icon="stamp" title={t("snapshots:none")}>
        {t("snapshots:noneText")}
      </Empty>
    );
  }
  const apart = versions.filter(({ latest }) => latest).length > 1;
  return (
    <div className="workarea snapshots">
      <nav className="snapshots__list" aria-label={t("snapshots:title")}>
        {versions.map((each) => (
          <button
            key={each.id}
            type="button"
            aria-pressed={each.id === version.id}
            onClick={() => setChosen(each.id)}
          >
            <b>{t("snapshots:version", { number: each.number })}</b>
            <span>{formats.dayTime(each.at)}</span>
            <span className="muted">{each.by}</span>
            <span className="muted truncate">{each.comment}</span>
            {each.latest && <SinceCount since={each.since} />}
          </button>
        ))}
      </nav>
      <div className="snapshots__one" tabIndex={0} role="region" aria-label={t("snapshots:version", version)}>
        {apart && <Banner kind="warned">{t("snapshots:apart")}</Banner>}
        <Version key={version.id} version={version} list={list} />
      </div>
    </div>
  );
}

function SinceCount({ since }: { since: readonly SinceItem[] }) {
  const t = useT();
  const count = since.filter(isCorrection).length;
  return (
    <span className={count === 0 ? "muted" : "snapshots__since"}>
      {count === 0 ? t("snapshots:unchanged") : t("snapshots:corrections", { count })}
    </span>
  );
}

function Version({ version, list }: { version: SnapshotView; list: SnapshotList }) {
  const t = useT();
  const formats = useFormats();
  const { plan, period } = useSession();
  const before = list.versions.filter(({ number }) => number < version.number)[0];
  const now = figureLines(t, plan, version.figures, list.now);
  const name = t("snapshots:changesName", { period: formats.period(period), number: version.number });
  const table = linesTable(t, name, now);
  const frozen = frozenTable(
    t,
    plan,
    t("snapshots:frozenName", { period: formats.period(period), number: version.number }),
    version.figures,
  );
  const earlier = before === undefined ? [] : figureLines(t, plan, before.figures, version.figures);
  return (
    <div className="stack stack--3">
      <header className="row">
        <div className="grow">
          <h2>{t("snapshots:versionOf", { period: formats.period(period), number: version.number })}</h2>
          <p className="muted t-13">
            {t("snapshots:madeBy", {
              by: version.by,
              at: formats.dayTime(version.at),
              comment: version.comment,
            })}
          </p>
        </div>
        <ExportMenu table={frozen} />
      </header>
      <section>
        <h3 className="subh">
          {t("snapshots:sinceTitle")} <SinceCount since={version.since} />
        </h3>
        {version.since.length > 0 && <SinceTable since={version.since} />}
      </section>
      <section>
        <div className="row">
          <h3 className="subh grow">{t("snapshots:changesNow")}</h3>
          {now.length > 0 && <ExportMenu table={table} />}
        </div>
        {now.length === 0 ? (
          <p className="muted t-13">{t("snapshots:noChanges")}</p>
        ) : (
          <PlainTable table={table} />
        )}
      </section>
      {before !== undefined && (
        <section>
          <h3 className="subh">{t("snapshots:changesFrom", { number: before.number })}</h3>
          {earlier.length === 0 ? (
            <p className="muted t-13">{t("snapshots:noChanges")}</p>
          ) : (
            <PlainTable
              table={linesTable(t, t("snapshots:changesFrom", { number: before.number }), earlier)}
            />
          )}
        </section>
      )}
      <section className="snapshots__frozen">
        <h3 className="subh">{t("snapshots:frozen")}</h3>
        <PlainTable table={frozen} />
      </section>
      <Technical
        lines={[
          { label: t("snapshots:ledger"), value: hexGroups(version.ledger).join(" ") },
          { label: t("snapshots:records"), value: String(version.records) },
          { label: t("snapshots:decision"), value: hexGroups(version.id).join(" ") },
          { label: t("snapshots:device"), value: hexGroups(version.device).join(" ") },
          { label: t("snapshots:plan"), value: String(version.planVersion) },
        ]}
      />
    </div>
  );
}

function SinceTable({ since }: { since: readonly SinceItem[] }) {
  const t = useT();
  const formats = useFormats();
  const language = planLanguage(useLanguage());
  const { plan, period } = useSession();
  return (
    <div className="data-table">
      <table className="table table--dense">
        <thead>
          <tr>
            <th scope="col">{t("charts:unit")}</th>
            <th scope="col">{t("snapshots:item")}</th>
            <th scope="col">{t("snapshots:kind")}</th>
            <th scope="col">{t("snapshots:counts")}</th>
          </tr>
        </thead>
        <tbody>
          {since.map((each) => (
            <tr key={`${each.unit} ${each.item} ${each.period}`}>
              <td>{unitName(plan, each.unit)}</td>
              <td>
                <Link page="review" params={{ unit: each.unit, tab: "all", item: each.item }}>
                  {itemTitle(plan, each.item, language)}
                </Link>
                {each.period !== period && <span className="muted"> {formats.period(each.period)}</span>}
              </td>
              <td>{t(`snapshots:kind.${each.kind}`)}</td>
              <td>{t(each.counts ? "snapshots:moves" : "snapshots:waits")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
