import { expect, test } from "vitest";
import { sheetModelSchema } from "#shared/paper/sheet-model.ts";
import { splitSheetModel } from "#shared/paper/split-sheet.ts";
import { unitKeySchema, type Item } from "#shared/plan/ids.ts";
import { sharesOf, UNASSIGNED } from "#shared/workbook/departments.ts";
import { period, plan } from "../plan/bundled-plan.ts";

const UNIT = unitKeySchema.parse("360981");
const JUNE = period("2025-06");
const DEPARTMENTS: Readonly<Record<string, string>> = {
  "contact:2": "发改委",
  "contact:3": "发改委、工信局",
  "contact:13": "工信局",
};
const answer = (item: Item): unknown =>
  DEPARTMENTS[item] === undefined ? undefined : { department: DEPARTMENTS[item] };
const shares = sharesOf(plan, UNIT, JUNE, answer);
const sheet = splitSheetModel({
  plan,
  unit: UNIT,
  period: JUNE,
  shares,
  previous: (item) => (item === "indicator:T02-1" ? { inputs: { revenue: "100.5" } } : undefined),
  printedAt: "2025-07-07T02:00:00.000Z",
  sample: false,
});

test("each department gets its own tasks, a shared one stands in both parts, the rest is 未分办", () => {
  expect(shares.map(({ department, tasks }) => [department, tasks.length])).toEqual([
    ["发改委", 2],
    ["工信局", 2],
    [UNASSIGNED, 34],
  ]);
});

test("every item that the unit answers is in one part at least", () => {
  const parts = new Set(shares.flatMap(({ items }) => items.map(({ item }) => item)));
  const whole = sharesOf(plan, UNIT, JUNE, () => undefined)[0];
  expect([...parts].toSorted()).toEqual(whole?.items.map(({ item }) => item).toSorted());
});

test("is a valid model with the figures of the tasks, last period's beside them", () => {
  expect(sheetModelSchema.safeParse(sheet).success).toBe(true);
  const [first, second] = sheet.parts;
  expect(first?.tasks.map(({ no }) => no)).toEqual([2, 3]);
  expect(first?.figures.map(({ no, input, previous }) => [no, input, previous])).toEqual([
    ["T02-1", "产业链营业收入", "100.5"],
    ["T02-1", "上年同期（可比口径）", ""],
    ["T03-1", "产业链营业收入", ""],
    ["T03-1", "上年同期（可比口径）", ""],
  ]);
  expect(second?.registers).toEqual(["链主企业"]);
  expect(sheet.margin.run).toBe("丰城市　2025年6月重点任务分办单（续）");
});
