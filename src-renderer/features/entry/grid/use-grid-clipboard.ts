import type { ClipboardEvent } from "react";
import type { Block } from "#shared/clipboard/block.ts";
import { clipboardTexts } from "#shared/clipboard/write-clipboard.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { useT } from "../../../app/language.tsx";
import type { CursorColumn } from "./active-cell.ts";
import { cellChoices } from "./cell-menu.tsx";
import { cellValue } from "./cell-value.ts";
import { useEditing } from "../edits/editing-context.ts";
import { useGrid } from "./grid-context.ts";
import type { ItemRow } from "./rows.ts";
import { selectedColumns, type Selection } from "./selection.ts";

/** The selection as a block: figures as typed, choices by their words. */
const blockOf = (t: Translate, selection: Selection): Block =>
  selection.rows.map((row) => selectedColumns(row, selection).map((column) => cellWord(t, row, column)));

function cellWord(t: Translate, row: ItemRow, column: CursorColumn): string {
  const value = cellValue(row, column);
  const choices = column === "now" ? cellChoices(t, row) : null;
  return choices?.choices.find((choice) => choice.value === value)?.label ?? value;
}

type Handlers = Readonly<Record<"onCopy" | "onCut" | "onPaste", (event: ClipboardEvent) => void>>;

/** Ctrl+C, Ctrl+X and Ctrl+V of whole cells, as tab-separated text and as an HTML table for Excel and WPS. */
export function useGridClipboard(): Handlers {
  const t = useT();
  const { selection } = useGrid();
  const { fill, paste } = useEditing();
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault();
    const { text, html } = clipboardTexts(blockOf(t, selection));
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
  };
  return {
    onCopy: copy,
    onCut: (event) => {
      copy(event);
      fill("");
    },
    onPaste: (event) => {
      event.preventDefault();
      const { clipboardData } = event;
      paste({ text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") });
    },
  };
}
