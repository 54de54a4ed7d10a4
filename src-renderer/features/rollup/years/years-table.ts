import type { Translate } from "#shared/i18n/words.ts";
import { endsYear, yearOf } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { Indicator, Plan } from "#shared/plan/schema.ts";
import { pointAt, type Point, type Series } from "#shared/rollup/series.ts";
import type { Formats } from "../../../app/formats.ts";
import { figureCell, given, type DataTable } from "../../../components/data-table.tsx";

/** One indicator, or one of its chains, along the years and along the periods of this one. */
export type YearRow = {
  readonly key: string;
  readonly indicator: Indicator;
  readonly name: string;
  readonly years: readonly (Point | undefined)[];
  readonly periods: readonly (Point | undefined)[];
  /** Over the complete Decembers up to the latest. */
  readonly average: Point["average"];
};

export const yearPeriods = (series: Series, period: Period): readonly Period[] =>
  series.periods.filter((each) => yearOf(each) === yearOf(period) && !endsYear(each));

export function yearRows(plan: Plan, series: Series, period: Period): YearRow[] {
  const periods = yearPeriods(series, period);
  return plan.indicators.flatMap((indicator) => {
    const chains = indicator.perChain ? plan.chains : [undefined];
    return chains.map((chain): YearRow => {
      const at = (each: Period): Point | undefined =>
        pointAt(series, each, { id: indicator.id, ...(chain !== undefined && { chain: chain.id }) });
      const known = series.columns
        .map((column) => at(column.period))
        .findLast((point) => point?.average !== undefined);
      return {
        key: `${indicator.id}/${chain?.id ?? ""}`,
        indicator,
        name: chain === undefined ? indicator.name : `${chain.name} · ${indicator.name}`,
        years: series.years.map(at),
        periods: periods.map(at),
        average: known?.average,
      };
    });
  });
}

export const displayOf = (point: Point | undefined): string =>
  point === undefined || point.value === null ? "" : point.display;

export function yearsTable(
  t: Translate,
  formats: Formats,
  series: Series,
  period: Period,
  rows: readonly YearRow[],
): DataTable {
  return {
    name: t("years:tableName", { year: yearOf(period) }),
    columns: [
      { head: t("years:code"), width: 9 },
      { head: t("rollup:indicator"), width: 34 },
      { head: t("years:unit"), width: 8 },
      ...series.years.map((each) => ({ head: t("charts:year", { year: yearOf(each) }), width: 12 })),
      { head: t("years:average"), width: 14 },
      ...yearPeriods(series, period).map((each) => ({ head: formats.yearSpan(each), width: 14 })),
    ],
    rows: rows.map(({ indicator, name, years, average, periods }) => [
      { text: indicator.id, kind: "code" },
      given(name),
      given(indicator.unit),
      ...years.map((point) => figureCell(displayOf(point))),
      figureCell(average?.value === undefined || average.value === null ? "" : average.display),
      ...periods.map((point) => figureCell(displayOf(point))),
    ]),
    notes: [t("years:footnote"), t("rollup:statusRule")],
  };
}
