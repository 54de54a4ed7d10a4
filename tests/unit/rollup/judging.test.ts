import { describe, expect, it } from "vitest";
import { describeLight, describeReason } from "#shared/rollup/describe-reason.ts";
import { confirmedBy, ELEVEN, everyUnit, figure, leader, rolled, value, withSettings } from "./sketch.ts";

const linear = withSettings({ pace: "linear" });
const revenueAt = (at: string, each: string, plan = linear) =>
  figure(rolled(at, { items: everyUnit("T02-1", at, () => ({ revenue: each })) }, { plan }), "T02-1");

describe("lights", () => {
  it("turns yellow from exactly 10 percentage points and red from exactly 30", () => {
    const amounts = (total: string, at: string) =>
      everyUnit("T08-1", at, (_key, index) => ({ revenue: index === 0 ? total : "0" }));
    const light = (total: string) =>
      figure(rolled("2026-06", { items: amounts(total, "2026-06") }, { plan: linear }), "T08-1").light;
    // Of 400 亿元: 40 % = 1,600,000 万元, 20 % = 800,000 万元; 50 % are due.
    expect(light("1600000.000001")).toBe("green");
    expect(light("1600000")).toBe("yellow");
    expect(light("800000.000001")).toBe("yellow");
    expect(light("800000")).toBe("red");
  });

  it("says why in both languages", () => {
    const found = revenueAt("2026-06", "1000000");
    expect(describeLight(found.light, found.reason, "zh")).toBe(
      "绿灯：完成44.0%，序时50.0%，落后6.0个百分点",
    );
    expect(describeReason(found.reason, "en")).toBe("44.0 % done, 50.0 % due, 6.0 points behind");
    const ahead = revenueAt("2026-06", "1500000");
    expect(describeReason(ahead.reason, "zh")).toBe("完成66.0%，序时50.0%，超前16.0个百分点");
  });

  it("stays grey without a schedule, with completion all the same", () => {
    const found = revenueAt("2026-06", "1000000", withSettings({}));
    expect(found).toMatchObject({
      light: "grey",
      completion: "44",
      schedule: null,
      reason: { code: "no-schedule" },
    });
    expect(describeReason(found.reason, "zh")).toBe("未设序时");
  });

  it("uses the office's annual target before the plan's year", () => {
    const annual = withSettings({
      pace: "linear",
      annualTargets: [{ indicator: "T02-1", year: 2024, value: "1100" }],
    });
    expect(revenueAt("2024-12", "1000000", annual)).toMatchObject({
      target: "1100",
      completion: "100",
      met: true,
      light: "green",
    });
  });
});

