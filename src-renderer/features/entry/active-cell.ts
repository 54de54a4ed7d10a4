import { isItemRow, type GridRow, type ItemRow } from "./rows.ts";
import type { GridAction } from "./grid-keys.ts";

/** Columns that the cursor visits; only `now` is typed in. A task has one text cell in place of the figures. */
export const cursorColumns = ["now", "last", "before", "lastYear", "growth"] as const;
export type CursorColumn = (typeof cursorColumns)[number];

export type ActiveCell = { readonly row: string; readonly column: CursorColumn };

export const itemRows = (rows: readonly GridRow[]): readonly ItemRow[] => rows.filter(isItemRow);

const columnsOf = (row: ItemRow): readonly CursorColumn[] =>
  row.kind === "indicator" ? cursorColumns : cursorColumns.slice(0, 2);

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/** Where the cursor goes; stays inside the grid. `null` where Tab leaves it at either end. */
export function nextCell(
  rows: readonly GridRow[],
  active: ActiveCell,
  action: Extract<GridAction, { kind: "move" | "edge" | "cell" }>,
  canType: (row: ItemRow) => boolean,
): ActiveCell | null {
  const items = itemRows(rows);
  const index = items.findIndex(({ id }) => id === active.row);
  const row = items[index];
  if (row === undefined) return active;
  switch (action.kind) {
    case "cell": {
      const typed = items.filter((item, at) => canType(item) && (action.step > 0 ? at > index : at < index));
      const target = action.step > 0 ? typed[0] : typed.at(-1);
      return target === undefined ? null : { row: target.id, column: "now" };
    }
    case "edge": {
      const columns = columnsOf(row);
      if (action.to === "row-start") return { row: row.id, column: "now" };
      if (action.to === "row-end") return { row: row.id, column: columns.at(-1) ?? "now" };
      return place(items.at(action.to === "top" ? 0 : -1) ?? row, active.column);
    }
    case "move": {
      const target = items[clamp(index + action.rows, items.length - 1)] ?? row;
      const columns = columnsOf(target);
      const at = clamp(
        columns.indexOf(placeColumn(target, active.column)) + action.columns,
        columns.length - 1,
      );
      return { row: target.id, column: columns[at] ?? "now" };
    }
  }
}

const placeColumn = (row: ItemRow, column: CursorColumn): CursorColumn =>
  columnsOf(row).includes(column) ? column : (columnsOf(row).at(-1) ?? "now");

const place = (row: ItemRow, column: CursorColumn): ActiveCell => ({
  row: row.id,
  column: placeColumn(row, column),
});
