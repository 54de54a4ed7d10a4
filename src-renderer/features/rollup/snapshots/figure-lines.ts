import type { Translate } from "#shared/i18n/words.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { DASH, formatDecimal } from "#shared/rollup/format-decimal.ts";
import { figureChanges, type SnapshotFigure } from "#shared/rollup/snapshot.ts";
import { figureCell, given, type DataCell, type DataTable } from "../../../components/data-table.tsx";

/** One figure that differs between two lists, in words. */
export type FigureLine = {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
};

/** Figure by figure what differs, rolled-up values first, then what was published of the same figure. */
export function figureLines(
  t: Translate,
  plan: Plan,
  before: readonly SnapshotFigure[],
  after: readonly SnapshotFigure[],
): FigureLine[] {
  return figureChanges(before, after).flatMap(({ id, chain, before: was, after: is }) => {
    const indicator = plan.indicators.find((each) => each.id === id);
    const name = nameOf(plan, { id, chain });
    const shown = (value: SnapshotFigure["value"]): string =>
      value === undefined ? DASH : formatDecimal(value, indicator?.decimals ?? 2);
    const line = { id, unit: indicator?.unit ?? "" };
    const key = `${id}/${chain ?? ""}`;
    const lines: FigureLine[] = [];
    if (was?.value !== is?.value)
      lines.push({ ...line, key, name, before: shown(was?.value), after: shown(is?.value) });
    const [printed, prints] = [was?.published, is?.published];
    if (printed?.value !== prints?.value || printed?.use !== prints?.use)
      lines.push({
        ...line,
        key: `${key} published`,
        name: t("snapshots:publishedOf", { name }),
        before: shown(printed?.value),
        after: shown(prints?.value),
      });
    return lines;
  });
}

const nameOf = (plan: Plan, { id, chain }: Pick<SnapshotFigure, "id" | "chain">): string => {
  const chainName = plan.chains.find((each) => each.id === chain)?.name;
  const name = plan.indicators.find((each) => each.id === id)?.name ?? id;
  return chainName === undefined ? name : `${name} · ${chainName}`;
};

/** The version itself: every figure as it was frozen. */
export function frozenTable(
  t: Translate,
  plan: Plan,
  name: string,
  figures: readonly SnapshotFigure[],
): DataTable {
  const hasPublished = figures.some(({ published }) => published !== undefined);
  const row = (figure: SnapshotFigure): DataCell[] => {
    const indicator = plan.indicators.find(({ id }) => id === figure.id);
    const places = (value: SnapshotFigure["value"]): DataCell =>
      figureCell(value === undefined ? null : formatDecimal(value, indicator?.decimals ?? 2));
    const { reported, expected } = figure;
    return [
      { text: figure.id, kind: "code" },
      given(nameOf(plan, figure)),
      places(figure.value),
      ...(hasPublished ? [places(figure.published?.value)] : []),
      given(indicator?.unit ?? ""),
      given(t(`lights:${figure.light}`)),
      given(expected === 0 ? DASH : `${reported} / ${expected}`),
    ];
  };
  return {
    name,
    columns: [
      { head: t("years:code"), width: 9 },
      { head: t("rollup:indicator"), width: 44 },
      { head: t("rollup:value"), width: 16 },
      ...(hasPublished ? [{ head: t("rollup:published"), width: 16 }] : []),
      { head: t("years:unit"), width: 8 },
      { head: t("snapshots:light"), width: 8 },
      { head: t("rollup:unitsSub"), width: 12 },
    ],
    rows: figures.map(row),
    notes: [t("rollup:footnote")],
  };
}

export const linesTable = (t: Translate, name: string, lines: readonly FigureLine[]): DataTable => ({
  name,
  columns: [
    { head: t("years:code"), width: 9 },
    { head: t("rollup:indicator"), width: 36 },
    { head: t("years:unit"), width: 8 },
    { head: t("snapshots:before"), width: 16 },
    { head: t("snapshots:after"), width: 16 },
  ],
  rows: lines.map((line) => [
    { text: line.id, kind: "code" },
    given(line.name),
    given(line.unit),
    figureCell(line.before),
    figureCell(line.after),
  ]),
  notes: [t("rollup:footnote")],
});
