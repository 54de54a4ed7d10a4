import { describe, expect, it } from "vitest";
import type { RegisterRow } from "#shared/ledger/record.ts";
import { indicatorSheetModel, type IndicatorSheetInput } from "#shared/paper/indicator-sheet.ts";
import type { UnitRegisters } from "#shared/paper/unit-registers.ts";
import { indicatorSheetModelSchema } from "#shared/paper/unit-sheet-model.ts";
import { period, plan } from "../plan/bundled-plan.ts";
import { checkCode, itemsWith, june, tonggu } from "./progress-answers.ts";

const NOTHING: UnitRegisters = { rows: [], confirmations: [] };

const modelWith = (
  drafts: Readonly<Record<string, unknown>>,
  more: Partial<IndicatorSheetInput> & { readonly lastYear?: Readonly<Record<string, unknown>> } = {},
) => {
  const { lastYear = {}, ...input } = more;
  const model = indicatorSheetModel({
    plan,
    unit: tonggu,
    period: june,
    items: itemsWith(drafts).map((item) => ({ ...item, lastYear: { body: lastYear[item.item] ?? null } })),
    contacts: new Map(),
    registers: NOTHING,
    checkCode,
    digest: null,
    stage: "review",
    printedAt: "2025-07-08T08:20:00.000Z",
    people: null,
    sample: false,
    ...input,
  });
  return indicatorSheetModelSchema.parse(model);
};
const rowOf = (model: ReturnType<typeof modelWith>, name: string | RegExp) => {
  const rows = model.groups.flatMap((group) => group.rows);
  const found = rows.find((row) => (typeof name === "string" ? row.name === name : name.test(row.name)));
  if (found === undefined) throw new Error(`no row ${String(name)}`);
  return found;
};

describe("a figure of the sheet", () => {
  it("stands in 亿元 over the amount as entered, beside the comparable one and the growth", () => {
    const inputs = { revenue: "19,204.6", revenue_prior: "17003.18" };
    expect(rowOf(modelWith({ "indicator:T02-1": { inputs } }), /^新能源/u)).toMatchObject({
      unit: "亿元",
      target: "突破2500",
      countyTarget: { text: "—", tone: "plain" },
      current: { text: "1.92", tone: "figure", small: "19204.6万元" },
      prior: { text: "1.70", tone: "figure", small: "17003.18万元" },
      change: { text: "12.9" },
      completion: { text: "—" },
    });
  });

  it("has no year before where the comparable figure is asked but blank, whatever was reported then", () => {
    const model = modelWith(
      {
        "indicator:T02-1": { inputs: { revenue: "19204.6" } },
        "indicator:T05-2": { inputs: { revenue: "90" } },
      },
      {
        lastYear: {
          "indicator:T02-1": { inputs: { revenue: "1" } },
          "indicator:T05-2": { inputs: { revenue: "100" } },
        },
      },
    );
    expect(rowOf(model, /^新能源/u)).toMatchObject({ prior: { text: "—" }, change: { text: "—" } });
    expect(rowOf(model, /核心制造/u)).toMatchObject({
      isPart: true,
      prior: { small: "100万元" },
      change: { text: "-10.0" },
    });
  });

  it("is held against the unit's own target of the year alone", () => {
    const target = { indicator: "T04-1", unit: tonggu, value: "16" } as const;
    const settings = (year: number) => ({
      ...plan,
      settings: { ...plan.settings, countyTargets: [{ ...target, year } as never] },
    });
    const drafts = { "indicator:T04-1": { inputs: { revenue: "87380.24" } } };
    expect(rowOf(modelWith(drafts, { plan: settings(2025) }), /^建材/u)).toMatchObject({
      countyTarget: { text: "16.00", tone: "figure" },
      completion: { text: "54.6", tone: "figure" },
    });
    expect(rowOf(modelWith(drafts, { plan: settings(2024) }), /^建材/u)).toMatchObject({
      countyTarget: { text: "—" },
      completion: { text: "—" },
    });
  });

  it("of a ratio shows what it is made of, and its change in 百分点", () => {
    const share = (part: string, whole: string) => ({
      inputs: { leading_industries_revenue: part, park_revenue: whole },
    });
    const model = modelWith(
      { "indicator:T21-1": share("876000", "1000000") },
      { lastYear: { "indicator:T21-1": share("862", "1000") } },
    );
    expect(rowOf(model, /集聚度/u)).toMatchObject({
      unit: "%",
      current: { text: "87.6", small: "87.60÷100.00亿元" },
      prior: { text: "86.2" },
      change: { text: "+1.4", small: "百分点" },
    });
  });

  it("is 未报, 不涉及 or 暂无数据 in words, and zero in figures", () => {
    const model = modelWith({
      "indicator:T09-1": { notApplicable: "本县无规模以上纺织鞋服企业。" },
      "indicator:T25-2": { noData: { source: "县统计局", expected: "2025-07-20" } },
      "indicator:T33-1": { inputs: { srdi: "14", little_giants: "0" } },
    });
    expect(rowOf(model, /^规上/u).current).toMatchObject({ text: "未报", tone: "missing" });
    expect(rowOf(model, /^纺织/u)).toMatchObject({
      current: { text: "不涉及" },
      source: "—",
      note: "本县无规模以上纺织鞋服企业。",
    });
    expect(rowOf(model, /集群/u)).toMatchObject({
      current: { text: "暂无数据" },
      source: "县统计局",
      note: "预计2025年7月20日补报。",
    });
    expect(rowOf(model, "专精特新企业").current.text).toBe("14");
    expect(rowOf(model, "“小巨人”企业").current).toMatchObject({ text: "0", tone: "figure" });
    expect(rowOf(model, "单项冠军企业").current.text).toBe("—");
  });
});

