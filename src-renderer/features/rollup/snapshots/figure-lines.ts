import type { Translate } from "#shared/i18n/words.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { DASH, formatDecimal } from "#shared/rollup/format-decimal.ts";
import { figureChanges, type SnapshotFigure } from "#shared/rollup/snapshot.ts";
import { figureCell, given, type DataTable } from "../../../components/data-table.tsx";

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
    const chainName = plan.chains.find((each) => each.id === chain)?.name;
    const name = [indicator?.name ?? id, ...(chainName === undefined ? [] : [chainName])].join(" · ");
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
