import type { Block } from "./block.ts";
import type { ClipboardTexts } from "./parse-clipboard.ts";

/** A block for the clipboard as Excel and WPS read it: tab-separated, and as an HTML table. */
export const clipboardTexts = (block: Block): ClipboardTexts => ({
  text: block.map((row) => row.map(tsvCell).join("\t")).join("\n"),
  html: `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`,
});

const tsvCell = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const escaped = (cell: string): string =>
  cell
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", '<br style="mso-data-placement:same-cell">');
