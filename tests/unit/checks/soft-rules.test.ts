import { describe, expect, it } from "vitest";
import { needsExplanation } from "#shared/checks/finding.ts";
import { isRealExplanation } from "#shared/checks/explanation.ts";
import { offeredExplanation } from "#shared/checks/offered-explanation.ts";
import { indicatorValueSchema } from "#shared/ledger/record.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { check, EXPLANATION, found, item, plan, sentence, withSettings } from "./checking.ts";

const at = (amount: string) => ({ "indicator:T02-1": { inputs: { revenue: amount } } });
const was = (period: string, amount: string) => ({ [period]: at(amount) });

describe("explanations", () => {
  it.each([
    "核实无误",
    "属实",
    "无",
    "经核实无误，数据属实",
    "核实无误核实无误核实无误",
    "，。、！？；：，。、",
    "九个字不够说明原因",
    "",
  ])("does not take %s for one", (text) => {
    expect(isRealExplanation(text)).toBe(false);
  });

  it("takes ten characters that say something", () => {
    expect(isRealExplanation("十个字刚好够说明原因")).toBe(true);
    expect(isRealExplanation(EXPLANATION)).toBe(true);
  });

  it("settles the item's soft findings", () => {
    const situation = (note: string) => ({
      now: { "indicator:T02-1": { inputs: { revenue: "90000" }, note } },
      past: was("2024-02", "20000"),
    });
    expect(check(situation("核实无误")).filter(needsExplanation)).toHaveLength(1);
    expect(check(situation(EXPLANATION)).filter(needsExplanation)).toHaveLength(0);
    expect(check(situation(EXPLANATION))).toMatchObject([{ rule: "jump", explained: true }]);
  });

  it("is offered again once the office has accepted it", () => {
    const body = indicatorValueSchema.parse({ inputs: { revenue: "1" }, note: EXPLANATION });
    const offered = offeredExplanation(
      plan,
      periodSchema.parse("2024-05"),
      item("indicator:T02-1"),
      (period) => (period === "2024-03" ? body : undefined),
    );
    expect(offered).toEqual({ period: "2024-03", text: EXPLANATION });
    expect(
      offeredExplanation(plan, periodSchema.parse("2024-03"), item("indicator:T02-1"), () => body)?.period,
    ).toBe("2024-02");
  });
});

describe("jump", () => {
  const jump = (period: string, amount: string, past: Record<string, Record<string, unknown>>) =>
    found("jump", { period, now: at(amount), past });

  it("compares pace per month, beyond ±30 %", () => {
    // 20,000 in two months are 10,000 a month: 30,000 to 39,000 in three months are within 30 %.
    const past = was("2024-02", "20000");
    expect(jump("2024-03", "30000", past)).toEqual([]);
    expect(jump("2024-03", "39000", past)).toEqual([]);
    expect(jump("2024-03", "39000.01", past)).toEqual(["soft revenue"]);
    expect(jump("2024-03", "21000", past)).toEqual([]);
    expect(jump("2024-03", "20999.99", past)).toEqual(["soft revenue"]);
  });

  it("speaks up only when both values reach 10,000 万元", () => {
    expect(jump("2024-03", "60000", was("2024-02", "9999.99"))).toEqual([]);
    expect(jump("2024-03", "60000", was("2024-02", "10000"))).toEqual(["soft revenue"]);
  });

  it("holds 1—2月 against last year alone", () => {
    expect(jump("2025-02", "90000", was("2024-12", "120000"))).toEqual([]);
    expect(jump("2025-02", "90000", was("2024-02", "20000"))).toEqual(["soft revenue"]);
    expect(jump("2025-03", "90000", was("2024-03", "20000"))).toEqual([]);
  });

  it("is silenced by scale", () => {
    const situation = { now: at("300000"), past: was("2024-02", "20000") };
    expect(found("scale", situation)).toEqual(["soft revenue"]);
    expect(found("jump", situation)).toEqual([]);
  });

  it("says how much", () => {
    expect(sentence("jump", { now: at("60000"), past: was("2024-02", "20000") })).toContain(
      "月均20,000.00万元，比2024年1—2月的月均10,000.00万元变动+100.0%，超出±30%",
    );
  });
});

