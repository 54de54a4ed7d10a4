import { columnsOf, cursorColumns, type ActiveCell, type CursorColumn } from "./active-cell.ts";
import type { ItemRow } from "./rows.ts";

/** The cursor's cell, or a block of cells from it to another. */
export type Selection = {
  readonly rows: readonly ItemRow[];
  readonly ids: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
  readonly isBlock: boolean;
};

const place = ({ column }: ActiveCell): number => cursorColumns.indexOf(column);

export function selectionOf(
  items: readonly ItemRow[],
  active: ActiveCell | null,
  end: ActiveCell | null,
): Selection {
  const at = (cell: ActiveCell | null): number => items.findIndex(({ id }) => id === cell?.row);
  const [first, last] = [at(active), end === null ? at(active) : at(end)].toSorted((a, b) => a - b);
  if (active === null || first === undefined || last === undefined || first < 0) {
    return { rows: [], ids: new Set(), from: 0, to: 0, isBlock: false };
  }
  const rows = items.slice(first, last + 1);
  const columns = [place(active), place(end ?? active)];
  return {
    rows,
    ids: new Set(rows.map(({ id }) => id)),
    from: Math.min(...columns),
    to: Math.max(...columns),
    isBlock: end !== null && (end.row !== active.row || end.column !== active.column),
  };
}

/** The cells of a line that are in the selection, from left to right. */
export function selectedColumns(row: ItemRow, { from, to }: Selection): readonly CursorColumn[] {
  return columnsOf(row).filter((column) => {
    const at = cursorColumns.indexOf(column);
    return at >= from && at <= to;
  });
}

export const isSelected = (row: ItemRow, column: CursorColumn, selection: Selection): boolean =>
  selection.isBlock && selection.ids.has(row.id) && selectedColumns(row, selection).includes(column);

/** The lines whose own cell, 本期, is in the selection: what is past is looked at and copied, never written. */
export const writtenRows = ({ rows, from }: Selection): readonly ItemRow[] => (from === 0 ? rows : []);
