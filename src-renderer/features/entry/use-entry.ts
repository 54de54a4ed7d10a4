import { useCallback, useMemo, useRef, useState } from "react";
import { parseClipboard, type ClipboardTexts } from "#shared/clipboard/parse-clipboard.ts";
import { isOwnClipboard } from "#shared/clipboard/write-clipboard.ts";
import type { Item } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { PeriodProgress } from "../../app/period-progress.ts";
import { useT } from "../../app/language.tsx";
import { navigate } from "../../app/router.ts";
import { useTell } from "../../app/toasts.tsx";
import { useSession } from "../../app/session.tsx";
import { nextCell, type ActiveCell, type CursorColumn } from "./active-cell.ts";
import { carriedChanges } from "./carry.ts";
import type { EditorHandle } from "./cell-editor.tsx";
import { cellValue } from "./cell-value.ts";
import type { Editing } from "./editing-context.ts";
import { changesOfEdits, type Edit } from "./edits.ts";
import { canType, type GridHandle } from "./grid-context.ts";
import type { GridAction, GridMove } from "./grid-keys.ts";
import { plainPaste } from "./paste/plain-paste.ts";
import type { Pasting } from "./paste/use-paste.ts";
import { answerChanges } from "./quick-answers.ts";
import { gridRows, isItemRow, type ItemRow, type MessageRow, type Shown } from "./rows.ts";
import { selectionOf } from "./selection.ts";
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
  const t = useT();
  const tell = useTell();
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const [finding, setFinding] = useState(false);
  const [panel, setPanel] = useState<{ open: boolean; focus: PanelFocus }>({ open: true, focus: null });
  const rows = useMemo(
    () => gridRows(plan, progress, { ...shown, collapsed }),
    [plan, progress, shown, collapsed],
  );
  const items = useMemo(() => rows.filter(isItemRow), [rows]);
  const isLocked = useCallback(
    (view: ItemView): boolean => progress.grid.locked || (view.locked && !begun.has(view.item)),
    [progress.grid.locked, begun],
  );
  const [place, setPlace] = useState<ActiveCell | null>(() => placeOf(items, wanted) ?? lastPlace);
  const [end, setEnd] = useState<ActiveCell | null>(null);
  const active = items.some(({ id }) => id === place?.row) ? place : firstPlace(items);
  const selection = useMemo(() => selectionOf(items, active, end), [items, active, end]);
  const typed = useCallback((row: ItemRow) => canType(row, isLocked), [isLocked]);
  const activate = (next: ActiveCell): void => {
    lastPlace = next;
    setPlace(next);
    setEnd(null);
  };
  const goTo = (item: Item | null): void => {
    const target = item === null ? undefined : items.find(({ view }) => view.item === item);
    if (target !== undefined) activate({ row: target.id, column: "now" });
  };
  const openTexts = (focus: PanelFocus): void => setPanel({ open: true, focus });
  const save = (edits: readonly Edit[]): void => {
    const allowed = edits.filter(({ row }) => typed(row));
    if (allowed.length > 0) saving.save(changesOfEdits(allowed, progress.asked, isLocked));
  };
  const fill = (value: string): void => save(selection.rows.map((row) => ({ row, value })));

  const paste = (texts: ClipboardTexts): void => {
    const parsed = parseClipboard(texts);
    if (!parsed.ok) return tell.failed(parsed.error);
    const block = parsed.value;
    const row = items.find(({ id }) => id === active?.row);
    if (block.length === 0) return tell.done(t("paste:nothing"));
    if (row === undefined || active === null) return;
    const edits = plainPaste(block, row, active.column, selection);
    if (edits !== null) return save(edits);
    const part = row.kind === "task" && active.column !== "now" ? "text" : "value";
    setPasting({ block, start: { row: row.id, part }, unit: isOwnClipboard(texts) ? "wan" : null });
  };

  const moveBy = (action: GridMove, only: boolean): boolean => {
    const isExtending = action.kind !== "cell" && action.extend;
    const from = isExtending ? (end ?? active) : active;
    const isFilled = (row: ItemRow, column: CursorColumn): boolean => cellValue(row, column) !== "";
    const next = from === null ? null : nextCell({ items, canType: typed, isFilled }, from, action);
    if (next === null || only) return next !== null;
    if (isExtending) setEnd(next);
    else activate(next);
    return true;
  };
  const selectAll = (): void => {
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) return;
    activate({ row: first.id, column: "now" });
    setEnd({ row: last.id, column: "now" });
  };
  const perform = (action: GridAction, options?: { readonly try: true }): boolean => {
    switch (action.kind) {
      case "undo":
        void saving.undo().then(goTo);
        return true;
      case "redo":
        void saving.redo().then(goTo);
        return true;
      case "edit":
        openTexts("text");
        return true;
      case "clear":
        fill("");
        return true;
      case "fill-down": {
        const [first] = selection.rows;
        if (first !== undefined) fill(cellValue(first, "now"));
        return true;
      }
      case "answer": {
        const changes = answerChanges(selection.rows.filter(isAnswerable), action.answer);
        if (changes.length > 0) saving.save(changes);
        if (changes.length === 1 && action.answer !== "no-progress") openTexts("note");
        return true;
      }
      case "select-all":
        selectAll();
        return true;
      case "find":
        setFinding(true);
        return true;
      case "cancel":
        setEnd(null);
        return true;
      case "move":
      case "jump":
      case "edge":
      case "cell":
        return moveBy(action, options?.try === true);
      default:
        return false;
    }
  };
  const isAnswerable = (row: ItemRow): boolean =>
    row.kind !== "register" && row.view.state !== "conflict" && !isLocked(row.view);
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
    selection,
    activate: (row, column, extend) => (extend ? setEnd({ row, column }) : activate({ row, column })),
    edit: (row) => {
      activate({ row, column: active?.row === row ? active.column : "now" });
      window.setTimeout(() => editor.current?.edit());
    },
    openTexts: () => openTexts("text"),
    act,
    collapsed,
    toggleSection: (section) => setCollapsed(toggled(collapsed, section)),
  };
  const editing: Editing = {
    commit: (row, value) => save([{ row, value }]),
    fill,
    save,
    paste,
    carry: () => {
      const changes = carriedChanges(selection.rows.filter(typed));
      if (changes.length === 0) tell.done(t("entry:carried"));
      else saving.save(changes);
    },
    perform,
    saving,
  };
  const current = items.find(({ id }) => id === active?.row);
  return {
    rows,
    grid,
    editing,
    editor,
    current,
    items,
    farEnd: end,
    pasting,
    finding,
    endPasting: () => {
      setPasting(null);
      window.setTimeout(() => editor.current?.focus());
    },
    endFinding: () => {
      setFinding(false);
      editor.current?.focus();
    },
    goToRow: (row: string) => activate({ row, column: "now" }),
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
