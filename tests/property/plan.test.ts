import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsFor } from "#shared/plan/assignment.ts";
import { describePlanError, parsePlan } from "#shared/plan/check-plan.ts";
import { checkCreditCode, creditCodeCheckCharacter } from "#shared/plan/credit-code.ts";
import {
  isDue,
  dueDate,
  isWorkingDay,
  nextPeriod,
  periodAt,
  periodsOf,
  previousPeriod,
} from "#shared/plan/calendar.ts";
import { plan, planJson } from "../unit/plan/bundled-plan.ts";

/** Where in the JSON a spoiling strikes: fractions that choose a member at each level. */
const strike = fc.record({
  steps: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 1,
    maxLength: 8,
  }),
  change: fc.oneof(
    fc.record({ kind: fc.constant("replace" as const), value: fc.jsonValue() }),
    fc.record({ kind: fc.constant("remove" as const) }),
    fc.record({ kind: fc.constant("add" as const), name: fc.string(), value: fc.jsonValue() }),
    fc.record({ kind: fc.constant("repeat" as const) }),
  ),
});

type Strike = typeof strike extends fc.Arbitrary<infer T> ? T : never;

function spoil(json: unknown, { steps, change }: Strike): void {
  // oxlint-disable-next-line typescript/no-explicit-any -- walks any JSON
  let parent: any = json;
  let name: string | number = "";
  for (const [level, fraction] of steps.entries()) {
    const names = Object.keys(parent);
    const next = names[Math.floor(fraction * names.length)];
    if (next === undefined) return;
    name = Array.isArray(parent) ? Number(next) : next;
    const child = parent[name];
    if (level === steps.length - 1 || typeof child !== "object" || child === null) break;
    parent = child;
  }
  if (change.kind === "replace") parent[name] = change.value;
  else if (change.kind === "remove") delete parent[name];
  else if (change.kind === "repeat") {
    if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(name)]));
  } else if (Array.isArray(parent)) parent.push(change.value);
  else parent[change.name] = change.value;
}

describe("parsePlan", () => {
  it("never throws on a spoiled plan, and what it refuses it can describe", () => {
    fc.assert(
      fc.property(fc.array(strike, { minLength: 1, maxLength: 6 }), (strikes) => {
        const json = planJson();
        for (const each of strikes) spoil(json, each);
        const result = parsePlan(json);
        if (result.ok) {
          for (const unit of result.value.units) {
            for (const period of periodsOf(result.value).slice(0, 2))
              itemsFor(result.value, unit.key, period);
          }
          return;
        }
        expect(result.error.length).toBeGreaterThan(0);
        for (const error of result.error) {
          expect(describePlanError(error, "zh").length).toBeGreaterThan(error.path.length);
          expect(describePlanError(error, "en").length).toBeGreaterThan(error.path.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(parsePlan(json).ok).toBe(false);
      }),
    );
  });
});

describe("calendar", () => {
  const anyPeriod = fc.constantFrom(...periodsOf(plan));

  it("puts every due day on a working day after its period", () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom(...plan.calendar.schedules), (period, schedule) => {
        const date = dueDate(plan, schedule, period);
        expect(isWorkingDay(plan, date)).toBe(true);
        expect(date.slice(0, 7) > period).toBe(true);
        if (schedule.frequency === "month") expect(isDue(schedule, period)).toBe(true);
      }),
    );
  });

  it("goes forth and back between neighbours", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const next = nextPeriod(plan, period);
        if (next !== undefined) expect(previousPeriod(plan, next)).toBe(period);
      }),
    );
  });

  it("is on every day in one of its periods", () => {
    const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        expect(periodsOf(plan)).toContain(periodAt(plan, date.toISOString().slice(0, 10)));
      }),
    );
  });
});

describe("credit codes", () => {
  const character = fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY");
  const first17 = fc.string({ unit: character, minLength: 17, maxLength: 17 });

  it("have exactly one check character, which any single error betrays", () => {
    fc.assert(
      fc.property(first17, fc.nat(16), character, (digits, place, other) => {
        const check = creditCodeCheckCharacter(digits);
        expect(checkCreditCode(`${digits}${check}`)).toEqual({ ok: true });
        const mistyped = digits.slice(0, place) + other + digits.slice(place + 1);
        expect(checkCreditCode(`${mistyped}${check}`).ok).toBe(mistyped === digits);
      }),
    );
  });

  it("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(typeof checkCreditCode(text).ok).toBe("boolean");
      }),
    );
  });
});
