import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import type { Sheet } from "#shared/paper/sheets.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { unitsToRemind } from "#main/engine/paper/office-paper.ts";
import { sheetModel } from "#main/engine/paper/paper.ts";
import { putReminderLetter, reminderLetter } from "#main/engine/paper/reminder-letter.ts";
import type { Session } from "#main/engine/session.ts";
import { makeSnapshot } from "#main/engine/rollup/snapshots.ts";
import {
  codeOf,
  judge,
  makeCity,
  must,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../support/workspaces.ts";
import { createPrinter, pdfFacts, type PdfFacts, type Printer } from "./paper-printing.ts";

/** The office's sheets from a ledger with what came late, was sent back, came again, was settled and changed since. */

// Making the city, building the page and printing it takes seconds, and more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const JUNE = periodSchema.parse("2024-06");
const TONGGU = unitKeySchema.parse("360926");
const YUANZHOU = unitKeySchema.parse("360902");
const BACK = ["indicator:T02-1", "indicator:T03-1"] as const;

let city: City;
let scene: Scene;
let office: Session;
let printer: Printer;

beforeAll(async () => {
  city = await makeCity({ tonggu: TONGGU });
  scene = new Scene(city);
  office = scene.office();
  const laptop = scene.laptop("tonggu");
  const hand = async (): Promise<void> => {
    await take(office, [(await seal(laptop, JUNE, scene.out())).file]);
  };
  scene.clock.set("2024-07-12T02:00:00.000Z");
  const task = { status: "in-progress", progress: "样例项目开工", problems: "无", next: "投产" } as const;
  save(laptop, JUNE, { "task:2": task, [BACK[0]]: revenue("10000"), [BACK[1]]: revenue("20000") });
  await hand();
  judge(office, "returned", [TONGGU, JUNE, ...BACK], "请核对");
  scene.clock.set("2024-07-15T02:00:00.000Z");
  save(laptop, JUNE, { [BACK[0]]: revenue("15000", "说明：样例数，按核算口径更正。") });
  await hand();
  judge(office, "accepted", [TONGGU, JUNE, "task:2", BACK[0]]);
  must(makeSnapshot(office, { period: JUNE, comment: "通报用" }));
  save(laptop, JUNE, { [BACK[0]]: revenue("30000", "说明：样例数，补报两户企业。") });
  await hand();
  judge(office, "accepted", [TONGGU, JUNE, BACK[0]]);
  scene.clock.set("2024-07-31T01:00:00.000Z");
  printer = await createPrinter();
});
afterAll(async () => {
  await printer.close();
  scene.close();
  removeCity(city);
});

const modelOf = <S extends Sheet>(sheet: S, unit = TONGGU): Extract<SheetModel, { sheet: S }> => {
  const model = must(sheetModel(office, { sheet, unit, period: JUNE, blank: false }));
  if (model.sheet !== sheet) throw new Error(`made ${model.sheet}`);
  return model as Extract<SheetModel, { sheet: S }>;
};
const printed = async (model: SheetModel): Promise<PdfFacts> =>
  pdfFacts(await printer.print(model, model.sheet));

const numbered = (facts: PdfFacts): void =>
  facts.texts.forEach((text, index) => expect(text).toContain(`第${index + 1}页/共${facts.pages}页`));

test("a reminder is one page, says what came last and asks for the rest", async () => {
  const model = modelOf("reminder");
  expect(model.rows.map(({ matter, count }) => [matter, count]).slice(0, 2)).toEqual([
    ["重点任务推进情况", 36],
    ["按月指标", 9],
  ]);
  const facts = await printed(model);
  expect([facts.pages, facts.sizes]).toEqual([1, ["595x842"]]);
  numbered(facts);
  expect(facts.texts[0]).toContain("铜鼓县人民政府：");
  expect(facts.texts[0]).toContain("1重点任务推进情况362024年第二季度7月10日21天");
  expect(facts.texts[0]).toContain("报告期2024年6月，第3号报送包。");
});

test("reminders go to whom something is missing of, and to nobody before it is due", () => {
  expect(must(unitsToRemind(office, JUNE))).toHaveLength(11);
  scene.clock.set("2024-07-01T01:00:00.000Z");
  expect(must(unitsToRemind(office, JUNE))).toEqual([]);
  expect(codeOf(sheetModel(office, { sheet: "reminder", unit: YUANZHOU, period: JUNE, blank: false }))).toBe(
    "nothing-missing",
  );
  scene.clock.set("2024-07-31T01:00:00.000Z");
});

test("a reminder names whom to ask and until when as this PC keeps it, and never a day that has passed", () => {
  expect(must(reminderLetter(office))).toMatchObject({ phone: "", day: "2024-08-05", hour: 17 });
  must(
    putReminderLetter(office, { contact: "汇总员丁", phone: "0795-0000000", day: "2024-08-01", hour: 12 }),
  );
  const model = modelOf("reminder");
  expect([model.contact, model.phone]).toEqual(["汇总员丁", "0795-0000000"]);
  expect(model.opening).toContain("请于2024年8月1日12时前报送");
  scene.clock.set("2024-08-02T01:00:00.000Z");
  expect(must(reminderLetter(office))).toMatchObject({ contact: "汇总员丁", day: "2024-08-05", hour: 17 });
  scene.clock.set("2024-07-31T01:00:00.000Z");
});

test("the circular is one page with every unit, what was sent back and what came again", async () => {
  const model = modelOf("circular");
  expect(model.rows.find(({ unit }) => unit === "铜鼓县")).toMatchObject({
    onTime: "2",
    late: "1",
    returned: "2",
    resubmitted: "1",
    underWay: "1",
    closed: "0",
    paper: { text: "未收" },
  });
  const facts = await printed(model);
  expect([facts.pages, facts.sizes]).toEqual([1, ["595x842"]]);
  numbered(facts);
  for (const { unit } of [...model.rows, model.total]) expect(facts.texts[0]).toContain(unit);
  expect(facts.texts[0]).toContain("汇总定稿第1版（2024年7月15日），其后又有1项变动");
});

test("the summary sheet keeps the settled figure, loses no row and repeats its head on every page", async () => {
  const model = modelOf("summary-sheet");
  const rows = model.indicators.flatMap((group) => group.rows);
  expect(rows.find(({ name }) => name.startsWith("新能源"))).toMatchObject({ city: "1.50", share: "1/11" });
  const facts = await printed(model);
  expect(facts.pages).toBeGreaterThan(2);
  expect(new Set(facts.sizes)).toEqual(new Set(["842x595"]));
  numbered(facts);
  const all = facts.texts.join("");
  for (const { no, name, unit } of rows) expect(all).toContain(`${no}${name}${unit}`.replaceAll(/\s/gu, ""));
  for (const { no, title } of plan()) expect(all).toContain(`${no}${title}`);
  for (const text of facts.texts) {
    expect(text).toMatch(/袁州区奉新县万载县上高县/u);
    expect(text).toContain("汇总定稿第1版");
  }
  expect(facts.texts.at(-1)).toContain("四舍五入，合计与分项可能不等");
  expect(facts.texts.at(-1)).toContain("37经验典型宣传推广");
});

test("a growth prints with its amounts and 上年同期, the city’s once the snapshot rests on them", async () => {
  const laptop = scene.laptop("tonggu");
  save(laptop, JUNE, { "indicator:T01-1": { inputs: { revenue: "1100000", revenue_prior: "1000000" } } });
  await take(office, [(await seal(laptop, JUNE, scene.out())).file]);
  judge(office, "accepted", [TONGGU, JUNE, "indicator:T01-1"]);
  const at = reportingUnits(office.plan, JUNE).findIndex(({ key }) => key === TONGGU);
  const three = () =>
    modelOf("summary-sheet")
      .indicators.flatMap(({ rows }) => rows)
      .slice(0, 3)
      .map(({ cells, city }) => [cells[at]?.text, city]);
  expect(three()).toEqual([
    ["110.00", "—"],
    ["100.00", "—"],
    ["10.0", "—"],
  ]);
  must(makeSnapshot(office, { period: JUNE, comment: "补报后" }));
  expect(three()).toEqual([
    ["110.00", "110.00"],
    ["100.00", "100.00"],
    ["10.0", "10.0"],
  ]);
  const { texts } = await printed(modelOf("summary-sheet"));
  expect(texts[0]).toContain("2上年同期（可比）亿元—");
  expect(texts[0]).toContain("约9%/年");
});

const plan = () => office.plan.tasks;
