import type { Block } from "../clipboard/block.ts";
import type { DecimalString } from "../plan/ids.ts";
import { choiceOf } from "./choices.ts";
import { readLayout, type ColumnRole, type Layout } from "./layout.ts";
import { guessMoneyUnit, moneyUnitOf, toWan, type MoneyUnit, type UnitGuess } from "./money-unit.ts";
import { nameFinder } from "./name-finder.ts";
import { readPastedFigure, type PastedFigure } from "./read-figure.ts";
import type { PasteTarget } from "./target.ts";

/** Why a cell of the table is not written. */
export type SkipReason =
  | "blank"
  | "same"
  | "not-a-number"
  | "not-applicable"
  | "percent"
  | "computed"
  | "register"
  | "unknown-name"
  | "twice"
  | "below-grid"
  | "not-a-choice"
  | "too-large"
  | "wrong-unit";

export type PasteLine = {
  /** Row of the block, from 1. */
  readonly no: number;
  /** Letter by letter what the cell holds. */
  readonly source: string;
  readonly target: PasteTarget | null;
  /** Into which part of the line. */
  readonly part: "value" | "text";
  /** What would be typed; null where nothing is. */
  readonly write: string | null;
  readonly skip: SkipReason | "locked" | null;
};

/** The cell under the cursor: where a block without names begins. */
export type PasteStart = { readonly row: string; readonly part: PasteLine["part"] };

export type PastePlan = {
  readonly layout: Layout;
  readonly guess: UnitGuess;
  /** In which the money of this table is read; cells that name a unit of their own keep it. */
  readonly unit: MoneyUnit;
  /** Whether any money is in it at all. */
  readonly hasMoney: boolean;
  readonly lines: readonly PasteLine[];
  /** Columns that have no place in the grid. */
  readonly ignoredColumns: number;
};

type Cell = {
  readonly no: number;
  readonly source: string;
  readonly own: MoneyUnit | null;
  readonly target: PasteTarget | null;
  readonly part: PasteLine["part"];
  readonly lost: SkipReason | null;
};

/**
 * What a pasted block would write into the grid's lines, from the cursor down or by the names it brings. Nothing is
 * dropped silently: every cell of a column with a place is a line, with the reason where it is not written. A blank
 * never clears what is there.
 */
export function planPaste(
  block: Block,
  targets: readonly PasteTarget[],
  start: PasteStart,
  asked: MoneyUnit | null,
): PastePlan {
  const layout = readLayout(block, targets, start.part);
  const cells = cellsOf(block, targets, start, layout);
  const figures = cells.flatMap(({ source, own, target, part }) => {
    const figure = readPastedFigure(source);
    if (part === "text" || target?.kind !== "amount" || figure.kind !== "number" || figure.percent) return [];
    return [{ pasted: figure.value, known: target.known, named: figure.unit ?? own }];
  });
  const guess = guessMoneyUnit(
    figures.flatMap(({ pasted, known, named }) =>
      known === null || named !== null ? [] : [{ pasted, known }],
    ),
  );
  const unit = asked ?? layout.unit ?? guess.unit;
  const seen = new Set<string>();
  const lines = cells.map((cell): PasteLine => {
    const { no, source, target, part } = cell;
    const address = `${target?.row ?? ""} ${part}`;
    const lost = cell.lost ?? (target !== null && seen.has(address) ? "twice" : null);
    if (target !== null && source.trim() !== "") seen.add(address);
    const outcome = lost === null && target !== null ? written(cell, target, unit) : skippedFor(lost);
    return { no, source, target, part, ...outcome };
  });
  return {
    layout,
    guess,
    unit,
    hasMoney: figures.length > 0,
    lines,
    ignoredColumns: layout.roles.filter((role) => role === "ignored").length,
  };
}

function cellsOf(
  block: Block,
  targets: readonly PasteTarget[],
  { row: start }: PasteStart,
  layout: Layout,
): Cell[] {
  const { roles, heads, by } = layout;
  const at = (row: readonly string[], role: ColumnRole): string | undefined => row[roles.indexOf(role)];
  const byRow = new Map(targets.map((target) => [target.row, target]));
  const find = nameFinder(targets);
  const first = Math.max(
    0,
    targets.findIndex(({ row }) => row === start),
  );
  return block.slice(heads).flatMap((row, index): Cell[] => {
    const target =
      by === "place" ? (targets[first + index] ?? null) : find(at(row, "name") ?? "", at(row, "now"));
    const no = heads + index + 1;
    const own = moneyUnitOf(at(row, "unit") ?? "");
    const unplaced: SkipReason = by === "place" ? "below-grid" : "unknown-name";
    const now = at(row, "now");
    const cells: Cell[] = [];
    if (row.every((cell) => cell.trim() === "")) return [];
    if (now !== undefined) {
      const source = now.trim() === "" && target === null ? (at(row, "name") ?? "") : now;
      cells.push({ no, source, own, target, part: "value", lost: target === null ? unplaced : null });
    }
    const prior = at(row, "prior");
    const priorTarget = target?.priorRow == null ? undefined : byRow.get(target.priorRow);
    if (prior !== undefined && prior.trim() !== "" && priorTarget !== undefined)
      cells.push({ no, source: prior, own, target: priorTarget, part: "value", lost: null });
    const text = at(row, "text");
    if (text !== undefined && text.trim() !== "" && target !== null && target.text !== null)
      cells.push({ no, source: text, own: null, target, part: "text", lost: null });
    return cells;
  });
}

type Outcome =
  | { readonly write: string; readonly skip: null }
  | { readonly write: null; readonly skip: PasteLine["skip"] };
const skippedFor = (skip: PasteLine["skip"]): Outcome => ({ write: null, skip });
const skipped = (skip: NonNullable<PasteLine["skip"]>): Outcome => skippedFor(skip);
const typed = (write: string, current: string): Outcome =>
  write === current ? skipped("same") : { write, skip: null };

function written({ source, own, part }: Cell, target: PasteTarget, unit: MoneyUnit): Outcome {
  if (source.trim() === "") return skipped("blank");
  if (target.kind === "computed") return skipped("computed");
  if (target.kind === "register") return skipped("register");
  if (target.locked !== null) return skipped("locked");
  if (part === "text") return typed(source.trim(), target.text ?? "");
  if (target.kind === "status" || target.kind === "yes-no") return chosen(target, source);
  return figureOf(readPastedFigure(source), target, own ?? unit);
}

function figureOf(figure: PastedFigure, target: PasteTarget, unit: MoneyUnit): Outcome {
  if (figure.kind !== "number") return skipped(target.answered === null ? "not-a-number" : "not-applicable");
  if (figure.percent) return skipped("percent");
  if (target.kind !== "amount")
    return figure.unit === null ? typed(figure.value, target.current) : skipped("wrong-unit");
  const wan: DecimalString | null = toWan(figure.value, figure.unit ?? unit);
  return wan === null ? skipped("too-large") : typed(wan, target.current);
}

function chosen(target: PasteTarget, source: string): Outcome {
  const value = choiceOf(target.kind === "status" ? "status" : "yes-no", source);
  return value === null ? skipped("not-a-choice") : typed(value, target.current);
}
