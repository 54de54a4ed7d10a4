import type { Block } from "../clipboard/block.ts";
import { isLocalKey } from "../checks/rules/credit-code.ts";
import { isCreditCode, writtenKey } from "../checks/row-key.ts";
import { readDate } from "../checks/typed.ts";
import { tableUnit } from "./layout.ts";
import type { MoneyUnit } from "./money-unit.ts";
import { readPastedFigure } from "./read-figure.ts";
import { readPastedValue } from "./register-value.ts";
import type { Plan, Register, RegisterField } from "../plan/schema.ts";

/** What a column of somebody's table is to a register; null = it has no place there. */
export type RegisterColumn = "key" | RegisterField | null;

export type RegisterColumns = {
  readonly columns: readonly RegisterColumn[];
  /** Rows on top that are heads or a title. */
  readonly heads: number;
  /** By their heads, or guessed from what stands in them. */
  readonly by: "head" | "content";
  /** The unit of money that a head names: 年营业收入（亿元）. */
  readonly unit: MoneyUnit | null;
};

/** Heads stand within this many rows on top, below a title. */
const HEAD_ROWS = 4;

/** Which column is the key and which is which field: by the heads, else by what stands in them and their order. */
export function readRegisterColumns(plan: Plan, register: Register, block: Block): RegisterColumns {
  for (const [index, row] of block.slice(0, HEAD_ROWS).entries()) {
    if (row.some((cell) => isCodeLike(register, cell))) break;
    const columns = columnsByHead(register, row);
    if (columns.filter((column) => column !== null).length < 2) continue;
    const heads = index + 1;
    const money = row.filter((_, at) => isField(columns[at] ?? null, "amount"));
    return { columns, heads, by: "head", unit: tableUnit([money]) ?? tableUnit(block.slice(0, heads)) };
  }
  return { columns: columnsByContent(plan, register, block), heads: 0, by: "content", unit: null };
}

const isField = (column: RegisterColumn, kind: RegisterField["kind"]): boolean =>
  column !== null && column !== "key" && column.kind === kind;

type Named = { readonly column: "key" | RegisterField; readonly names: readonly string[] };

const KEY_WORDS = ["统一社会信用代码", "社会信用代码", "信用代码", "creditcode"];
const NAME_WORDS = ["企业名称", "单位名称", "公司名称", "名称", "企业", "name"];

function namesOf(register: Register): readonly Named[] {
  const { key, nameField, fields } = register;
  return [
    {
      column: "key",
      names: [key.name, ...(key.kind === "credit-code" ? KEY_WORDS : ["编号"])].map(plainHead),
    },
    ...fields.map((field): Named => {
      const own = [field.name, field.id];
      return {
        column: field,
        names: (field.id === nameField ? [...own, ...NAME_WORDS] : own).map(plainHead),
      };
    }),
  ];
}

/** The best fitting head first; a column has one place, and a place one column. */
function columnsByHead(register: Register, row: readonly string[]): RegisterColumn[] {
  const columns: RegisterColumn[] = row.map(() => null);
  const fits = row.flatMap((cell, at) =>
    namesOf(register).map(({ column, names }) => ({
      at,
      column,
      fit: Math.max(...names.map((name) => fitOf(plainHead(cell), name))),
    })),
  );
  for (const { at, column, fit } of fits.toSorted((a, b) => b.fit - a.fit)) {
    if (fit > 0 && columns[at] === null && !columns.includes(column)) columns[at] = column;
  }
  return columns;
}

/** How well a head says a name: the same, more than it, its end, or some of its characters in order. */
function fitOf(head: string, name: string): number {
  if (head === name) return 4;
  if (head.length < 2 || name.length < 2 || head.length > 30) return 0;
  if (head.includes(name)) return 3;
  if (name.endsWith(head)) return 2;
  return head.length >= 3 && isWithin(head, name) ? 1 : 0;
}

function isWithin(head: string, name: string): boolean {
  let at = 0;
  for (const character of name) if (head.startsWith(character, at)) at += character.length;
  return at === head.length;
}

const plainHead = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/\([^)]*\)/g, "")
    .replace(/^[*]+|[*:]+$/g, "")
    .toLowerCase();

const isCodeLike = (register: Register, cell: string): boolean => {
  const key = writtenKey(register, cell);
  if (register.key.kind !== "credit-code") return false;
  return isCreditCode(register, key) ? /^(?=(?:\D*\d){6})[0-9A-Z]{15,20}$/.test(key) : isLocalKey(key);
};

/** Kinds that can be told by their values, the surest first. */
const TOLD = ["chain", "choice", "county", "date", "year", "amount", "count"] as const;
const ENTERPRISE = /(公司|厂|集团|合作社|研究院|中心|平台|co\.?,? ?ltd\.?)$/i;

function columnsByContent(plan: Plan, register: Register, block: Block): RegisterColumn[] {
  const cells = (block[0] ?? []).map((_, at) =>
    block.map((row) => row[at] ?? "").filter((cell) => cell.trim() !== ""),
  );
  // Where keys look like anything, only the order tells: the key, then the fields as the plan lists them.
  if (register.key.kind === "text") {
    const order: readonly RegisterColumn[] = ["key", ...register.fields];
    const first = cells.findIndex((column) => !isSerial(column));
    return cells.map((_, at) => (at < first ? null : (order[at - first] ?? null)));
  }
  const columns: RegisterColumn[] = cells.map(() => null);
  const place = (column: "key" | RegisterField, share: (column: readonly string[]) => number): void => {
    const free = cells.map((column_, at) =>
      columns[at] !== null || isSerial(column_) || column_.length === 0 ? 0 : share(column_) / column_.length,
    );
    const best = Math.max(0, ...free);
    if (best >= 0.5) columns[free.indexOf(best)] = column;
  };
  place("key", (column) => count(column, (cell) => isCodeLike(register, cell)));
  for (const kind of TOLD) {
    for (const field of register.fields.filter((each) => each.kind === kind)) {
      place(field, (column) => count(column, (cell) => isTold(plan, field, cell)));
    }
  }
  const name = register.fields.find(({ id }) => id === register.nameField);
  const isWord = (cell: string): boolean => readPastedFigure(cell).kind === "text" && readDate(cell) === null;
  // An enterprise's name weighs most; of other words the first column is taken.
  if (name !== undefined) {
    place(
      name,
      (column) => count(column, isWord) / 2 + count(column, (cell) => ENTERPRISE.test(cell.trim())) / 2,
    );
  }
  return columns;
}

const count = (cells: readonly string[], is: (cell: string) => boolean): number => cells.filter(is).length;

/** 1, 2, 3 … is the table's own numbering. */
const isSerial = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, index) => cell.trim() === String(index + 1));

const isTold = (plan: Plan, field: RegisterField, cell: string): boolean =>
  field.kind === "year" ? /^(19|20)\d\d年?$/.test(cell.trim()) : readPastedValue(plan, field, cell, "wan").ok;
