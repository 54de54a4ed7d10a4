import { describe, expect, it } from "vitest";
import { tableExportSchema, tableWorkbook } from "#shared/workbook/table-export.ts";
import { readCsv, writeCsv } from "#main/workbook/csv.ts";

const table = tableExportSchema.parse({
  name: "样例表",
  columns: [
    { head: "单位", width: 12 },
    { head: "数", width: 10 },
  ],
  rows: [
    [
      { text: '=HYPERLINK("x")', kind: "given" },
      { text: "-1.5", kind: "figure" },
    ],
  ],
  notes: ["用于工作调度"],
});

describe("a page's table in a file", () => {
  it("is a CSV with the mark that spreadsheets look for, and no formula in it", () => {
    const bytes = writeCsv(tableWorkbook(table));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString("utf8");
    expect(text).toContain(`"'=HYPERLINK(""x"")",-1.5`);
    expect(readCsv(bytes, "样例表")[0]?.rows[1]).toEqual(['=HYPERLINK("x")', "-1.5"]);
  });

  it("refuses what no sheet could hold", () => {
    expect(tableExportSchema.safeParse({ ...table, columns: [] }).success).toBe(false);
    expect(tableExportSchema.safeParse({ ...table, name: " " }).success).toBe(false);
  });
});