describe("scale", () => {
  // 20,000 万元 in two months: 30,000 in three months is the same pace.
  const scale = (amount: string) => found("scale", { now: at(amount), past: was("2024-02", "20000") });

  it.each(["300000", "210000", "390000", "300000000", "3000", "3"])("asks about %s", (amount) => {
    expect(scale(amount)).toEqual(["soft revenue"]);
  });

  it.each(["209999", "390001", "30000", "3000000", "0"])("does not ask about %s", (amount) => {
    expect(scale(amount)).toEqual([]);
  });

  it("looks at annual amounts against last year", () => {
    const inputs = (rd_expenditure: string) => ({ inputs: { rd_expenditure, revenue: "5000000" } });
    const situation = {
      period: "2024-12",
      now: { "indicator:T17-4": inputs("9") },
      past: { "2023-12": { "indicator:T17-4": inputs("90000") } },
    };
    expect(found("scale", situation)).toEqual(["soft rd_expenditure"]);
  });

  it("tells the true multiple", () => {
    expect(sentence("scale", { now: at("300000"), past: was("2024-02", "20000") })).toContain(
      "约为2024年1—2月20,000万元的15倍",
    );
  });
});

describe("figures that contradict each other", () => {
  const december = (rdRevenue: string, note = "") => ({
    period: "2024-12",
    now: {
      "indicator:T17-4": { inputs: { rd_expenditure: "10", revenue: rdRevenue }, note },
      "indicator:T01-1": { inputs: { revenue: "1000", revenue_prior: "900" } },
    },
  });

  it("asks when T17-4's revenue is not December's T01-1", () => {
    expect(found("rd-revenue", december("1001"))).toEqual(["soft revenue"]);
    expect(found("rd-revenue", december("1000.0"))).toEqual([]);
  });

  it("asks when a chain exceeds the unit's industry, but not of the whole chains of T05-1 and T07-1", () => {
    const chain = (id: string, amount: string) => ({
      now: {
        [`indicator:${id}`]: { inputs: { revenue: amount } },
        "indicator:T01-1": { inputs: { revenue: "100", revenue_prior: "100" } },
      },
    });
    expect(found("chain-within-total", chain("T02-1", "100.01"))).toEqual(["soft revenue"]);
    expect(found("chain-within-total", chain("T02-1", "100"))).toEqual([]);
    expect(found("chain-within-total", chain("T05-1", "500"))).toEqual([]);
    expect(found("chain-within-total", chain("T07-1", "500"))).toEqual([]);
    expect(found("chain-within-total", chain("T25-2", "500"))).toEqual([]);
  });

  it("never adds the chains up", () => {
    const chains = ["T02-1", "T03-1", "T04-1"].map((id) => [
      `indicator:${id}`,
      { inputs: { revenue: "90" } },
    ]);
    const total = { "indicator:T01-1": { inputs: { revenue: "100", revenue_prior: "100" } } };
    expect(check({ now: { ...Object.fromEntries(chains), ...total } })).toEqual([]);
  });

  it("asks when an enterprise exceeds its county in the named year", () => {
    const enterprise = (revenue: string, year = "2023") => ({
      period: "2024-12",
      now: { "register:key-enterprises/本地-1": { fields: { name: "样例企业甲", year, revenue } } },
      past: { "2023-12": { "indicator:T01-1": { inputs: { revenue: "1000", revenue_prior: "900" } } } },
    });
    expect(found("enterprise-within-county", enterprise("1001"))).toEqual(["soft revenue"]);
    expect(found("enterprise-within-county", enterprise("1000"))).toEqual([]);
    expect(found("enterprise-within-county", enterprise("1001", "2024"))).toEqual([]);
    expect(sentence("enterprise-within-county", enterprise("1001"))).toContain(
      "“样例企业甲”2023年营业收入1,001万元",
    );
  });

  it("asks when the prior differs from last year's report by more than 10 %", () => {
    const prior = (revenue_prior: string) => ({
      now: { "indicator:T01-1": { inputs: { revenue: "120", revenue_prior } } },
      past: { "2023-03": {}, "2024-03": {} },
    });
    const at2025 = (revenue_prior: string) => ({
      ...prior(revenue_prior),
      period: "2025-03",
      past: { "2024-03": { "indicator:T01-1": { inputs: { revenue: "100", revenue_prior: "95" } } } },
    });
    expect(found("prior-as-reported", at2025("110"))).toEqual([]);
    expect(found("prior-as-reported", at2025("110.01"))).toEqual(["soft revenue_prior"]);
    expect(found("prior-as-reported", at2025("90"))).toEqual([]);
    expect(found("prior-as-reported", at2025("89.99"))).toEqual(["soft revenue_prior"]);
    expect(found("prior-as-reported", prior("500"))).toEqual([]);
  });
});

