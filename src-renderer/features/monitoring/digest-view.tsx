import { useMemo, useState } from "react";
import type { Digest } from "#shared/monitoring/digest.ts";
import { decimal } from "#shared/rollup/decimal.ts";
import { formatDecimal } from "#shared/rollup/format-decimal.ts";
import { decimalSchema } from "#shared/plan/ids.ts";
import { unitName } from "#shared/plan/units.ts";
import { groupFigure } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Card } from "../../components/card.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Filters } from "../../components/filters.tsx";
import { Link } from "../../components/link.tsx";
import { Select } from "../../components/select.tsx";
import { digestRows, digestTable, kinds, type DigestKind, type DigestRow } from "./digest-rows.ts";

const ALL = "all";

/** 统计监测 of the period, kind by kind; every line leads to where something can be done about it. */
export function DigestView() {
  const t = useT();
  const formats = useFormats();
  const language = planLanguage(useLanguage());
  const { plan, period } = useSession();
  const [kind, setKind] = useState<DigestKind | null>(null);
  const [unit, setUnit] = useState<string>(ALL);
  const query = useEngine("monitoring.digest", { period });
  const digest = query.status === "ready" ? query.value : null;
  const words = useMemo(() => ({ t, plan, formats, language }), [t, plan, formats, language]);
  const all = useMemo(() => (digest === null ? [] : digestRows(words, digest)), [words, digest]);
  const ofUnit = all.filter((row) => unit === ALL || row.unit === unit);
  const rows = ofUnit.filter((row) => kind === null || row.kind === kind);
  const units = [...new Set(all.map((row) => row.unit))];
  return (
    <>
      <div className="subbar monitoring-bar">
        <Filters
          label={t("monitoring:kinds")}
          value={kind}
          onChange={setKind}
          items={kinds.map((name) => ({
            value: name,
            label: t(`monitoring:kind.${name}`),
            count: ofUnit.filter((row) => row.kind === name).length,
          }))}
        />
        <Select
          label={t("monitoring:head.unit")}
          size="sm"
          value={unit}
          onChange={setUnit}
          options={[
            { value: ALL, label: t("monitoring:allUnits") },
            ...units.map((key) => ({ value: key as string, label: unitName(plan, key) })),
          ]}
        />
        <span className="grow" />
        <ExportMenu table={digest === null ? null : digestTable(words, digest, rows)} />
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {digest !== null && (
        <div className="monitoring-pane" tabIndex={0} role="region" aria-label={t("monitoring:view.digest")}>
          {kinds
            .filter((name) => kind === null || kind === name)
            .map((name) => (
              <Section
                key={name}
                kind={name}
                digest={digest}
                rows={rows.filter((row) => row.kind === name)}
              />
            ))}
        </div>
      )}
    </>
  );
}

type SectionProps = {
  readonly kind: DigestKind;
  readonly digest: Digest;
  readonly rows: readonly DigestRow[];
};

function Section({ kind, digest, rows }: SectionProps) {
  const t = useT();
  const { threshold, since } = digest;
  const asides: Partial<Record<DigestKind, string>> = {
    movers:
      threshold === null
        ? t("monitoring:moversNoRule")
        : t("monitoring:moversRule", {
            percent: threshold.percent,
            minimum: groupFigure(String(threshold.minimum)),
          }),
    ...(since !== null && { since: t("monitoring:sinceOf", { number: since.number }) }),
  };
  const isUnfrozen = kind === "since" && since === null;
  return (
    <Card
      className="monitoring-card"
      title={t(`monitoring:kind.${kind}`)}
      aside={
        <>
          <span className="faint tnum">{rows.length}</span>
          <span className="muted t-12">{asides[kind]}</span>
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="card__body muted t-13">
          {isUnfrozen ? t("monitoring:none.noSnapshot") : t(`monitoring:none.${kind}`)}
        </p>
      ) : (
        <Lines kind={kind} rows={rows} />
      )}
    </Card>
  );
}

function Lines({ kind, rows }: { kind: DigestKind; rows: readonly DigestRow[] }) {
  const t = useT();
  const { plan, setPeriod } = useSession();
  const isMoved = kind === "movers";
  return (
    <table className="table table--dense monitoring-lines">
      <thead>
        <tr>
          <th scope="col" className="monitoring-lines__unit">
            {t("monitoring:head.unit")}
          </th>
          <th scope="col" className="monitoring-lines__item">
            {t("monitoring:head.item")}
          </th>
          <th scope="col">{t("monitoring:head.what")}</th>
          {isMoved ? (
            <>
              <th scope="col" className="num monitoring-lines__figure">
                {t("monitoring:head.now")}
              </th>
              <th scope="col" className="num monitoring-lines__figure">
                {t("monitoring:head.before")}
              </th>
              <th scope="col" className="num monitoring-lines__change">
                {t("monitoring:head.change")}
              </th>
            </>
          ) : (
            <th scope="col">{t("monitoring:head.note")}</th>
          )}
          <th scope="col" className="monitoring-lines__go">
            {t("monitoring:head.go")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // Lines of a finished digest have no other name than their place.
          <tr key={`${at} ${row.unit} ${row.title}`}>
            <td>{unitName(plan, row.unit)}</td>
            <td>
              <span className="faint tnum">{row.mark}</span> {row.title}
            </td>
            <td>{row.what}</td>
            {row.moved === null ? (
              <td className="muted">{row.note}</td>
            ) : (
              <>
                <td className="num tnum nowrap">
                  {shown(row.moved.now)} <span className="faint">{row.moved.measure}</span>
                </td>
                <td className="num tnum nowrap muted">{shown(row.moved.before)}</td>
                <td className="num tnum nowrap">
                  <b>{signed(row.moved.change)}</b>
                </td>
              </>
            )}
            <td className="nowrap">
              <Link page={row.link.page} params={row.link.params} onClick={() => setPeriod(row.period)}>
                {t(row.link.page === "conflict" ? "monitoring:toConflict" : "monitoring:toReview")}
              </Link>
              {isMoved && (
                <>
                  {" "}
                  <Link page="rollup">{t("monitoring:toRollup")}</Link>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shown = (figure: string): string => formatDecimal(decimalSchema.parse(figure), 2);

function signed(change: string): string {
  const value = decimal(decimalSchema.parse(change));
  const text = formatDecimal(value.abs(), 1);
  return value.lt(0) ? `−${text}` : `+${text}`;
}
