import type { Block } from "../clipboard/block.ts";
import { choiceOf } from "./choices.ts";
import { moneyUnitOf, type MoneyUnit } from "./money-unit.ts";
import { nameFinder, type NameFinder } from "./name-finder.ts";
import { readPastedFigure } from "./read-figure.ts";
import type { PasteTarget } from "./target.ts";

/** What a column of somebody's table is. */
export type ColumnRole = "name" | "unit" | "now" | "prior" | "text" | "ignored";

export type Layout = {
  readonly roles: readonly ColumnRole[];
  /** Rows on top that are heads. */
  readonly heads: number;
  /** By the names in its own first column, or by place from the cursor down. */
  readonly by: "name" | "place";
  /** The unit that a head names for the whole table: 单位：亿元. */
  readonly unit: MoneyUnit | null;
};

const HEADS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["prior", /(上年同期|去年同期|同期数|可比)/],
  ["ignored", /(同比|增速|增长|±|增减|排名|序号|备注|完成率|上期|上月|目标)/],
  ["unit", /^(计量)?单位$/],
  ["text", /(进展|进度情况|工作情况)/],
  ["now", /(本期|本月|本年|累计|实际|数值|金额|营业收入|^状态$)/],
  ["name", /^(主要|重点)?(指标|项目|任务|产业链|名称)(名称)?$/],
];
const TABLE_UNIT = /单位\s*[:：]\s*(亿元|万元|千元|元)|[(（](亿元|万元|千元|元)[)）]/;
/** Heads stand on at most this many rows on top. */
const HEAD_ROWS = 4;

/**
 * How a block lies: with names of the grid's lines in one of its columns, or figures alone. Without names the columns
 * count from the cursor on.
 */
export function readLayout(block: Block, targets: readonly PasteTarget[], start: "value" | "text"): Layout {
  const width = block[0]?.length ?? 0;
  const find = nameFinder(targets);
  const columns = Array.from({ length: width }, (_, column) => block.map((row) => row[column] ?? ""));
  const hits = columns.map((cells) => cells.filter((cell) => find(cell) !== null).length);
  const nameColumn = hits.indexOf(Math.max(0, ...hits));
  const found = hits[nameColumn] ?? 0;
  const heads = headRows(block, found > 0 ? nameColumn : -1, find);
  const unit = tableUnit(block.slice(0, heads));
  // Figures alone never name a line: two names, or one in a table of a few rows, are meant.
  const isNamed = width > 1 && (found >= 2 || (found === 1 && block.length - heads <= 3));
  if (!isNamed) return { roles: placeRoles(width, start), heads, by: "place", unit };
  const roles = columns.map((cells, column): ColumnRole => {
    if (column === nameColumn) return "name";
    return roleByHead(cells.slice(0, heads)) ?? (isUnits(cells.slice(heads)) ? "unit" : "ignored");
  });
  if (!roles.includes("now")) {
    const first = columns.findIndex(
      (cells, column) =>
        column > nameColumn &&
        roles[column] === "ignored" &&
        !roleByHead(cells.slice(0, heads)) &&
        isValues(cells.slice(heads)),
    );
    if (first >= 0) roles[first] = "now";
  }
  return { roles: onlyFirst(roles), heads, by: "name", unit };
}

/** From the cursor: the figure or the status, then a task's words; what follows has no place. */
function placeRoles(width: number, start: "value" | "text"): ColumnRole[] {
  const placed: readonly ColumnRole[] = start === "value" ? ["now", "text"] : ["text"];
  return Array.from({ length: width }, (_, column) => placed[column] ?? "ignored");
}

/** A role but 不写 is one column's. */
const onlyFirst = (roles: readonly ColumnRole[]): ColumnRole[] =>
  roles.map((role, column) => (role !== "ignored" && roles.indexOf(role) < column ? "ignored" : role));

const roleByHead = (heads: readonly string[]): ColumnRole | null => {
  const words = heads.join(" ").replace(/\s+/g, "");
  return HEADS.find(([, pattern]) => words !== "" && pattern.test(words))?.[0] ?? null;
};

const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== "");
const isUnits = (cells: readonly string[]): boolean => {
  const words = filled(cells);
  return (
    words.length > 0 &&
    words.every((word) => moneyUnitOf(word) !== null || /^(家|户|个|项|%|名|台套|位)$/.test(word.trim()))
  );
};
const isValue = (cell: string): boolean =>
  readPastedFigure(cell).kind === "number" || choiceOf("status", cell) !== null;
const isValues = (cells: readonly string[]): boolean =>
  filled(cells).filter(isValue).length * 2 > filled(cells).length;

/** Rows on top without a line's name and without a figure. */
function headRows(block: Block, nameColumn: number, find: NameFinder): number {
  let heads = 0;
  for (const row of block.slice(0, HEAD_ROWS)) {
    const isHead =
      row.some((cell) => cell.trim() !== "") &&
      (nameColumn < 0 || find(row[nameColumn] ?? "") === null) &&
      row.every((cell) => readPastedFigure(cell).kind !== "number" && choiceOf("status", cell) === null) &&
      row.some((cell) => HEADS.some(([, pattern]) => pattern.test(cell)) || TABLE_UNIT.test(cell));
    if (!isHead) break;
    heads += 1;
  }
  return heads;
}

/** The unit of money that heads name: 单位：亿元, 营业收入（亿元）. */
export function tableUnit(heads: Block): MoneyUnit | null {
  const match = TABLE_UNIT.exec(heads.flat().join(" "));
  return match === null ? null : moneyUnitOf(match[1] ?? match[2] ?? "");
}