describe("what was there and is no more", () => {
  it("asks when a value becomes 0 or 不涉及", () => {
    const past = was("2024-02", "100");
    expect(found("value-vanished", { now: at("0"), past })).toEqual(["soft revenue"]);
    expect(found("value-vanished", { now: at("1"), past })).toEqual([]);
    expect(found("value-vanished", { now: at("0"), past: was("2024-02", "0") })).toEqual([]);
    const gone = { now: { "indicator:T02-1": { notApplicable: "样例理由" } }, past };
    expect(found("value-vanished", gone)).toEqual(["soft revenue"]);
    expect(sentence("value-vanished", gone)).toContain("2024年1—2月为100万元，本期填“不涉及”");
  });

  it("asks for the reason of 不涉及 where the office must consent, and not for a chain", () => {
    const without = { notApplicable: "样例理由" };
    expect(found("consent-needed", { now: { "indicator:T25-2": without } })).toEqual(["soft notApplicable"]);
    expect(check({ now: { "indicator:T02-1": without } })).toEqual([]);
    const explained = { notApplicable: "样例：本地没有省级产业集群，已与工信部门核对" };
    expect(check({ now: { "indicator:T25-2": explained } })).toMatchObject([{ explained: true }]);
  });

  it("asks when 已完成 goes back to 推进中", () => {
    const task = (status: "in-progress" | "completed", reason = "") => ({
      now: { "task:2": { status, progress: "样例进展", reason } },
      past: { "2023-12": { "task:2": { status: "completed" } } },
    });
    expect(found("status-regressed", task("in-progress"))).toEqual(["soft status"]);
    expect(found("status-regressed", task("completed"))).toEqual([]);
    expect(check(task("in-progress", EXPLANATION)).filter(needsExplanation)).toEqual([]);
  });
});

describe("hints", () => {
  it("remarks on a text that is the same as before", () => {
    const task = (progress: string) => ({
      now: { "task:2": { status: "in-progress" as const, progress } },
      past: { "2023-12": { "task:2": { status: "in-progress", progress: "样例进展" } } },
    });
    expect(found("text-unchanged", task(" 样例进展\n"))).toEqual(["hint progress"]);
    expect(found("text-unchanged", task("样例新进展"))).toEqual([]);
  });

  it("remarks on 已完成 without evidence", () => {
    const evidence = [{ name: "样例.pdf", sha256: "0".repeat(64), size: 1, type: "application/pdf" }];
    expect(found("completed-evidence", { now: { "task:2": { status: "completed" } } })).toEqual([
      "hint evidence",
    ]);
    expect(found("completed-evidence", { now: { "task:2": { status: "completed", evidence } } })).toEqual([]);
  });

  it("remarks on more than one and a half times the target, the county's own first", () => {
    // The city's target of T02-1 is 2,500 亿元 = 25,000,000 万元.
    expect(found("far-beyond-target", { now: at("37500000") })).toEqual([]);
    expect(found("far-beyond-target", { now: at("37500001") })).toEqual(["hint -"]);
    const county = withSettings({
      countyTargets: [{ indicator: "T02-1", unit: "360981", year: 2024, value: "1" }],
    });
    expect(found("far-beyond-target", { plan: county, now: at("15001") })).toEqual(["hint -"]);
    expect(found("far-beyond-target", { plan: county, unit: "360982", now: at("15001") })).toEqual([]);
  });
});

describe("running the checks", () => {
  it("checks only the items asked for, with the others as context", () => {
    const now = {
      "indicator:T05-1": { inputs: { revenue: "-1" } },
      "indicator:T05-2": { inputs: { revenue: "5" } },
    };
    const findings = check({ now, only: ["indicator:T05-2"] });
    expect(findings.map(({ item: about, rule }) => `${about} ${rule}`)).toEqual([
      "indicator:T05-2 part-of-whole",
    ]);
  });

  it("fills every blank of every message in both languages", () => {
    const situations = [
      { now: at("abc") },
      { now: at("-5") },
      { now: at("90000"), past: was("2024-02", "20000") },
      { now: at("300000"), past: was("2024-02", "20000") },
      { now: at("5"), past: was("2024-02", "20000") },
      { now: at("37500001") },
      { now: { "register:chain-leaders/123": { fields: { name: "样例" } } } },
      { now: { "indicator:T02-1": { noData: { source: "x", expected: "昨天" } } } },
      { now: { "task:2": { status: "completed" as const, progress: "样".repeat(2000) } } },
    ];
    for (const situation of situations)
      for (const { rule } of check(situation))
        for (const language of ["zh", "en"] as const)
          expect(sentence(rule, situation, language)).not.toMatch(/[{}]|^$/);
  });
});
