import { describe, expect, it } from "vitest";
import { describePlanError } from "#shared/plan/check-plan.ts";
import { planChanges } from "#shared/plan/plan-changes.ts";
import { planEditSchema, type PlanEdit } from "#shared/plan/plan-edit.ts";
import { revisePlan } from "#shared/plan/revise-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { isReporting } from "#shared/plan/units.ts";
import { period, plan } from "./bundled-plan.ts";

const edits = (...list: object[]): PlanEdit[] => list.map((edit) => planEditSchema.parse(edit));

function revised(...list: object[]): Plan {
  const next = revisePlan(plan, edits(...list));
  if (!next.ok) throw new Error(next.error.map((error) => describePlanError(error, "zh")).join("\n"));
  return next.value;
}
function codes(...list: object[]): string[] {
  const next = revisePlan(plan, edits(...list));
  return next.ok ? [] : next.error.map(({ code }) => code);
}

describe("a revised plan", () => {
  it("is the next version with what the office set, marked as the office's, and nothing else changed", () => {
    const next = revised(
      { kind: "pace", pace: "linear" },
      { kind: "annual-target", indicator: "T02-1", year: 2025, value: "1800" },
      { kind: "schedule", schedule: "month-28", frequency: "month", due: { monthsAfter: 1, day: 25 } },
      { kind: "definition", indicator: "T02-1", text: "规上法人口径（样例）" },
      { kind: "task-due", task: 1, date: "2026-06-30" },
      { kind: "lights", yellowFrom: "5", redFrom: "20" },
    );
    expect(next.version).toBe(plan.version + 1);
    expect(next.settings).toMatchObject({ pace: "linear", paceBasis: "office" });
    expect(next.lights).toEqual({ yellowFrom: "5", redFrom: "20", basis: "office" });
    expect(next.calendar.schedules.find(({ id }) => id === "month-28")).toMatchObject({
      due: { monthsAfter: 1, day: 25 },
      basis: "office",
    });
    expect(next.indicators.find(({ id }) => id === "T02-1")).toMatchObject({
      definition: "规上法人口径（样例）",
      definitionBasis: "office",
    });
    expect(planChanges(plan, next)).toHaveLength(7);
  });

  it("takes away what is set to null", () => {
    const first = revised({ kind: "task-due", task: 2, date: null });
    expect(first.tasks.find(({ no }) => no === 2)).not.toHaveProperty("dueDate");
    const cleared = revised({ kind: "definition", indicator: "T21-1", text: null });
    expect(cleared.indicators.find(({ id }) => id === "T21-1")).not.toHaveProperty("definition");
  });

  it("lets a department report from its period on, and not before", () => {
    const department = plan.units.find(({ kind }) => kind === "department");
    if (department === undefined) throw new Error("the plan has departments");
    const next = revised({ kind: "switch", unit: department.key, from: "2025-03", reporting: "on" });
    expect(isReporting(next, department, period("2025-02"))).toBe(false);
    expect(isReporting(next, department, period("2025-03"))).toBe(true);
  });

  it("leaves the present version as it is", () => {
    const before = JSON.stringify(plan);
    revised({ kind: "holiday", date: "2025-10-01", day: "holiday" });
    expect(JSON.stringify(plan)).toBe(before);
  });
});

describe("refused, with everything that is wrong", () => {
  it("nothing changed", () => {
    expect(codes({ kind: "annual-target", indicator: "T02-1", year: 2025, value: null })).toEqual([
      "nothing-changed",
    ]);
  });
  it("what the plan does not have, also where it is taken away", () => {
    expect(
      codes(
        { kind: "tolerance", indicator: "T99-1", value: null },
        { kind: "switch", unit: "nowhere", from: "2025-03", reporting: "on" },
        { kind: "schedule", schedule: "week-1", frequency: "month", due: { monthsAfter: 1, day: 1 } },
      ),
    ).toEqual(["unknown-reference", "unknown-reference", "unknown-reference"]);
  });
  it("years outside the plan, thresholds below 0 or crossed, units of the wrong kind, skipped periods", () => {
    const found = codes(
      { kind: "annual-target", indicator: "T02-1", year: 2031, value: "1" },
      { kind: "county-target", indicator: "T02-1", unit: "360981", year: 2019, value: "1" },
      { kind: "tolerance", indicator: "T01-1", value: "-1" },
      { kind: "lights", yellowFrom: "30", redFrom: "-10" },
      { kind: "chain-units", chain: plan.chains[0]?.id, units: ["360900"] },
      { kind: "counted-inside", zone: "360981", county: "YC-JKQ" },
      { kind: "delegated", indicator: "T01-2", unit: "360981" },
      { kind: "switch", unit: "counties", from: "2025-01", reporting: "on" },
      { kind: "group-members", group: "360981", units: ["360982"] },
    );
    expect(found.toSorted()).toEqual(
      [
        "year-outside-plan",
        "year-outside-plan",
        "negative-setting",
        "negative-setting",
        "lights-order",
        "wrong-unit-kind",
        "wrong-unit-kind",
        "wrong-unit-kind",
        "wrong-unit-kind",
        "wrong-unit-kind",
        "period-skipped",
        "not-a-group",
      ].toSorted(),
    );
  });
});
