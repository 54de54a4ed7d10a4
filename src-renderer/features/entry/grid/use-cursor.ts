import { useMemo, useState } from "react";
import type { Item } from "#shared/plan/ids.ts";
import { nextCell, type ActiveCell, type CursorColumn } from "./active-cell.ts";
import { cellValue } from "./cell-value.ts";
import type { GridMove } from "./grid-keys.ts";
import type { ItemRow } from "./rows.ts";
import { selectionOf } from "./selection.ts";

/** Where the cursor was when the page was left: “接着上次的位置填报”. */
let lastPlace: ActiveCell | null = null;

/** The cursor's cell, and the far corner of the block that is drawn from it. */
export function useCursor(
  items: readonly ItemRow[],
  canType: (row: ItemRow) => boolean,
  wanted: string | undefined,
) {
  const [place, setPlace] = useState<ActiveCell | null>(() => placeOf(items, canType, wanted) ?? lastPlace);
  const [end, setEnd] = useState<ActiveCell | null>(null);
  const [top, setTop] = useState<ActiveCell | null>(null);
  const byId = useMemo(() => new Map(items.map((row) => [row.id, row])), [items]);
  const active = place !== null && byId.has(place.row) ? place : firstPlace(items, canType);
  const selection = useMemo(() => selectionOf(items, active, end), [items, active, end]);
  const activate = (next: ActiveCell): void => {
    lastPlace = next;
    setPlace(next);
    setEnd(null);
  };
  return {
    active,
    end,
    selection,
    current: active === null ? undefined : byId.get(active.row),
    activate,
    extendTo: setEnd,
    /** The place whose section is to stand at the top of the grid. */
    top,
    goToSection: (item: Item | null): void => {
      const target = placeOf(items, canType, item ?? undefined);
      if (target !== null) activate(target);
      setTop(target);
    },
    goTo: (item: Item | null): void => {
      const target = placeOf(items, canType, item ?? undefined);
      if (target !== null) activate(target);
    },
    selectAll: (): void => {
      const [first, last] = [items[0], items.at(-1)];
      if (first === undefined || last === undefined) return;
      activate({ row: first.id, column: "now" });
      setEnd({ row: last.id, column: "now" });
    },
    /** False where there is nowhere to go; `only` asks without going. */
    moveBy: (action: GridMove, only: boolean): boolean => {
      const isExtending = action.kind !== "cell" && action.extend;
      const from = isExtending ? (end ?? active) : active;
      const next = from === null ? null : nextCell({ items, canType, isFilled }, from, action);
      if (next === null || only) return next !== null;
      if (isExtending) setEnd(next);
      else activate(next);
      return true;
    },
  };
}

const isFilled = (row: ItemRow, column: CursorColumn): boolean => cellValue(row, column) !== "";

type CanType = (row: ItemRow) => boolean;

const placeOf = (
  items: readonly ItemRow[],
  canType: CanType,
  wanted: string | undefined,
): ActiveCell | null =>
  firstPlace(
    items.filter(({ view }) => view.item === wanted),
    canType,
  );

/** Where a figure can be typed: the line before it may only show what is worked out. */
function firstPlace(items: readonly ItemRow[], canType: CanType): ActiveCell | null {
  const row = items.find(canType) ?? items[0];
  return row === undefined ? null : { row: row.id, column: "now" };
}
