import { createContext, useContext } from "react";
import type { ItemView } from "#shared/ipc/views.ts";
import type { ActiveCell, CursorColumn } from "./active-cell.ts";
import type { ItemRow, MessageRow } from "./rows.ts";
import type { Selection } from "./selection.ts";

/** What the cells know of the grid they stand in. */
export type GridHandle = {
  readonly active: ActiveCell | null;
  /** Sealed, accepted or locked by the office, and no correction begun. */
  readonly isLocked: (view: ItemView) => boolean;
  readonly selection: Selection;
  /** Puts the cursor there, or draws the selection from the cursor to there. */
  readonly activate: (row: string, column: CursorColumn, extend: boolean) => void;
  readonly edit: (row: string) => void;
  readonly openTexts: (row: string) => void;
  readonly act: (row: MessageRow) => void;
  readonly toggleSection: (section: string) => void;
  readonly collapsed: ReadonlySet<string>;
};

export const GridContext = createContext<GridHandle | null>(null);

export function useGrid(): GridHandle {
  const grid = useContext(GridContext);
  if (grid === null) throw new Error("no grid above");
  return grid;
}

export const cellId = (row: string, column: CursorColumn): string => `cell-${row}-${column}`;

/** A task's or an indicator's cell can be typed in unless it is locked or two versions are open. */
export function canType(row: ItemRow, isLocked: GridHandle["isLocked"]): boolean {
  if (row.kind === "register" || row.view.state === "conflict" || isLocked(row.view)) return false;
  return row.kind === "task" || row.input !== undefined;
}
