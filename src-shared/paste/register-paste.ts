import type { Block } from "../clipboard/block.ts";
import type { RowDraft } from "../checks/draft.ts";
import { keyProblemOf, writtenKey, type KeyProblem } from "../checks/row-key.ts";
import { cleanLine } from "../checks/typed.ts";
import type { Plan, Register, RegisterField } from "../plan/schema.ts";
import { normalizeDecimal } from "../rollup/normalize-decimal.ts";
import { guessMoneyUnit, type Comparable, type MoneyUnit, type UnitGuess } from "./money-unit.ts";
import { readPastedFigure } from "./read-figure.ts";
import { readRegisterColumns, type RegisterColumns } from "./register-columns.ts";
import { readPastedValue } from "./register-value.ts";

/** A row that the register has. */
export type KnownRow = {
  readonly key: string;
  readonly draft: RowDraft;
  /** Why it may not be written. */
  readonly barred: "sealed" | "accepted" | "resubmitted" | "conflict" | null;
};

export type RowOutcome = "write" | "update" | "bad" | "twice" | "skip";

/** Why nothing of a row is written although nothing is wrong with it. */
export type RowSkip = "same" | "ended" | "withdrawn" | "no-row" | NonNullable<KnownRow["barred"]>;

export type RowProblem =
  | { readonly kind: "key"; readonly problem: KeyProblem }
  | { readonly kind: "name-missing" }
  /** What was written is no choice, number, date or year. */
  | { readonly kind: "value"; readonly field: RegisterField; readonly value: string };

export type RowChange = { readonly field: RegisterField; readonly from: string; readonly to: string };

export type PastedRow = {
  /** Row of the block, from 1. */
  readonly no: number;
  /** As written; `""` where there is none. */
  readonly key: string;
  readonly name: string;
  readonly outcome: RowOutcome;
  /** The whole row as it would be saved; null where it is not, or cannot be. */
  readonly draft: RowDraft | null;
  /** Fields that the paste brings: all of a new row, those that differ of one already here. */
  readonly changes: readonly RowChange[];
  readonly problems: readonly RowProblem[];
  readonly skip: RowSkip | null;
  /** Row of the block that brought the same key first. */
  readonly first: number | null;
};

export type RegisterPaste = {
  readonly layout: RegisterColumns;
  readonly guess: UnitGuess;
  readonly unit: MoneyUnit;
  readonly hasMoney: boolean;
  readonly rows: readonly PastedRow[];
  readonly ignoredColumns: number;
};

type Read = {
  readonly no: number;
  readonly key: string;
  readonly name: string;
  readonly cells: readonly { readonly field: RegisterField; readonly cell: string }[];
};

/**
 * What a pasted table would make of a register's rows. Every row that is not blank is accounted for. A blank cell never
 * clears what is there; of two rows with one key the first counts; ended rows stay ended.
 */
export function planRegisterPaste(
  plan: Plan,
  register: Register,
  block: Block,
  known: readonly KnownRow[],
  asked: MoneyUnit | null,
): RegisterPaste {
  const layout = readRegisterColumns(plan, register, block);
  const byKey = new Map(known.map((row) => [row.key, row]));
  const read = readRows(register, block, layout, known);
  const guess = guessMoneyUnit(read.flatMap((row) => comparables(row, byKey.get(row.key))));
  const unit = asked ?? layout.unit ?? guess.unit;
  const firsts = new Map<string, number>();
  const rows = read.map((row): PastedRow => {
    const first = row.key === "" ? undefined : firsts.get(row.key);
    if (first !== undefined) return { ...blankRow(row), outcome: "twice", first };
    if (row.key !== "") firsts.set(row.key, row.no);
    return pastedRow(plan, register, row, byKey.get(row.key), unit);
  });
  return {
    layout,
    guess,
    unit,
    hasMoney: layout.columns.some((column) => column !== null && column !== "key" && isMoney(column)),
    rows,
    ignoredColumns: layout.columns.filter((column) => column === null).length,
  };
}

/** A line below the rows that adds them up. */
const TOTAL = /^(合\s*计|小\s*计|总\s*计|total)$/i;

const isMoney = ({ kind, unit }: RegisterField): boolean => kind === "amount" && unit === "万元";

