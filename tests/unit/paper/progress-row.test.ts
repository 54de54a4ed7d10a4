import { describe, expect, test } from "vitest";
import { decimalSchema } from "#shared/plan/ids.ts";
import { plan } from "../plan/bundled-plan.ts";
import { itemsWith, rowWith, tonggu } from "./progress-answers.ts";

describe("status", () => {
  test.each([
    ["not-started", "未启动", "strong"],
    ["in-progress", "推进中", "plain"],
    ["completed", "已完成", "strong"],
    ["not-applicable", "不涉及", "strong"],
  ])("%s reads %s", (status, word, tone) => {
    expect(rowWith(1, { "task:1": { status } })).toMatchObject({ status: word, statusTone: tone });
  });

  test("an unanswered task that is due reads 未报 over empty cells", () => {
    expect(rowWith(1, {})).toMatchObject({
      status: "未报",
      statusTone: "missing",
      progress: "",
      problems: "",
      next: "",
    });
  });

  test("an emptied draft is no answer", () => {
    expect(rowWith(1, { "task:1": { status: "", progress: " " } }).status).toBe("未报");
  });

  test("an unanswered task that is not due reads 未到期", () => {
    const items = itemsWith({}).map((item) => ({ ...item, due: false }));
    expect(rowWith(1, {}, { items })).toMatchObject({ status: "未到期", progress: "—" });
  });

  test("an earlier 不涉及 stands with its reason", () => {
    const items = itemsWith({}).map((each) =>
      each.item === "task:9"
        ? {
            ...each,
            state: "na",
            previous: [{ body: { status: "not-applicable", reason: "本县无此类企业" } }],
          }
        : each,
    );
    expect(rowWith(9, {}, { items })).toMatchObject({ status: "不涉及", progress: "本县无此类企业" });
  });
});

describe("texts", () => {
  test("stand as typed, parts left empty as —", () => {
    const row = rowWith(1, { "task:1": { status: "in-progress", progress: "第一段\n第二段" } });
    expect(row).toMatchObject({ progress: "第一段\n第二段", problems: "—", next: "—" });
  });

  test("本期无新进展 is written out", () => {
    expect(rowWith(1, { "task:1": { noProgress: true, status: "in-progress" } }).progress).toBe(
      "本期无新进展。",
    );
  });

  test("不涉及 gives its reason, other explanations are marked as such", () => {
    expect(rowWith(9, { "task:9": { status: "not-applicable", reason: "无此产业" } }).progress).toBe(
      "无此产业",
    );
    expect(
      rowWith(9, { "task:9": { status: "in-progress", progress: "甲", reason: "上期误报已完成" } }).progress,
    ).toBe("甲\n说明：上期误报已完成");
  });

  test("an extension asked for stands with the next steps", () => {
    const draft = {
      status: "in-progress",
      next: "甲",
      extension: { date: "2027-06-30", reason: "用地未落实" },
    };
    expect(rowWith(2, { "task:2": draft }).next).toBe("甲\n申请延期至2027年6月30日：用地未落实");
  });

  test("a sealed sheet shows what is sealed, any other the draft", () => {
    const items = itemsWith({ "task:1": { status: "in-progress", progress: "新稿" } }).map((each) =>
      each.item === "task:1" ? { ...each, body: { status: "in-progress", progress: "已上报" } } : each,
    );
    expect(rowWith(1, {}, { items }).progress).toBe("新稿");
    expect(rowWith(1, {}, { items, stage: "sealed" }).progress).toBe("已上报");
  });

  test("a draft of the wrong kind is refused loudly", () => {
    expect(() => rowWith(1, { "task:1": { inputs: { revenue: "1" } } })).toThrow();
  });
});

test("department, people and phone come from the standing contact", () => {
  const contact = {
    department: "县工信局（牵头）、县统计局",
    leader: "责任领导甲",
    person: "联系人乙",
    phone: "0795-0000001",
  };
  expect(rowWith(1, {}, { contacts: new Map([[1, contact]]) })).toMatchObject({
    department: "县工信局（牵头）、县统计局",
    person: "责任领导甲\n联系人乙",
    phone: "0795-0000001",
  });
  expect(rowWith(2, {})).toMatchObject({ department: "—", person: "—", phone: "" });
});

