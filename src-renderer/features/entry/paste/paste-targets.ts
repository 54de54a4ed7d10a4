import type { ItemView } from "#shared/ipc/views.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { PasteTarget, TargetKind } from "#shared/paste/target.ts";
import type { DecimalString } from "#shared/plan/ids.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";
import { cellValue } from "../grid/cell-value.ts";
import { answerKind, indicatorOf, taskOf } from "../../../app/drafts.ts";
import type { IndicatorRow, ItemRow } from "../grid/rows.ts";

type IsLocked = (view: ItemView) => boolean;

/** The grid's lines as a paste sees them. */
export const pasteTargets = (rows: readonly ItemRow[], isLocked: IsLocked): readonly PasteTarget[] => {
  const priors = priorRows(rows);
  return rows.map((row): PasteTarget => {
    const answer = row.kind === "indicator" ? answerKind(indicatorOf(row.view)) : "value";
    return {
      row: row.id,
      kind: kindOf(row),
      names: namesOf(row),
      unit: row.kind === "indicator" ? (row.input?.unit ?? "") : "",
      current: cellValue(row, "now"),
      known: figure(cellValue(row, "last")) ?? figure(cellValue(row, "lastYear")),
      locked: lockOf(row.view, isLocked),
      answered: answer === "value" ? null : answer,
      priorRow: priors.get(row.id) ?? null,
      text: row.kind === "task" ? (taskOf(row.view).progress ?? "") : null,
    };
  });
};

function kindOf(row: ItemRow): TargetKind {
  if (row.kind === "task") return "status";
  if (row.kind === "register") return "register";
  return row.input?.kind ?? "computed";
}

/** The whole item's name belongs to its first line; a further line is called by its own, with and without it. */
function namesOf(row: ItemRow): readonly string[] {
  if (row.kind === "task") return [row.asked.title, `${row.asked.task.no} ${row.asked.title}`];
  if (row.kind === "register") return [row.asked.title];
  const { asked, input, first, view } = row;
  if (first) {
    const parts = parseItem(view.item);
    const id = parts.kind === "indicator" && parts.chain === undefined ? [parts.id] : [];
    return [asked.title, ...id, ...(input === undefined ? [] : [`${asked.title} ${input.name}`])];
  }
  return input === undefined ? [] : [input.name, `${asked.title} ${input.name}`];
}

/** Line of a figure → line of its 上年同期, where the indicator asks for both. */
function priorRows(rows: readonly ItemRow[]): ReadonlyMap<string, string> {
  const lines = rows.filter((row): row is IndicatorRow => row.kind === "indicator");
  const byItem = Map.groupBy(lines, ({ view }) => view.item);
  const pairs = [...byItem.values()].flatMap((own) => {
    const aggregation = own[0]?.asked.indicator.aggregation;
    if (aggregation?.kind !== "growth" && aggregation?.kind !== "sum") return [];
    const current = aggregation.kind === "growth" ? aggregation.current : aggregation.input;
    const lineOf = (input: string | undefined) => own.find((row) => row.input?.id === input)?.id;
    const [now, prior] = [lineOf(current), lineOf(aggregation.prior)];
    if (now === undefined || prior === undefined || aggregation.prior === undefined) return [];
    // A table calls the whole by the indicator's name: it is the line of the figure that is meant.
    return own.flatMap(({ id, first }): [string, string][] => (id === now || first ? [[id, prior]] : []));
  });
  return new Map(pairs);
}

const figure = (typed: string): DecimalString | null => {
  const read = normalizeDecimal(typed);
  return read.ok ? read.value : null;
};

function lockOf(view: ItemView, isLocked: IsLocked): PasteTarget["locked"] {
  if (view.state === "conflict") return "conflict";
  if (!isLocked(view)) return null;
  return view.state === "accepted" || view.state === "sealed" || view.state === "resubmitted"
    ? view.state
    : "period";
}
