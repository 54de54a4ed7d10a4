import type { GridMove } from "./grid-keys.ts";
import { isItemRow, type GridRow, type ItemRow } from "./rows.ts";

/** Columns that the cursor visits; only `now` is typed in. A task has one text cell in place of the figures. */
export const cursorColumns = ["now", "last", "before", "lastYear", "growth"] as const;
export type CursorColumn = (typeof cursorColumns)[number];

export type ActiveCell = { readonly row: string; readonly column: CursorColumn };

export const itemRows = (rows: readonly GridRow[]): readonly ItemRow[] => rows.filter(isItemRow);

export const columnsOf = (row: ItemRow): readonly CursorColumn[] =>
  row.kind === "indicator" ? cursorColumns : cursorColumns.slice(0, 2);

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

type Cells = {
  readonly items: readonly ItemRow[];
  readonly canType: (row: ItemRow) => boolean;
  readonly isFilled: (row: ItemRow, column: CursorColumn) => boolean;
};

/** Where a move leads; stays inside the grid. `null` where Tab leaves it at either end. */
export function nextCell(
  { items, canType, isFilled }: Cells,
  from: ActiveCell,
  action: GridMove,
): ActiveCell | null {
  const index = items.findIndex(({ id }) => id === from.row);
  const row = items[index];
  if (row === undefined) return from;
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
      return place(items.at(action.to === "top" ? 0 : -1) ?? row, from.column);
    }
    case "jump": {
      if (action.rows === 0) return place(row, (action.columns > 0 ? columnsOf(row).at(-1) : "now") ?? "now");
      const filled = items.map((item) => isFilled(item, placeColumn(item, from.column)));
      return place(items[endOfRun(filled, index, action.rows)] ?? row, from.column);
    }
    case "move": {
      const target = items[clamp(index + action.rows, items.length - 1)] ?? row;
      const columns = columnsOf(target);
      const at = clamp(
        columns.indexOf(placeColumn(target, from.column)) + action.columns,
        columns.length - 1,
      );
      return { row: target.id, column: columns[at] ?? "now" };
    }
  }
}

/** From within what is filled to its last; from its end, or from a blank, to where the next begins. */
function endOfRun(filled: readonly boolean[], from: number, step: 1 | -1 | 0): number {
  const last = step > 0 ? filled.length - 1 : 0;
  if (step === 0 || from === last) return from;
  const inside = filled[from] === true && filled[from + step] === true;
  for (let at = from + step; at !== last; at += step) {
    if (inside ? filled[at + step] !== true : filled[at] === true) return at;
  }
  return last;
}

const placeColumn = (row: ItemRow, column: CursorColumn): CursorColumn =>
  columnsOf(row).includes(column) ? column : (columnsOf(row).at(-1) ?? "now");

const place = (row: ItemRow, column: CursorColumn): ActiveCell => ({
  row: row.id,
  column: placeColumn(row, column),
});
