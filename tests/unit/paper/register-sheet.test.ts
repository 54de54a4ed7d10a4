import { expect, it } from "vitest";
import type { RegisterRow } from "#shared/ledger/record.ts";
import { registerSheetModel } from "#shared/paper/register-sheet.ts";
import type { UnitRegisters } from "#shared/paper/unit-registers.ts";
import { registerSheetModelSchema } from "#shared/paper/unit-sheet-model.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { period, plan } from "../plan/bundled-plan.ts";
import { checkCode, june, tonggu } from "./progress-answers.ts";

const modelOf = (registers: UnitRegisters, unit = tonggu) =>
  registerSheetModelSchema.parse(
    registerSheetModel({
      plan,
      unit,
      period: june,
      registers,
      checkCode,
      digest: null,
      stage: "review",
      printedAt: "2025-07-08T08:20:00.000Z",
      people: null,
      sample: false,
    }),
  );
const row = (
  register: string,
  key: string,
  at: string,
  fields: Readonly<Record<string, string>>,
  more: Partial<RegisterRow> = {},
) => ({
  register,
  key,
  period: period(at),
  body: { fields, state: "in-force", ...more } satisfies RegisterRow,
});

const leader = { name: "样例甲公司", chain: "electronics", stage: "certified", provincial_platform: "none" };
const LEADERS = [
  row("chain-leaders", "A", "2024-03", leader),
  row("chain-leaders", "B", "2024-03", leader),
  row("chain-leaders", "B", "2025-06", { ...leader, provincial_platform: "national" }),
  row("chain-leaders", "C", "2025-06", leader),
  row("chain-leaders", "D", "2024-03", leader),
  row("chain-leaders", "D", "2025-06", leader, { state: "ended", date: "2025-05-01", reason: "迁出" }),
  row("chain-leaders", "E", "2024-03", leader, { state: "ended", date: "2024-02-01", reason: "注销" }),
  row("chain-leaders", "F", "2024-03", leader, { state: "withdrawn" }),
];

it("shows what is in force and what left in this period, each with what became of it", () => {
  const [table] = modelOf({ rows: LEADERS, confirmations: [] }).tables;
  expect(table?.title).toBe("一、链主企业（在册3项，本期有变动）");
  expect(table?.rows.map(({ cells, standing }) => [cells[0], standing])).toEqual([
    ["A", "沿用"],
    ["B", "更正"],
    ["C", "新增"],
    ["D", "退出，2025年5月1日，迁出"],
  ]);
});

it("says fields in words, in columns that fill the sheet", () => {
  const [table] = modelOf({ rows: LEADERS, confirmations: [] }).tables;
  expect(table?.columns.map(({ heading }) => heading.join("")).slice(0, 5)).toEqual([
    "统一社会信用代码",
    "企业名称（全称）",
    "产业链",
    "阶段",
    "省级及以上创新平台",
  ]);
  expect(table?.rows[1]?.cells).toEqual(["B", "样例甲公司", "电子信息", "认定", "国家级", "", ""]);
  const width = table?.columns.reduce((sum, { widthMm }) => sum + widthMm, 8 + 28);
  expect(width).toBeCloseTo(257);
});

it("says of registers without rows what the unit said: 零报告, or nothing when it was asked", () => {
  const nil = { register: "national-platforms", period: june, body: { confirm: "nil" } } as const;
  const before = { ...nil, register: "listed-companies", period: period("2025-03") };
  const { tables, others } = modelOf({ rows: [], confirmations: [nil, before] });
  expect(tables).toEqual([]);
  expect(others.rows.map(({ name, standing }) => [name, standing.text, standing.tone])).toEqual([
    ["链主企业", "未报", "missing"],
    ["重点企业", "未到期", "plain"],
    ["国家级平台", "零报告", "plain"],
    ["关键共性技术", "未报", "missing"],
    ["上市企业", "未报", "missing"],
    ["问题清单", "未报", "missing"],
  ]);
});

it("warns of enterprise revenue where it stands, and has nothing to list for a department", () => {
  const rows = [row("key-enterprises", "A", "2024-12", { name: "样例", year: "2024", revenue: "1234.5" })];
  const model = modelOf({ rows, confirmations: [] });
  expect(model.tables[0]?.rows[0]?.cells).toContain("1234.5");
  expect(model.notes.join("")).toContain("联网直报");
  const department = modelOf({ rows: [], confirmations: [] }, unitKeySchema.parse("gxj"));
  expect([department.tables, department.others.rows]).toEqual([[], []]);
  expect(department.notes.join("")).toContain("没有应报的名录");
});