const blankRow = ({ no, key, name }: Read): Omit<PastedRow, "outcome"> => ({
  no,
  key,
  name,
  draft: null,
  changes: [],
  problems: [],
  skip: null,
  first: null,
});

function readRows(
  register: Register,
  block: Block,
  { columns, heads }: RegisterColumns,
  known: readonly KnownRow[],
): Read[] {
  const keyOf = (row: readonly string[]): string => writtenKey(register, row[columns.indexOf("key")] ?? "");
  const written = new Set(block.slice(heads).map(keyOf));
  return block.slice(heads).flatMap((row, index): Read[] => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const cells = columns.flatMap((column, at) => {
      const cell = row[at] ?? "";
      return column === null || column === "key" || cleanLine(cell) === "" ? [] : [{ field: column, cell }];
    });
    const name = cleanLine(cells.find(({ field }) => field.id === register.nameField)?.cell ?? "");
    const byName = keyByName(register, known, name);
    // A row that another line of the block names by its key is that line's, whichever comes first.
    const key = keyOf(row) || (written.has(byName) ? "" : byName);
    return [{ no: heads + index + 1, key, name, cells }];
  });
}

/** A table without keys still names rows that are here. */
function keyByName({ nameField }: Register, known: readonly KnownRow[], name: string): string {
  const found = known.filter(({ draft }) => name !== "" && draft.fields[nameField] === name);
  return found.length === 1 ? (found[0]?.key ?? "") : "";
}

function comparables({ cells }: Read, known: KnownRow | undefined): Comparable[] {
  return cells
    .filter(({ field }) => isMoney(field))
    .flatMap(({ field, cell }): Comparable[] => {
      const pasted = readPastedFigure(cell);
      const before = normalizeDecimal(known?.draft.fields[field.id] ?? "");
      if (pasted.kind !== "number" || pasted.unit !== null || pasted.percent || !before.ok) return [];
      return [{ pasted: pasted.value, known: before.value }];
    });
}

function pastedRow(
  plan: Plan,
  register: Register,
  row: Read,
  known: KnownRow | undefined,
  unit: MoneyUnit,
): PastedRow {
  const blank = blankRow(row);
  if (row.key === "" && (row.name === "" || TOTAL.test(row.name)))
    return { ...blank, outcome: "skip", skip: "no-row" };
  const state = known?.draft.state ?? "in-force";
  const skip = known?.barred ?? (state === "in-force" ? null : state);
  if (skip !== null) return { ...blank, outcome: "skip", skip };
  const standing = known?.draft ?? { fields: defaultsOf(register) };
  const values = row.cells.map(({ field, cell }) => ({ field, ...readPastedValue(plan, field, cell, unit) }));
  const changes = values.flatMap(({ field, value }): RowChange[] => {
    const from = known?.draft.fields[field.id] ?? "";
    const isSame = from !== "" && readPastedValue(plan, field, from, "wan").value === value;
    return isSame ? [] : [{ field, from, to: value }];
  });
  if (known !== undefined && changes.length === 0) return { ...blank, outcome: "skip", skip: "same" };
  const fields = {
    ...standing.fields,
    ...Object.fromEntries(changes.map(({ field, to }) => [field.id, to])),
  };
  const keyProblem = keyProblemOf(register, row.key);
  const problems: RowProblem[] = [
    ...(keyProblem === null ? [] : [{ kind: "key" as const, problem: keyProblem }]),
    ...((fields[register.nameField] ?? "") === "" ? [{ kind: "name-missing" as const }] : []),
    ...values.flatMap(({ field, value, ok }) => (ok ? [] : [{ kind: "value" as const, field, value }])),
  ];
  const canBeKept = keyProblem === null || keyProblem.kind === "code";
  return {
    ...blank,
    name: fields[register.nameField] ?? "",
    outcome: problems.length > 0 ? "bad" : known === undefined ? "write" : "update",
    draft: canBeKept ? { ...standing, fields } : null,
    changes,
    problems,
  };
}

/** Choices that the plan makes unless one is made: 认定. */
export const defaultsOf = ({ fields }: Register): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => (field.default === undefined ? [] : [[field.id, field.default]])),
  );
