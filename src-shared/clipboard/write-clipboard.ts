import type { Block } from "./block.ts";
import type { ClipboardTexts } from "./parse-clipboard.ts";

/** A block for the clipboard as Excel and WPS read it: tab-separated, and as an HTML table. */
export const clipboardTexts = (block: Block): ClipboardTexts => ({
  text: block.map((row) => row.map(tsvCell).join("\t")).join("\n"),
  html: `<table ${OWN_MARK}>${block.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`,
});

const OWN_MARK = "data-taizhang";

/** Whether a block was copied from this program's own grid, whose money is in 万元. */
export const isOwnClipboard = ({ html }: ClipboardTexts): boolean => html.includes(`<table ${OWN_MARK}`);

const tsvCell = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const escaped = (cell: string): string =>
  cell
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", '<br style="mso-data-placement:same-cell">');
