import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { neutralText, plainText } from "#shared/workbook/neutral.ts";
import type { ReadSheet, Workbook } from "#shared/workbook/workbook.ts";
import { COLUMNS, ROWS } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";

/** All sheets of a workbook in one file: before each stands a row `表,<name>`. */
const SHEET = "表";

/** UTF-8 with a byte order mark, so that spreadsheets take it for what it is. */
export function writeCsv({ sheets }: Workbook): Buffer {
  const rows = sheets.flatMap(({ name, rows: own }, index) => [
    ...(index === 0 ? [] : [[""]]),
    ...(sheets.length === 1 ? [] : [[SHEET, name]]),
    ...own.map((row) => row.map(({ text }) => neutralText(text))),
  ]);
  return Buffer.from(stringify(rows, { bom: true, record_delimiter: "\r\n" }), "utf8");
}

/** `name`: of the sheet where the file holds one table alone. */
export function readCsv(bytes: Buffer, name: string): ReadSheet[] {
  const rows = recordsIn(decoded(bytes));
  const sheets: { name: string; firstRow: number; rows: string[][] }[] = [];
  rows.forEach((row, index) => {
    const [first = "", second = ""] = row;
    const last = sheets.at(-1);
    if (first.trim() === SHEET && second.trim() !== "")
      sheets.push({ name: second.trim(), firstRow: index + 2, rows: [] });
    else if (last === undefined) sheets.push({ name, firstRow: index + 1, rows: [row] });
    else last.rows.push(row);
  });
  return sheets;
}

function recordsIn(text: string): string[][] {
  let records: string[][];
  try {
    records = parse(text, { relax_column_count: true, skip_empty_lines: false, to: ROWS * 4 + 1 });
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : "csv");
  }
  if (records.length > ROWS * 4) throw tooLarge(`rows ${records.length}`);
  const wide = records.find((record) => record.length > COLUMNS);
  if (wide !== undefined) throw tooLarge(`columns ${wide.length}`);
  return records.map((record) => record.map(plainText));
}

/** UTF-8, with or without the mark, else the GB 18030 that Chinese Windows saves. */
function decoded(bytes: Buffer): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes("\0")) throw unreadable("csv bytes");
      return text;
    } catch (error) {
      if (error instanceof TypeError) continue;
      throw error;
    }
  }
  throw unreadable("csv encoding");
}
