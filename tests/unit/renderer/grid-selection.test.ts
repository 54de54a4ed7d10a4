import { describe, expect, it } from "vitest";
import {
  nextCell,
  type ActiveCell,
  type CursorColumn,
} from "../../../src-renderer/features/entry/grid/active-cell.ts";
import { cellValue } from "../../../src-renderer/features/entry/grid/cell-value.ts";
import type { ItemRow } from "../../../src-renderer/features/entry/grid/rows.ts";
import {
  selectedColumns,
  selectionOf,
  writtenRows,
} from "../../../src-renderer/features/entry/grid/selection.ts";
import { selectionFigures } from "../../../src-renderer/features/entry/grid/selection-figures.ts";
import { gridOf } from "./grid-of.ts";

const { items, row } = gridOf({
  "indicator:T02-1": { draft: { inputs: { revenue: "300", revenue_prior: "x" } } },
  "indicator:T03-1": { draft: { inputs: { revenue: "1,200.5" } } },
  "task:2": { draft: { status: "in-progress" } },
});
const isFilled = (line: ItemRow, column: CursorColumn): boolean => cellValue(line, column) !== "";
const cells = { items, canType: () => true, isFilled };
const at = (id: string, column: CursorColumn = "now"): ActiveCell => ({ row: id, column });
const first = items[0]?.id ?? "";

describe("a move", () => {
  it("stays in the grid, and Tab leaves it at the end", () => {
    const up = { kind: "move", rows: -1, columns: -1, extend: false } as const;
    expect(nextCell(cells, at(first), up)).toEqual(at(first));
    expect(nextCell(cells, at(items.at(-1)?.id ?? ""), { kind: "cell", step: 1 })).toBeNull();
  });

  it("from a figure far right lands in a task's words", () => {
    const index = items.findIndex(({ id }) => id === "task:2");
    const above = items.slice(0, index).findLast(({ kind }) => kind === "indicator")?.id ?? "";
    const down = { kind: "move", rows: 1, columns: 0, extend: false } as const;
    expect(nextCell(cells, at(above, "growth"), down)?.column).toBe("last");
  });

  it("with Ctrl goes to the end of what is filled, then to where the next begins", () => {
    const down = { kind: "jump", rows: 1, columns: 0, extend: false } as const;
    expect(nextCell(cells, at("indicator:T02-1"), down)).toEqual(at("indicator:T03-1"));
    expect(nextCell(cells, at("indicator:T03-1"), down)).toEqual(at("task:2"));
    const back = { kind: "jump", rows: -1, columns: 0, extend: false } as const;
    expect(nextCell(cells, at("indicator:T02-1"), back)).toEqual(at(first));
  });
});

describe("a selection", () => {
  it("is the rectangle between two cells, whichever comes first", () => {
    const down = selectionOf(items, at("indicator:T02-1"), at("indicator:T03-1", "last"));
    const up = selectionOf(items, at("indicator:T03-1", "last"), at("indicator:T02-1"));
    expect(down.rows).toEqual(up.rows);
    expect(down.rows.map(({ id }) => id)).toEqual([
      "indicator:T02-1",
      "indicator:T02-1#revenue_prior",
      "indicator:T03-1",
    ]);
    expect(selectedColumns(row("indicator:T02-1"), down)).toEqual(["now", "last"]);
    expect(selectionOf(items, at(first), null).isBlock).toBe(false);
  });

  it("writes into 本期 alone: none of its lines where it holds past columns only", () => {
    const past = selectionOf(items, at("indicator:T02-1", "last"), at("indicator:T03-1", "before"));
    expect(past.rows).toHaveLength(3);
    expect(writtenRows(past)).toEqual([]);
    const both = selectionOf(items, at("indicator:T02-1", "last"), at("indicator:T03-1"));
    expect(writtenRows(both)).toHaveLength(3);
  });

  it("counts its cells, gives the least and the most figure, and never a sum", () => {
    const block = selectionOf(items, at("indicator:T02-1"), at("indicator:T03-1"));
    expect(selectionFigures(block)).toEqual({
      cells: 3,
      least: "300",
      most: "1200.5",
      isSeveral: true,
      isChains: true,
    });
  });
});