it("numbers rows through all groups and leaves out what is not due", () => {
  const model = modelWith({});
  const rows = model.groups.flatMap((group) => group.rows);
  expect(rows.map(({ no }) => no)).toEqual(rows.map((_, index) => index + 1));
  expect(model.groups.map(({ title }) => title)).toEqual([
    "一、按月调度（1—6月累计）",
    "二、按季调度",
    "三、名录计数（2025年6月末有效名录）",
  ]);
  expect(rows.some(({ name }) => name.includes("研发"))).toBe(true);
  expect(rows.some(({ name }) => name.includes("研发经费"))).toBe(false);
});

describe("what registers count", () => {
  const row = (key: string, at: string, fields: Readonly<Record<string, string>>, more = {}) => ({
    register: "chain-leaders",
    key,
    period: period(at),
    body: { fields, state: "in-force", ...more } as RegisterRow,
  });
  const leader = (chain: string, platform: string) => ({
    name: "样例企业",
    chain,
    stage: "certified",
    provincial_platform: platform,
  });
  const registers: UnitRegisters = {
    rows: [
      row("A", "2024-03", leader("new-energy", "none")),
      row("B", "2025-03", leader("new-energy", "provincial")),
      row("C", "2025-03", { ...leader("electronics", "none"), stage: "nurtured" }),
      row("D", "2024-03", leader("equipment", "none")),
      row("D", "2025-06", leader("equipment", "none"), {
        state: "ended",
        date: "2025-05-01",
        reason: "迁出",
      }),
    ],
    confirmations: [
      { register: "listed-companies", period: june, body: { confirm: "nil" } },
      { register: "chain-leaders", period: period("2024-06"), body: { confirm: "unchanged" } },
    ],
  };
  const model = modelWith({}, { registers });

  it("is counted as the roll-up counts it, with the year before", () => {
    expect(rowOf(model, /链主企业数/u)).toMatchObject({
      current: { text: "2" },
      prior: { text: "2" },
      source: "链主企业名录",
      note: "新能源（锂电）2家",
    });
    expect(rowOf(model, /平台覆盖率/u)).toMatchObject({
      current: { text: "50.0", small: "1÷2家" },
      prior: { text: "0.0" },
      change: { text: "+50.0", small: "百分点" },
    });
  });

  it("is zero once confirmed and 未报 until then", () => {
    expect(rowOf(model, /上市/u).current).toMatchObject({ text: "0", tone: "figure" });
    expect(rowOf(model, /载体/u).current).toMatchObject({ text: "未报", tone: "missing" });
  });
});
