import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { parseClipboard, type ClipboardTexts } from "#shared/clipboard/parse-clipboard.ts";
import { isOwnClipboard } from "#shared/clipboard/write-clipboard.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { Item } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { useT } from "../../app/language.tsx";
import type { PeriodProgress } from "../../app/period-progress.ts";
import { navigate } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useSaving } from "../../app/use-saving.ts";
import { carriedChanges } from "./edits/carry.ts";
import type { EditorHandle } from "./grid/cell-editor.tsx";
import { cellValue } from "./grid/cell-value.ts";
import type { Editing } from "./edits/editing-context.ts";
import { changesOfEdits, kindOfCell, type Edit } from "./edits/edits.ts";
import { canType, type GridHandle } from "./grid/grid-context.ts";
import type { GridAction } from "./grid/grid-keys.ts";
import { plainPaste } from "./paste/plain-paste.ts";
import type { Pasting } from "./paste/use-paste.ts";
import { answerChanges } from "./edits/quick-answers.ts";
import { gridRows, isInTable, isItemRow, type ItemRow, type MessageRow, type Shown } from "./grid/rows.ts";
import { writtenRows } from "./grid/selection.ts";
import { useCursor } from "./grid/use-cursor.ts";

/** The field that is to take the focus. Each asking is an object of its own, heeded once, and only by its item. */
export type PanelFocus = { readonly at: "text" | "note"; readonly item: Item } | null;

/** The state of the entry page: lines shown, cursor, begun corrections, side panel, what is pasted. */
export function useEntry(progress: PeriodProgress, shown: Shown, wanted: string | undefined) {
  const t = useT();
  const tell = useTell();
  const { plan, period } = useSession();
  const saving = useSaving(period, progress.grid, isInTable);
  const editor = useRef<EditorHandle>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(shown.collapsed);
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
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
  const typed = useCallback((row: ItemRow) => canType(row, isLocked), [isLocked]);
  const cursor = useCursor(items, typed, wanted);
  const { active, selection, current } = cursor;
  const asked = panel.focus?.item === current?.view.item ? panel.focus : null;
  useEffect(() => {
    if (asked === null) setPanel((was) => (was.focus === null ? was : { ...was, focus: null }));
  }, [asked]);
  // Come here by a link that is gone with its page: what is typed next belongs in the cell that is shown as chosen.
  useEffect(() => {
    if (document.activeElement === document.body) editor.current?.focus();
  }, []);
  const openTexts = (at: "text" | "note", item = current?.view.item): void =>
    setPanel({ open: true, focus: item === undefined ? null : { at, item } });

  const save = (edits: readonly Edit[], label?: "pasted"): void => {
    const allowed = edits.filter(({ row }) => typed(row));
    if (allowed.length > 0) saving.save(changesOfEdits(allowed, progress.asked, isLocked), label);
  };
  /** Lines that take another kind of value than the cursor's stay as they are. */
  const fill = (value: string): void => {
    const kind = current === undefined ? "" : kindOfCell(current);
    const alike = writtenRows(selection).filter((row) => value === "" || kindOfCell(row) === kind);
    save(alike.map((row) => ({ row, value })));
  };
  const paste = (texts: ClipboardTexts): void => {
    const parsed = parseClipboard(texts);
    if (!parsed.ok) return tell.failed(parsed.error);
    const block = parsed.value;
    if (block.length === 0) return tell.note(t("paste:nothing"));
    if (current === undefined || active === null) return;
    const edits = plainPaste(block, current, active.column, selection);
    if (edits !== null) return save(edits, "pasted");
    const part = current.kind === "task" && active.column !== "now" ? "text" : "value";
    setPasting({ block, start: { row: current.id, part }, unit: isOwnClipboard(texts) ? "wan" : null });
  };
  const carry = (): void => {
    const changes = carriedChanges(selection.rows.filter(typed));
    if (changes.length === 0) tell.note(t("entry:carried"));
    else saving.save(changes, "carried");
  };

  const perform = (action: GridAction, options?: { readonly try: true }): boolean => {
    switch (action.kind) {
      case "move":
      case "jump":
      case "edge":
      case "cell":
        return cursor.moveBy(action, options?.try === true);
      case "undo":
        void saving.undo().then(cursor.goTo);
        return true;
      case "redo":
        void saving.redo().then(cursor.goTo);
        return true;
      case "edit":
        openTexts("text");
        return true;
      case "clear":
        fill("");
        return true;
      case "fill-down": {
        const [first] = writtenRows(selection);
        if (first !== undefined) fill(cellValue(first, "now"));
        return true;
      }
      case "answer": {
        const changes = answerChanges(selection.rows, action.answer, isLocked);
        if (changes.length > 0) saving.save(changes);
        if (changes.length === 1 && action.answer !== "no-progress") openTexts("note");
        return true;
      }
      case "select-all":
        cursor.selectAll();
        return true;
      case "find":
        setFinding(true);
        return true;
      case "cancel":
        cursor.extendTo(null);
        return true;
      default:
        return false;
    }
  };
  const act = ({ view, action, input }: MessageRow): void => {
    if (action === "settle") return navigate("conflict", { item: view.item });
    const target = items.find(
      (row) => row.kind === "indicator" && row.view === view && row.input?.id === input,
    );
    const row = target ?? items.find((candidate) => candidate.view === view);
    if (row !== undefined) cursor.activate({ row: row.id, column: "now" });
    if (action === "explain") return openTexts("note", view.item);
    if (parseItem(view.item).kind === "task")
      return openTexts(input === "reason" ? "note" : "text", view.item);
    // The reason of 不涉及, the source of 暂无数据: a figure typed in the cell would take their place.
    if (action === "fix" && target === undefined && input !== undefined) return openTexts("note", view.item);
    window.setTimeout(() => {
      editor.current?.focus();
      if (action === "fix") editor.current?.edit();
    });
  };

  const grid: GridHandle = {
    active,
    isLocked,
    selection,
    activate: (row, column, extend) =>
      extend ? cursor.extendTo({ row, column }) : cursor.activate({ row, column }),
    edit: (row) => {
      cursor.activate({ row, column: active?.row === row ? active.column : "now" });
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
    carry,
    perform,
    saving,
  };
  return {
    rows,
    items,
    grid,
    editing,
    editor,
    cursor,
    panel,
    panelFocus: asked,
    setPanel,
    pasting,
    endPasting: () => {
      setPasting(null);
      window.setTimeout(() => editor.current?.focus());
    },
    finding,
    endFinding: () => {
      setFinding(false);
      editor.current?.focus();
    },
    begun,
    begin: (item: Item) => setBegun(new Set([...begun, item])),
    end: (item: Item) => setBegun(new Set([...begun].filter((other) => other !== item))),
  };
}

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
