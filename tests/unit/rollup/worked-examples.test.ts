import { describe, expect, it } from "vitest";
import { runChecks } from "#shared/checks/run-checks.ts";
import { describeFinding } from "#shared/checks/describe-finding.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import { describeLight, describeReason } from "#shared/rollup/describe-reason.ts";
import { indicatorValueSchema } from "#shared/ledger/record.ts";
import {
  confirmedBy,
  ELEVEN,
  everyUnit,
  figure,
  itemFact,
  leader,
  period,
  plan,
  rolled,
  unit,
  value,
  withSettings,
} from "./sketch.ts";

/** The nine worked examples of the domain rules, word for word. */
describe("worked examples", () => {
  it("1. R&D: A 1,600/100,000, B 900/30,000 → 2,500/130,000 = 1.92 %, not (1.60+3.00)/2 = 2.30 %", () => {
    const result = rolled("2024-12", {
      items: [
        value("T17-4", "360981", { rd_expenditure: "1600", revenue: "100000" }, "2024-12"),
        value("T17-4", "360982", { rd_expenditure: "900", revenue: "30000" }, "2024-12"),
      ],
    });
    const { display, value: exact, sums } = figure(result, "T17-4");
    expect(display).toBe("1.92");
    expect(exact).toBe("1.923077");
    expect(sums).toEqual({ rd_expenditure: "2500", revenue: "130000" });
  });

  it("2. Growth: A 110/100, B 45/50 → 155/150 − 1 = 3.3 %, not (10 − 10)/2 = 0 %", () => {
    const result = rolled("2024-03", {
      items: [
        value("T01-1", "360981", { revenue: "110", revenue_prior: "100" }),
        value("T01-1", "360982", { revenue: "45", revenue_prior: "50" }),
      ],
    });
    expect(figure(result, "T01-1").display).toBe("3.3");
  });

  it("3. Listed in two counties, one code: chain-leaders counts it once for the chain and names both counties as a query", () => {
    const result = rolled("2024-03", {
      rows: [leader("91360900MA35XXXXXX", "360981"), leader("91360900MA35XXXXXX", "360982")],
      confirmations: confirmedBy("chain-leaders", "2024-03"),
    });
    const found = figure(result, "T13-1", "new-energy");
    expect(found.value).toBe("1");
    expect(found.queries).toEqual([
      { key: "91360900MA35XXXXXX", units: ["360981", "360982"], counted: true },
    ]);
  });

  it("4. 0.1 + 0.2 万元 = 0.3 万元", () => {
    const result = rolled("2024-03", {
      items: [value("T02-1", "360981", { revenue: "0.1" }), value("T02-1", "360982", { revenue: "0.2" })],
    });
    expect(figure(result, "T02-1").sums).toEqual({ revenue: "0.3" });
    expect(figure(result, "T02-1").value).toBe("0.00003");
  });

  it("5. 11 units, one blank, one 不涉及: sum over 9, “9 of 10 reported, 1 not applicable”", () => {
    const [blank, without, ...nine] = ELEVEN;
    const result = rolled("2024-03", {
      items: [
        ...everyUnit("T02-1", "2024-03", () => ({ revenue: "10000" }), nine),
        itemFact("T02-1", { unit: without, accepted: { notApplicable: "样例：本地没有这条链" } }),
      ],
    });
    const { value: total, units, complete, light, reason } = figure(result, "T02-1");
    expect(total).toBe("9");
    expect(units).toMatchObject({ reported: 9, expected: 10, notApplicable: 1, missing: [blank] });
    expect(complete).toBe(false);
    expect(light).toBe("grey");
    expect(describeReason(reason, "zh")).toBe("数据不全 9/10");
  });

  it("6. 2024-02 then 2024-03 of ytd revenue 100 → 90: hard, 累计数不得减少, unless a reason is chosen, then soft", () => {
    const item = indicatorItem("T02-1");
    const before = indicatorValueSchema.parse({ inputs: { revenue: "100" } });
    const check = (draft: object) =>
      runChecks({
        plan,
        unit: unit("360981"),
        period: period("2024-03"),
        answers: new Map([[item, { inputs: { revenue: "90" }, ...draft }]]),
        history: (at, asked) => (at === "2024-02" && asked === item ? before : undefined),
      }).filter(({ rule }) => rule === "ytd-not-falling");
    const [found] = check({});
    expect(found).toMatchObject({ tier: "hard", input: "revenue" });
    expect(found && describeFinding(plan, found, "zh")).toContain("累计数不得减少");
    for (const correction of ["prior-correction", "enterprise-left", "definition-changed", "other"])
      expect(check({ correction })).toMatchObject([{ tier: "soft" }]);
  });

  it("7. 2026-07, Σ 10,300,000 万元 = 1,030 of 2,500 亿元 = 41.2 %, linear schedule 58.3 %, yellow", () => {
    const linear = withSettings({ pace: "linear" });
    const amounts = everyUnit("T02-1", "2026-07", (_key, index) => ({
      revenue: index === 0 ? "300000" : "1000000",
    }));
    const found = figure(rolled("2026-07", { items: amounts }, { plan: linear }), "T02-1");
    expect(found).toMatchObject({
      value: "1030",
      display: "1,030.00",
      target: "2500",
      completion: "41.2",
      light: "yellow",
      met: false,
      complete: true,
    });
    expect(found.schedule).toBe("58.333333");
    expect(describeReason(found.reason, "zh")).toBe("完成41.2%，序时58.3%，落后17.1个百分点");
    expect(describeLight(found.light, found.reason, "zh")).toBe(
      "黄灯：完成41.2%，序时58.3%，落后17.1个百分点",
    );
  });

  it("7. the same in 2024-07 without an annual target: no completion, no light, “无年度目标”", () => {
    const linear = withSettings({ pace: "linear" });
    const amounts = everyUnit("T02-1", "2024-07", (_key, index) => ({
      revenue: index === 0 ? "300000" : "1000000",
    }));
    const found = figure(rolled("2024-07", { items: amounts }, { plan: linear }), "T02-1");
    expect(found).toMatchObject({ value: "1030", target: null, completion: null, light: "grey", met: null });
    expect(describeReason(found.reason, "zh")).toContain("无年度目标");
  });

  it("8. Decembers 108/100 and 110/100 → √1.188 − 1 = 9.0 %, “2 of 4 years”", () => {
    const result = rolled("2024-12", {
      items: [
        ...everyUnit("T01-1", "2023-12", () => ({ revenue: "108", revenue_prior: "100" })),
        ...everyUnit("T01-1", "2024-12", () => ({ revenue: "110", revenue_prior: "100" })),
      ],
    });
    expect(figure(result, "T01-1").secondary.average).toMatchObject({
      value: "8.995413",
      display: "9.0",
      years: 2,
      of: 4,
    });
  });

  it("9. Accepted 100, correction 120 pending → 100; with pending → 120", () => {
    const items = [
      itemFact("T02-1", {
        state: "resubmitted",
        accepted: { inputs: { revenue: "100" } },
        pending: { inputs: { revenue: "120" } },
      }),
    ];
    const accepted = figure(rolled("2024-03", { items }), "T02-1");
    const pending = figure(rolled("2024-03", { items }, { includePending: true }), "T02-1");
    expect(accepted.sums).toEqual({ revenue: "100" });
    expect(accepted).toMatchObject({ includesPending: false, units: { pending: ["360981"], reported: 1 } });
    expect(pending.sums).toEqual({ revenue: "120" });
    expect(pending.includesPending).toBe(true);
  });
});
