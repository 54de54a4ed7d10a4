import writeXlsxFile, { type Cell as XlsxCell, type Sheet as XlsxSheet } from "write-excel-file/node";
import type { Cell, CellKind, Workbook } from "#shared/workbook/workbook.ts";

/** Looks of the cells: grey is the plan's, white is to be filled in. */
const GREY = "#eef2f3";
const LOOK: Readonly<Record<CellKind, object>> = {
  title: { fontWeight: "bold", fontSize: 16 },
  head: { fontWeight: "bold", backgroundColor: "#dbe6e9", alignVertical: "center" },
  given: { backgroundColor: GREY, textColor: "#40515a" },
  code: { backgroundColor: GREY, textColor: "#8a979d", fontSize: 9 },
  fill: {},
  figure: { align: "right" },
};
const LINES = { borderColor: "#b9c6cb", borderStyle: "thin" } as const;

export async function writeXlsx({ sheets }: Workbook): Promise<Buffer> {
  const written: XlsxSheet<never>[] = sheets.map(({ name, widths, fixedRows, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellOf)),
    columns: widths.map((width) => ({ width })),
    orientation: "landscape",
    ...(fixedRows === 0 ? {} : { stickyRowsCount: fixedRows }),
  }));
  return writeXlsxFile(written, { fontFamily: "宋体", fontSize: 11 }).toBuffer();
}

/** NOTE: text keeps the type of text whatever it begins with, so that it never becomes a formula. */
function cellOf({ text, kind }: Cell): XlsxCell {
  const look = { ...LOOK[kind], ...LINES, wrap: true, alignVertical: "top" } as const;
  if (text === "") return { ...look };
  if (kind === "figure" && isExactNumber(text)) return { ...look, type: Number, value: Number(text) };
  return { ...look, type: String, value: escaped(text) };
}

const isExactNumber = (text: string): boolean =>
  /^(?!-0$)-?(0|[1-9]\d*)(\.\d*[1-9])?$/u.test(text) &&
  text.replace(/\D/gu, "").length <= 15 &&
  String(Number(text)) === text;

/** `_x0041_` would be read as a character code (ISO/IEC 29500-1, 22.9.2.19). */
const escaped = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