describe("figures", () => {
  test("money reads in 亿元 with the 万元 as entered", () => {
    const inputs = { revenue: "19204.6", revenue_prior: "17,003.18" };
    expect(rowWith(2, { "indicator:T02-1": { inputs } }).figures).toEqual([
      "新能源（锂电）产业链营业收入：1.92亿元（19204.6万元），上年同期（可比口径）1.70亿元（17003.18万元）",
    ]);
  });

  test("zero is a figure; blank, 暂无数据 and 不涉及 are not zero", () => {
    const figures = (draft: unknown) => rowWith(8, { "indicator:T08-1": draft }).figures;
    expect(figures({ inputs: { revenue: "0" } })).toEqual(["先进装备制造产业链营业收入：0.00亿元（0万元）"]);
    expect(figures({ inputs: { revenue: "" } })).toEqual(["先进装备制造产业链营业收入：未报"]);
    expect(figures({ noData: { source: "县统计局", expected: "2025-07-20" } })).toEqual([
      "先进装备制造产业链营业收入：暂无数据（来源：县统计局，预计2025年7月20日）",
    ]);
    expect(figures({ notApplicable: "本县无此产业" })).toEqual([
      "先进装备制造产业链营业收入：不涉及（本县无此产业）",
    ]);
  });

  test("what is no figure stands as it was typed", () => {
    const draft = { inputs: { revenue: "1.2亿" } };
    expect(rowWith(8, { "indicator:T08-1": draft }).figures).toEqual(["先进装备制造产业链营业收入：1.2亿"]);
  });

  test("an annual indicator is not mentioned while it is not due", () => {
    expect(rowWith(29, {}).figures).toEqual([]);
  });

  test("several counts read with their names and units", () => {
    const inputs = { srdi: "14", little_giants: "1" };
    expect(rowWith(33, { "indicator:T33-1": { inputs } }).figures[0]).toContain(
      "专精特新企业14家，“小巨人”企业1家",
    );
  });
});

describe("completion", () => {
  const target = (indicator: string, value: string, year = 2025) => ({
    indicator,
    unit: tonggu,
    year,
    value: decimalSchema.parse(value),
  });
  const withTargets = (...countyTargets: ReturnType<typeof target>[]) => ({
    plan: { ...plan, settings: { ...plan.settings, countyTargets } },
  });
  const answers = {
    "indicator:T04-1": { inputs: { revenue: "87380.24" } },
    "indicator:T07-1": { inputs: { revenue: "104210" } },
    "indicator:T07-2": { inputs: { revenue: "51700.5" } },
    "indicator:T21-1": { inputs: { leading_industries_revenue: "9", park_revenue: "10" } },
  };

  test("is the entered figure against the county's own target of the year", () => {
    expect(rowWith(4, answers, withTargets(target("T04-1", "16"))).completion).toEqual(["54.6%"]);
  });

  test("is not given without a county target, for another year's or for another county's", () => {
    expect(rowWith(4, answers).completion).toEqual([]);
    expect(rowWith(4, answers, withTargets(target("T04-1", "16", 2026))).completion).toEqual([]);
    const other = { ...target("T04-1", "16"), unit: plan.document.clause.units[0] ?? tonggu };
    expect(rowWith(4, answers, withTargets(other)).completion).toEqual([]);
  });

  test("names a part as such", () => {
    const more = withTargets(target("T07-1", "20"), target("T07-2", "12"));
    expect(rowWith(7, answers, more).completion).toEqual(["52.1%", "其中43.1%"]);
  });

  test("is not computed for ratios, nor without a figure", () => {
    expect(rowWith(21, answers, withTargets(target("T21-1", "90"))).completion).toEqual([]);
    expect(rowWith(4, {}, withTargets(target("T04-1", "16"))).completion).toEqual([]);
  });
});

test("rows are kept whole up to six lines, and very long ones stand at the top", () => {
  const flow = (progress: string) => rowWith(3, { "task:3": { status: "in-progress", progress } }).flow;
  expect(flow("短")).toBe("keep");
  expect(flow("进".repeat(13 * 9))).toBe("split");
  expect(flow("进".repeat(4000))).toBe("tall");
});
