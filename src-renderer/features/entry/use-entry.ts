import { useCallback, useMemo, useRef, useState } from "react";
import type { Item } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { PeriodProgress } from "../../app/period-progress.ts";
import { navigate } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { nextCell, type ActiveCell, type CursorColumn } from "./active-cell.ts";
import type { EditorHandle } from "./cell-editor.tsx";
import { changesOf } from "./commits.ts";
import type { Editing } from "./editing-context.ts";
import { canType, type GridHandle } from "./grid-context.ts";
import type { GridAction } from "./grid-keys.ts";
import { gridRows, isItemRow, type ItemRow, type MessageRow, type Shown } from "./rows.ts";
import { useSaving } from "./use-saving.ts";

/** Where the cursor was when the page was left: “接着上次的位置填报”. */
let lastPlace: ActiveCell | null = null;

export type PanelFocus = "text" | "note" | null;

/** The state of the entry page: lines shown, cursor, begun corrections, side panel. */
export function useEntry(progress: PeriodProgress, shown: Shown, wanted: string | undefined) {
  const { plan, period } = useSession();
  const saving = useSaving(period, progress.grid);
  const editor = useRef<EditorHandle>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(shown.collapsed);
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  const [panel, setPanel] = useState<{ open: boolean; focus: PanelFocus }>({ open: true, focus: null });
  const rows = useMemo(
    () => gridRows(plan, progress, { ...shown, collapsed }),
    [plan, progress, shown, collapsed],
  );
  const items = rows.filter(isItemRow);
  const isLocked = useCallback(
    (view: ItemView): boolean => progress.grid.locked || (view.locked && !begun.has(view.item)),
    [progress.grid.locked, begun],
  );
  const [place, setPlace] = useState<ActiveCell | null>(() => placeOf(items, wanted) ?? lastPlace);
  const active = items.some(({ id }) => id === place?.row) ? place : firstPlace(items);
  const activate = (next: ActiveCell): void => {
    lastPlace = next;
    setPlace(next);
  };
  const goTo = (item: Item | null): void => {
    const target = item === null ? undefined : items.find(({ view }) => view.item === item);
    if (target !== undefined) activate({ row: target.id, column: "now" });
  };
  const openTexts = (focus: PanelFocus): void => setPanel({ open: true, focus });

  const perform = (action: GridAction, options?: { readonly try: true }): boolean => {
    switch (action.kind) {
      case "undo":
        goTo(saving.undo());
        return true;
      case "redo":
        goTo(saving.redo());
        return true;
      case "edit":
        openTexts("text");
        return true;
      case "move":
      case "edge":
      case "cell": {
        const next = active === null ? null : nextCell(rows, active, action, (row) => canType(row, isLocked));
        if (next !== null && options?.try !== true) activate(next);
        return next !== null;
      }
      default:
        return false;
    }
  };
  const commit = (row: ItemRow, value: string): void =>
    saving.save(changesOf(row, value, progress.asked, isLocked));
  const act = ({ view, action, input }: MessageRow): void => {
    if (action === "settle") return navigate("conflict", { item: view.item });
    const target = items.find(
      (row) => row.kind === "indicator" && row.view === view && row.input?.id === input,
    );
    const row = target ?? items.find((candidate) => candidate.view === view);
    if (row !== undefined) activate({ row: row.id, column: "now" });
    if (action === "explain") return openTexts("note");
    if (parseItem(view.item).kind === "task") return openTexts("text");
    window.setTimeout(() => {
      editor.current?.focus();
      if (action === "fix") editor.current?.edit();
    });
  };
  const grid: GridHandle = {
    active,
    isLocked,
    activate: (row: string, column: CursorColumn) => activate({ row, column }),
    edit: (row) => {
      activate({ row, column: active?.row === row ? active.column : "now" });
      window.setTimeout(() => editor.current?.edit());
    },
    openTexts: () => openTexts("text"),
    act,
    collapsed,
    toggleSection: (section) => setCollapsed(toggled(collapsed, section)),
  };
  const editing: Editing = { commit, perform, saving };
  const current = items.find(({ id }) => id === active?.row);
  return {
    rows,
    grid,
    editing,
    editor,
    current,
    panel,
    setPanel,
    goTo,
    begin: (item: Item) => setBegun(new Set([...begun, item])),
    end: (item: Item) => setBegun(new Set([...begun].filter((other) => other !== item))),
    begun,
  };
}

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

const placeOf = (items: readonly ItemRow[], wanted: string | undefined): ActiveCell | null => {
  const row = items.find(({ view }) => view.item === wanted);
  return row === undefined ? null : { row: row.id, column: "now" };
};

const firstPlace = (items: readonly ItemRow[]): ActiveCell | null =>
  items[0] === undefined ? null : { row: items[0].id, column: "now" };
