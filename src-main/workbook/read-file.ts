import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import type { AppError } from "#shared/errors.ts";
import { fail, ok, type Result } from "#shared/result.ts";
import type { ReadSheet } from "#shared/workbook/workbook.ts";
import { readCsv } from "./csv.ts";
import { CELL_LENGTH, FILE_BYTES } from "./limits.ts";
import { tooLarge, unreadable, WorkbookRefusal } from "./refusal.ts";
import { readXlsx } from "./xlsx-read.ts";

/** A workbook's sheets as text, by the file's ending. Throws the system's errors; what is in the file never. */
export async function readWorkbookFile(path: string): Promise<Result<ReadSheet[], AppError>> {
  const { size } = statSync(path);
  try {
    if (size > FILE_BYTES) throw tooLarge(`bytes ${size}`);
    const sheets = await sheetsIn(path, readFileSync(path));
    const long = sheets.flatMap(({ rows }) => rows.flat()).find((text) => text.length > CELL_LENGTH);
    if (long !== undefined) throw tooLarge(`cell ${long.length}`);
    return ok(sheets);
  } catch (error) {
    if (error instanceof WorkbookRefusal) return fail(error.failure);
    throw error;
  }
}

async function sheetsIn(path: string, bytes: Buffer): Promise<ReadSheet[]> {
  const ending = extname(path);
  switch (ending.toLowerCase()) {
    case ".xlsx":
      return readXlsx(bytes);
    case ".csv":
      return readCsv(bytes, basename(path, ending));
    default:
      throw unreadable(`ending ${ending}`);
  }
}
