import { useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { flushSync } from "react-dom";
import { typedChoice } from "#shared/paste/choices.ts";
import { useT } from "../../../app/language.tsx";
import { useTell } from "../../../app/toasts.tsx";
import type { CursorColumn } from "./active-cell.ts";
import { cellChoices, CellMenu } from "./cell-menu.tsx";
import { cellValue } from "./cell-value.ts";
import { useEditing } from "../edits/editing-context.ts";
import { gridAction, type GridAction } from "./grid-keys.ts";
import { canType, cellId, useGrid } from "./grid-context.ts";
import { openContextMenu } from "./grid-menu.tsx";
import type { ItemRow } from "./rows.ts";
import { useGridClipboard } from "./use-grid-clipboard.ts";

export type EditorHandle = {
  readonly focus: () => void;
  /** Begins to type at the end of what is there. */
  readonly edit: () => void;
};

type Props = { readonly ref: Ref<EditorHandle>; readonly row: ItemRow; readonly top: number };

/**
 * The one input of the grid. It stands on the active cell and always has the focus, its value selected: a key, or
 * an input method, replaces the value at once, and Ctrl+C copies it. `buffer` is what is being typed.
 */
export function CellEditor({ ref, row, top }: Props) {
  const t = useT();
  const { active, isLocked } = useGrid();
  const tell = useTell();
  const { commit, fill, perform } = useEditing();
  const clipboard = useGridClipboard();
  const [buffer, setBuffer] = useState<string | null>(null);
  const [menu, setMenu] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const column = active?.column ?? "now";
  const choices = column === "now" && canType(row, isLocked) ? cellChoices(t, row) : null;
  const isTyped = column === "now" && canType(row, isLocked);
  const resting = cellValue(row, column);
  const typing = buffer !== null;

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus({ preventScroll: true }),
    edit: () => act({ kind: "edit" }),
  }));
  useLayoutEffect(() => {
    if (!typing && document.activeElement === input.current) input.current?.select();
  }, [typing, resting, row.id, column]);

  /** What was typed, as it is stored; null, and said, where it is none of the cell's choices. */
  const typedValue = (typed: string): string | null => {
    if (choices === null || typed === "") return typed;
    const value = typedChoice(choices.kind, typed);
    const words = choices.choices.map(({ label }) => label).join(t("common:listSeparator"));
    if (value === null) tell.note(t("entry:notAChoice", { typed, words }));
    return value;
  };
  /** Gives what was typed to `take`; nothing typed saves nothing. */
  const leave = (take: (value: string) => void): void => {
    const value = buffer === null || buffer === resting ? null : typedValue(buffer.trim());
    if (value !== null) take(value);
    setBuffer(null);
  };
  const settle = (): void => leave((value) => commit(row, value));
  const act = (action: GridAction): void => {
    switch (action.kind) {
      case "edit":
      case "open":
        if (choices !== null) setMenu(true);
        else if (isTyped) {
          setBuffer(buffer ?? resting);
          input.current?.setSelectionRange(resting.length, resting.length);
        } else perform({ kind: "edit" });
        break;
      case "cancel":
        if (!typing) perform(action);
        setBuffer(null);
        break;
      case "fill-all":
        leave(fill);
        break;
      case "menu":
        openContextMenu(cellId(row.id, column));
        break;
      default:
        settle();
        perform(action);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // NOTE: keys of an input method at work are its own: Enter there commits the characters, not the cell.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const action = !typing && event.key === " " && choices !== null ? openMenu : gridAction(event, typing);
    if (action === null) return;
    if (action.kind === "cell" && !perform(action, { try: true })) return settle();
    event.preventDefault();
    // NOTE: at once, though the last save may still be under way: a key that waited would let the next character
    // fall into the cell that is being left. Saves go out in order, one at a time.
    flushSync(() => act(action));
  };

  const isFigure = row.kind === "indicator";
  return (
    <div
      className={typing ? "grid__line grid__editor grid__editor--typing" : "grid__line grid__editor"}
      style={{ transform: `translateY(${top}px)` }}
      role="row"
    >
      <div role="gridcell" className="grid__input" style={{ gridColumn: gridColumnOf[column] }}>
        <input
          ref={input}
          className={isFigure ? "num" : ""}
          aria-label={labelOf(t, row, column)}
          aria-controls={cellId(row.id, column)}
          autoComplete="off"
          spellCheck={false}
          inputMode={isFigure ? "decimal" : "text"}
          readOnly={!isTyped}
          value={buffer ?? resting}
          onChange={(event) => setBuffer(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.target.select()}
          onBlur={settle}
          {...(typing ? {} : clipboard)}
        />
      </div>
      {choices !== null && menu && (
        <CellMenu
          choices={choices.choices}
          chosen={choices.chosen}
          anchor={input}
          onClose={() => {
            setMenu(false);
            input.current?.focus();
          }}
          onChoose={(value) => commit(row, value)}
        />
      )}
    </div>
  );
}

const openMenu: GridAction = { kind: "open" };
const gridColumnOf = { now: 4, last: 5, before: 6, lastYear: 7, growth: 8 } as const;

function labelOf(t: ReturnType<typeof useT>, row: ItemRow, column: CursorColumn): string {
  const names = {
    now: t("entry:columnNow"),
    last: t(row.kind === "task" ? "entry:progress" : "entry:columnLast"),
    before: t("entry:columnBefore"),
    lastYear: t("entry:columnLastYear"),
    growth: t("entry:columnGrowth"),
  };
  const name =
    row.kind === "indicator" && !row.first ? `${row.asked.title} ${row.input?.name ?? ""}` : row.asked.title;
  return t("entry:cellLabel", { row: name, column: names[column] });
}
