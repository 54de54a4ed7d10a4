import { Decimal } from "decimal.js";
import readXlsxFile from "read-excel-file/universal";
import type { ReadSheet } from "#shared/workbook/workbook.ts";
import { bytesSource } from "../bundle/byte-source.ts";
import { writeZip } from "../bundle/zip-write.ts";
import { SHEETS } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";
import { xlsxParts } from "./xlsx-parts.ts";

/** Every sheet as text. Formulas are not worked out: what the program that saved the file last showed is taken. */
export async function readXlsx(bytes: Buffer): Promise<ReadSheet[]> {
  const parts = await xlsxParts(bytes);
  const packed: Uint8Array[] = [];
  const entries = [...parts].map(([name, xml]) => ({ name, source: bytesSource(Buffer.from(xml, "utf8")) }));
  await writeZip(entries, (piece) => packed.push(piece));
  try {
    const archive = Buffer.concat(packed);
    const sheets = await readXlsxFile<string>(new Blob([archive]), { parseNumber: figureText, trim: false });
    if (sheets.length > SHEETS) throw tooLarge(`sheets ${sheets.length}`);
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      firstRow: 1,
      rows: data.map((row) => row.map(textOf)),
    }));
  } catch (error) {
    if (error instanceof Error && "failure" in error) throw error;
    throw unreadable(error instanceof Error ? error.message : "xlsx");
  }
}

/** Spreadsheets show 15 significant digits and store the binary fraction nearest to them: 0.1 as 0.10000000000000001. */
const SIGNIFICANT = 15;

function figureText(stored: string): string {
  const number = Number(stored);
  if (!Number.isFinite(number) || Math.abs(number) >= 1e21) return stored;
  return new Decimal(number.toPrecision(SIGNIFICANT)).toFixed();
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "是" : "否";
  return typeof value === "string" ? value : "";
}
