import { z } from "zod";
import { cell, headRow, sheetName, type Workbook } from "./workbook.ts";

/** Any table of a page as a workbook or CSV: what stands on the screen, row by row. */

const text = z.string().max(4000);

export const tableExportSchema = z.strictObject({
  /** Of the file without its ending, and of its sheet. */
  name: z.string().trim().min(1).max(80),
  columns: z
    .array(z.strictObject({ head: text, width: z.int().min(4).max(120) }))
    .min(1)
    .max(64),
  /** `figure` becomes a number where it is one exactly; all else is text and never a formula. */
  rows: z
    .array(z.array(z.strictObject({ text, kind: z.enum(["given", "code", "figure", "head"]) })).max(64))
    .max(20_000),
  /** Below the table: what is to be known of the figures. */
  notes: z.array(text).max(10),
});
export type TableExport = z.infer<typeof tableExportSchema>;

export const tableWorkbook = ({ name, columns, rows, notes }: TableExport): Workbook => ({
  name,
  sheets: [
    {
      name: sheetName(name),
      widths: columns.map(({ width }) => width),
      fixedRows: 1,
      rows: [
        headRow(columns.map(({ head }) => head)),
        ...rows.map((row) => row.map((each) => cell(each.text, each.kind))),
        ...(notes.length === 0 ? [] : [[], ...notes.map((note) => [cell(note)])]),
      ],
    },
  ],
});
