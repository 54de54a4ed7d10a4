import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ZipWriter, BlobWriter, TextReader } from "@zip.js/zip.js";
import { cell, type Workbook } from "#shared/workbook/workbook.ts";
import { writeCsv } from "#main/workbook/csv.ts";
import { readWorkbookFile } from "#main/workbook/read-file.ts";
import { writeXlsx } from "#main/workbook/xlsx-write.ts";

const folder = mkdtempSync(join(tmpdir(), "taizhang-workbook-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const put = (ending: string, bytes: Uint8Array | string): string => {
  files += 1;
  const file = join(folder, `${files}${ending}`);
  writeFileSync(file, bytes);
  return file;
};
const codeOf = async (file: string): Promise<string> => {
  const read = await readWorkbookFile(file);
  return read.ok ? "ok" : read.error.code;
};

const TEXTS = [
  "=1+1",
  "+1",
  "-cmd",
  "@x",
  "_x0041_",
  "<a>&\"'",
  "第一行\n第二行",
  "𠮷田",
  "1234567.89",
  "0.3",
  "1,234.50",
  "007",
  "123456789012345678",
  "-5",
];
const workbook: Workbook = {
  name: "样例",
  sheets: [
    {
      name: "任务",
      widths: [10],
      fixedRows: 1,
      rows: [[cell("栏", "head")], ...TEXTS.map((text) => [cell(text, "figure")])],
    },
    { name: "指标", widths: [10], fixedRows: 0, rows: TEXTS.map((text) => [cell(text, "fill")]) },
  ],
};

describe("an xlsx file", () => {
  it("gives back every text as it was written", async () => {
    const file = put(".xlsx", await writeXlsx(workbook));
    const read = await readWorkbookFile(file);
    expect(read.ok && read.value.map(({ name, rows }) => [name, rows.map(([first]) => first)])).toEqual([
      ["任务", ["栏", ...TEXTS]],
      ["指标", TEXTS],
    ]);
  });

  it("holds no formula, by unzip's word, and exact numbers as numbers", async () => {
    const file = put(".xlsx", await writeXlsx(workbook));
    const sheet = execFileSync("unzip", ["-p", file, "xl/worksheets/sheet1.xml"], { encoding: "utf8" });
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain("<v>1234567.89</v>");
    expect(execFileSync("unzip", ["-tq", file], { encoding: "utf8" })).toContain("No errors");
  });
});

describe("a csv file", () => {
  it("has a byte order mark, no formula, and gives back every text", async () => {
    const bytes = writeCsv(workbook);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString("utf8")).toContain("\r\n'=1+1\r\n");
    expect(
      bytes
        .toString("utf8")
        .split(/\r\n|,|"/)
        .filter((field) => /^[=+@\t\r]/.test(field)),
    ).toEqual([]);
    const read = await readWorkbookFile(put(".csv", bytes));
    expect(
      read.ok && read.value.map(({ name, rows }) => [name, rows.map(([first]) => first).filter(Boolean)]),
    ).toEqual([
      ["任务", ["栏", ...TEXTS]],
      ["指标", TEXTS],
    ]);
  });

  it("is read in GB 18030 as well", async () => {
    // 表,任务 · 宜春
    const bytes = Buffer.from("b1ed2cc8cecef10d0ad2cbb4ba0d0a", "hex");
    const read = await readWorkbookFile(put(".csv", bytes));
    expect(read.ok && read.value).toEqual([{ name: "任务", firstRow: 2, rows: [["宜春"]] }]);
  });

  it("counts its rows as the file does", async () => {
    const read = await readWorkbookFile(put(".csv", writeCsv(workbook)));
    expect(read.ok && read.value.map(({ firstRow }) => firstRow)).toEqual([2, TEXTS.length + 5]);
  });
});

const SHEET = "xl/worksheets/sheet1.xml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const parts = (sheet: string): Record<string, string> => ({
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml": `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="任务" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  [SHEET]: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
});
async function archive(entries: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipWriter(new BlobWriter());
  for (const [name, text] of Object.entries(entries)) await zip.add(name, new TextReader(text));
  return new Uint8Array(await (await zip.close()).arrayBuffer());
}
const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>';

describe("a hostile or broken file", () => {
  it("the harmless one of its kind is read", async () => {
    expect(await codeOf(put(".xlsx", await archive(parts(ROW))))).toBe("ok");
  });

  it.each([
    ["a row far down", '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "workbook-too-large"],
    ["a column far out", '<row r="1"><c r="XFD1"><v>1</v></c></row>', "workbook-too-large"],
    ["a position in disguise", '<row r="&#49;000000"><c r="A1"><v>1</v></c></row>', "workbook-unreadable"],
    [
      "a cell of megabytes",
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${"甲".repeat(30_000)}</t></is></c></row>`,
      "workbook-too-large",
    ],
  ])("%s is refused", async (_, sheet, code) => {
    expect(await codeOf(put(".xlsx", await archive(parts(sheet))))).toBe(code);
  });

  it("a formula is never worked out: without a last value it is a blank", async () => {
    const formula = '<row r="1"><c r="A1" t="str"><f>NOW()</f></c><c r="B1"><f>1+1</f><v>3</v></c></row>';
    const read = await readWorkbookFile(put(".xlsx", await archive(parts(formula))));
    expect(read.ok && read.value[0]?.rows).toEqual([["", "3"]]);
  });

  it("entities are refused unread", async () => {
    const bomb = { ...parts(ROW), [SHEET]: `<!DOCTYPE x [<!ENTITY a "b">]>${parts(ROW)[SHEET] ?? ""}` };
    expect(await codeOf(put(".xlsx", await archive(bomb)))).toBe("workbook-unreadable");
  });

  it("an archive that unpacks to more than it may is refused before it is unpacked", async () => {
    const bomb = { ...parts(ROW), "xl/sharedStrings.xml": "0".repeat(70 * 1024 * 1024) };
    expect(await codeOf(put(".xlsx", await archive(bomb)))).toBe("workbook-too-large");
  });

  it("macros and pictures are never unpacked", async () => {
    const extra = {
      ...parts(ROW),
      "xl/vbaProject.bin": "x",
      "xl/media/image1.png": "x",
      "xl/externalLinks/externalLink1.xml": "<x/>",
    };
    expect(await codeOf(put(".xlsx", await archive(extra)))).toBe("ok");
  });

  it.each([
    [".xlsx", "not a workbook"],
    [".xlsx", "PK\u0003\u0004"],
    [".xls", "x"],
    [".csv", '"open'],
    [".csv", "a\0b"],
  ])("%s %j is refused", async (ending, text) => {
    expect(await codeOf(put(ending, text))).toBe("workbook-unreadable");
  });

  it("a file of many megabytes is refused unread", async () => {
    expect(await codeOf(put(".csv", Buffer.alloc(11 * 1024 * 1024, 0x61)))).toBe("workbook-too-large");
  });
});
