import { writeFileSync } from "node:fs";
import { readWorkbookFile } from "#main/workbook/read-file.ts";
import { writeXlsx } from "#main/workbook/xlsx-write.ts";
import { cell } from "#shared/workbook/workbook.ts";

/** By the sheet, the row's code and the column's head. */
export type FilledCell = readonly [sheet: string, code: string, head: string, text: string];

/** A workbook with some cells filled in as a person does, each in the first row of its code where it is blank. */
export async function filledWorkbook(
  file: string,
  cells: readonly FilledCell[],
  author = "填表人丁",
): Promise<string> {
  const read = await readWorkbookFile(file);
  if (!read.ok) throw new Error(read.error.code);
  const sheets = read.value.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  for (const [name, code, head, text] of cells) {
    const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    const heads = rows.find((row) => row.includes("事项代码")) ?? [];
    const row = rows.find((each) => each.includes(code) && (each[heads.indexOf(head)] ?? "") === "");
    if (row === undefined) throw new Error(`no row ${code} in ${name}`);
    row[heads.indexOf(head)] = text;
  }
  const cover = sheets.find(({ name }) => name === "说明")?.rows.find(([label]) => label === "填表人");
  if (cover) cover[1] = author;
  const target = `${file.slice(0, -".xlsx".length)}-填好.xlsx`;
  const workbook = {
    name: "填好",
    sheets: sheets.map(({ name, rows }) => ({
      name,
      widths: [],
      fixedRows: 0,
      rows: rows.map((row) => row.map((text) => cell(text, "figure"))),
    })),
  };
  writeFileSync(target, await writeXlsx(workbook));
  return target;
}
