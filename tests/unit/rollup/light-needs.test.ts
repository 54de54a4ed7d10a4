import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, stepAt, type Decimal } from "#shared/rollup/decimal.ts";
import { behindOf, lightOf } from "#shared/rollup/judge.ts";
import { lightNeeds } from "#shared/rollup/light-needs.ts";
import { decimalSchema } from "#shared/plan/ids.ts";
import { annualTargetAt, dueByNow } from "#shared/rollup/target.ts";
import type { Light } from "#shared/rollup/types.ts";
import { plan as bundled, period, withSettings } from "./sketch.ts";

const indicatorOf = (id: string) => {
  const found = bundled.indicators.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const annual = (indicator: string, value: string, pace = "linear") =>
  withSettings({ pace, annualTargets: [{ indicator, year: 2024, value }] });
const text = (value: Decimal | null | undefined) => value?.toFixed() ?? null;

describe("what a light needs", () => {
  const revenue = indicatorOf("T02-1");

  it("names the annual target, and the figures from which on a light would be another", () => {
    const plan = annual("T02-1", "2500");
    const march = period("2024-03");
    expect(annualTargetAt(plan, revenue, march)).toMatchObject({ year: 2024 });
    // 3/12 of 2,500 are due: 625; ten points are 250, thirty would be 750.
    const needs = lightNeeds(plan, revenue, march, { target: decimalSchema.parse("2500") });
    expect([text(needs?.due), text(needs?.green), text(needs?.notRed)]).toEqual(["625", "375.01", null]);
    const february = lightNeeds(plan, revenue, period("2024-02"), { target: decimalSchema.parse("2500") });
    expect([text(february?.due), text(february?.green)]).toEqual(["416.67", "166.67"]);
  });

  it("measures growth in points against the year's rate", () => {
    const growth = indicatorOf("T01-1");
    const needs = lightNeeds(annual("T01-1", "9.5"), growth, period("2024-03"), {
      target: decimalSchema.parse("9"),
    });
    expect([text(needs?.due), text(needs?.green), text(needs?.notRed)]).toEqual(["9.5", "-0.4", "-20.4"]);
  });

  it("needs nothing where nothing is due", () => {
    expect(
      lightNeeds(withSettings({}), revenue, period("2024-03"), { target: decimalSchema.parse("2500") }),
    ).toBeNull();
    expect(lightNeeds(annual("T02-1", "2500"), revenue, period("2024-03"), { target: null })).toBeNull();
    expect(annualTargetAt(withSettings({ pace: "linear" }), revenue, period("2024-03"))).toBeNull();
  });

  it("is exact: the figure named has the light, and the next smaller one has not", () => {
    const months = fc.integer({ min: 2, max: 12 });
    const targets = fc
      .integer({ min: 1, max: 10_000_000 })
      .map((cents) => decimalSchema.parse(decimal(cents).div(100).toFixed()));
    fc.assert(
      fc.property(fc.constantFrom("T02-1", "T01-1"), months, targets, (id, month, target) => {
        const indicator = indicatorOf(id);
        const plan = annual(id, target);
        const at = period(`2024-${String(month).padStart(2, "0")}`);
        const needs = lightNeeds(plan, indicator, at, { target });
        const due = dueByNow(plan, indicator, at, decimal(target));
        if (needs === null || !("value" in due)) throw new Error("nothing is due");
        const step = stepAt(indicator.decimals);
        const lightAt = (value: Decimal): Light =>
          lightOf(plan, behindOf(indicator, { value, target: decimal(target), due: due.value }));
        if (needs.green !== null) {
          expect(lightAt(needs.green)).toBe("green");
          expect(lightAt(needs.green.minus(step))).not.toBe("green");
        }
        if (needs.notRed !== null) {
          expect(lightAt(needs.notRed)).not.toBe("red");
          expect(lightAt(needs.notRed.minus(step))).toBe("red");
        }
        expect(needs.due.gte(due.value)).toBe(true);
        expect(needs.due.minus(step).lt(due.value)).toBe(true);
      }),
    );
  });
});
