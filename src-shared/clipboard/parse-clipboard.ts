import { appError, type AppError } from "../errors.ts";
import { fail, type Result } from "../result.ts";
import { squareBlock, TEXT_LIMIT, type Block } from "./block.ts";
import { parseHtmlTable } from "./parse-html-table.ts";
import { parseTsv } from "./parse-tsv.ts";

export type ClipboardTexts = { readonly text: string; readonly html: string };

/**
 * The cells of what was copied. A table in HTML goes first: Excel and WPS write figures there in full, in plain text
 * only as they are shown.
 */
export function parseClipboard({ text, html }: ClipboardTexts): Result<Block, AppError> {
  if (text.length + html.length > TEXT_LIMIT) {
    return fail(appError("paste-too-large"));
  }
  return squareBlock(parseHtmlTable(html) ?? parseTsv(text));
}