describe("targets", () => {
  it("does not know whether an incomplete sum meets its target, unless it is already reached", () => {
    const at = (amount: string) =>
      figure(
        rolled("2026-12", { items: [value("T09-1", "360981", { revenue: amount }, "2026-12")] }),
        "T09-1",
      );
    expect(at("2999999")).toMatchObject({ met: null, complete: false });
    expect(at("3000000")).toMatchObject({ met: true, complete: false, light: "grey" });
  });

  it("never knows it of an incomplete ratio", () => {
    const items = [value("T17-4", "360981", { rd_expenditure: "90", revenue: "100" }, "2026-12")];
    expect(figure(rolled("2026-12", { items }), "T17-4")).toMatchObject({ display: "90.00", met: null });
  });

  it.each([
    [1, false, undefined],
    [2, true, undefined],
    [5, true, undefined],
    [6, true, true],
  ])("meets 2—5 家 with %i leaders: %s, beyond the range: %s", (count, met, exceeded) => {
    const rows = Array.from({ length: count }, (_, index) => leader(`K${index}`, "360981"));
    const found = figure(
      rolled("2024-03", { rows, confirmations: confirmedBy("chain-leaders", "2024-03") }),
      "T13-1",
      "new-energy",
    );
    expect(found.met).toBe(met);
    expect(found.exceeded).toBe(exceeded);
  });

  it("compares 左右 without a tolerance and says so; with one it decides", () => {
    const items = everyUnit("T01-1", "2024-03", () => ({ revenue: "108", revenue_prior: "100" }));
    const open = figure(rolled("2024-03", { items }), "T01-1");
    expect(open).toMatchObject({ met: false, gap: "-1", completion: null });
    expect(describeReason(open.reason, "zh")).toBe("容差未设：8.0%，目标9.0%左右，低1.0个百分点");
    const tolerant = withSettings({ tolerances: [{ indicator: "T01-1", value: "1" }] });
    expect(figure(rolled("2024-03", { items }, { plan: tolerant }), "T01-1").met).toBe(true);
  });

  it("holds 提升 against the office's 基期, else the earliest complete December", () => {
    const rates = (over: string, at: string) =>
      everyUnit("T14-1", at, () => ({ with_rd_activity: over, enterprises: "100" }));
    const items = [...rates("30", "2023-12"), ...rates("25", "2024-12")];
    const first = figure(rolled("2023-12", { items }), "T14-1");
    expect(first).toMatchObject({ met: null, reason: { code: "no-baseline" } });
    const second = figure(rolled("2024-12", { items }), "T14-1");
    expect(second).toMatchObject({
      met: false,
      gap: "-5",
      secondary: { baseline: { value: "30", from: "2023-12" } },
    });
    expect(describeReason(second.reason, "zh")).toBe("25.0%，基期30.0%，下降5.0个百分点");
    const set = withSettings({ baselines: [{ indicator: "T14-1", date: "2022-12-31", value: "20" }] });
    expect(figure(rolled("2024-12", { items }, { plan: set }), "T14-1")).toMatchObject({
      met: true,
      gap: "5",
    });
  });

  it("gives a ratio its gap in 百分点, and a light only from a schedule with a baseline", () => {
    const items = everyUnit("T21-1", "2026-12", () => ({
      leading_industries_revenue: "75",
      park_revenue: "100",
    }));
    const without = figure(rolled("2026-12", { items }, { plan: linear }), "T21-1");
    expect(without).toMatchObject({
      gap: "-15",
      completion: null,
      light: "grey",
      reason: { code: "no-baseline" },
    });
    const set = withSettings({
      pace: "linear",
      baselines: [{ indicator: "T21-1", date: "2022-12-31", value: "60" }],
    });
    expect(figure(rolled("2026-12", { items }, { plan: set }), "T21-1")).toMatchObject({
      light: "yellow",
      reason: { code: "gap", value: "75.0", scheduled: "90.0", behind: "15.0" },
    });
  });

  it("paces a count from the office's baseline by months", () => {
    const set = withSettings({
      pace: "linear",
      baselines: [{ indicator: "T17-2", date: "2022-12-31", value: "0" }],
    });
    const confirmations = confirmedBy("national-platforms", "2024-12");
    // Half of the 48 months: 1 of 2 is due.
    expect(figure(rolled("2024-12", { confirmations }, { plan: set }), "T17-2")).toMatchObject({
      completion: "0",
      schedule: "50",
      light: "red",
    });
  });

  it("holds a count against the latest year's end passed where the office gave annual targets", () => {
    const set = withSettings({
      pace: "annual-targets",
      annualTargets: [{ indicator: "T17-2", year: 2024, value: "1" }],
    });
    const at = (text: string) =>
      figure(
        rolled(text, { confirmations: confirmedBy("national-platforms", text) }, { plan: set }),
        "T17-2",
      );
    expect(at("2024-12")).toMatchObject({ schedule: "50", light: "red" });
    expect(at("2024-09")).toMatchObject({ light: "grey", reason: { code: "no-annual-target", year: 2024 } });
  });
});

describe("one county", () => {
  it("is measured only against a county target", () => {
    const items = everyUnit("T02-1", "2026-06", () => ({ revenue: "1000000" }));
    const none = figure(rolled("2026-06", { items }, { plan: linear }), "T02-1");
    expect(none.byUnit).toHaveLength(ELEVEN.length);
    expect(none.byUnit[0]).toMatchObject({
      display: "100.00",
      target: null,
      completion: null,
      light: "grey",
      reason: { code: "no-county-target" },
    });
    const set = withSettings({
      pace: "linear",
      countyTargets: [{ indicator: "T02-1", unit: "360902", year: 2026, value: "250" }],
    });
    const found = figure(rolled("2026-06", { items }, { plan: set }), "T02-1").byUnit;
    expect(found[0]).toMatchObject({ unit: "360902", target: "250", completion: "40", light: "yellow" });
    expect(found[1]?.reason).toEqual({ code: "no-county-target" });
  });
});
