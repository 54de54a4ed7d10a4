import { cleanLine } from "../checks/typed.ts";
import { parseItem } from "../plan/item.ts";
import { itemSchema } from "../plan/ids.ts";
import type { Plan, Register } from "../plan/schema.ts";
import { COVER, readCover, type CoverRead } from "./cover.ts";
import { CONFIRM_LABEL } from "./register-columns.ts";
import { HEAD } from "./tables.ts";
import { sheetName, type ReadSheet } from "./workbook.ts";

/** A row as it stands in the file, found by the words of its head row: columns may be moved about. */
export interface TableRow {
  readonly sheet: string;
  /** In the file, from 1. */
  readonly row: number;
  readonly text: (head: string) => string;
}

export interface RegisterTable {
  readonly kind: "register";
  readonly register: Register;
  /** What stands beside 本期确认. */
  readonly confirmation: TableRow;
  readonly rows: readonly TableRow[];
}
export type Table =
  | { readonly kind: "tasks" | "indicators"; readonly rows: readonly TableRow[] }
  | RegisterTable
  | { readonly kind: "unknown"; readonly rows: readonly TableRow[] };

export interface WorkbookRead {
  readonly cover: CoverRead;
  readonly tables: readonly Table[];
}

/** Rows above the head row that are looked through. */
const HEAD_WITHIN = 8;

export function readWorkbook(plan: Plan, sheets: readonly ReadSheet[]): WorkbookRead {
  const cover = readCover(sheets.find(({ name }) => name === COVER));
  return {
    cover,
    tables: sheets.filter(({ name }) => name !== COVER).flatMap((sheet) => readTable(plan, sheet) ?? []),
  };
}

/** Null for a sheet with nothing in it. */
function readTable(plan: Plan, sheet: ReadSheet): Table | null {
  const at = sheet.rows
    .slice(0, HEAD_WITHIN)
    .findIndex((row) => row.some((text) => cleanLine(text) === HEAD.code));
  const heads = (sheet.rows[at] ?? []).map(cleanLine);
  const row = (cells: readonly string[], index: number): TableRow => ({
    sheet: sheet.name,
    row: sheet.firstRow + index,
    text: (head) => cells[heads.indexOf(head)] ?? "",
  });
  const rows = sheet.rows
    .map((cells, index) => ({ cells, index }))
    .filter(({ cells, index }) => index > at && cells.some((text) => cleanLine(text) !== ""))
    .map(({ cells, index }) => row(cells, index));
  if (rows.length === 0) return null;
  if (at < 0) return { kind: "unknown", rows };
  if (heads.includes(HEAD.input)) return { kind: "indicators", rows };
  if (heads.includes(HEAD.progress)) return { kind: "tasks", rows };
  const register = registerOf(plan, sheet, rows);
  if (register === undefined) return { kind: "unknown", rows };
  const [confirmAt, said] = confirmationIn(sheet, at);
  const confirmation = { sheet: sheet.name, row: sheet.firstRow + confirmAt, text: () => said };
  return { kind: "register", register, confirmation, rows };
}

/** By the sheet's name, else by the code that its rows carry: a sheet that was renamed, a file of one table. */
function registerOf(plan: Plan, { name }: ReadSheet, rows: readonly TableRow[]): Register | undefined {
  const codes = rows.map((row) => itemSchema.safeParse(cleanLine(row.text(HEAD.code))).data);
  const parts = codes.map((code) => (code === undefined ? undefined : parseItem(code)));
  const coded = parts.find((each) => each?.kind === "register");
  return plan.registers.find((register) =>
    coded?.kind === "register" ? register.id === coded.register : sheetName(register.name) === name,
  );
}

/** What stands right of 本期确认, above the head row. */
function confirmationIn({ rows }: ReadSheet, headAt: number): readonly [row: number, said: string] {
  const at = rows.slice(0, headAt).findIndex(([first = ""]) => cleanLine(first) === CONFIRM_LABEL);
  return [Math.max(at, 0), at < 0 ? "" : (rows[at]?.[1] ?? "")];
}
