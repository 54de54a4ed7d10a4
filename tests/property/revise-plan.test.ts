import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { planChanges } from "#shared/plan/plan-changes.ts";
import { editAddress, planEditSchema, type PlanEdit } from "#shared/plan/plan-edit.ts";
import { applyEdits, revisePlan } from "#shared/plan/revise-plan.ts";
import { periodsOf } from "#shared/plan/calendar.ts";
import { plan } from "../unit/plan/bundled-plan.ts";

/** Sound edits of every kind, over the bundled plan. */
const one = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const indicator = one(plan.indicators.map(({ id }) => id));
const counties = plan.units.filter(({ kind }) => kind === "county" || kind === "zone").map(({ key }) => key);
const departments = plan.units.filter(({ kind }) => kind === "department").map(({ key }) => key);
const zones = plan.units.filter(({ kind }) => kind === "zone").map(({ key }) => key);
const plainCounties = plan.units.filter(({ kind }) => kind === "county").map(({ key }) => key);
const groups = plan.units.filter(({ kind }) => kind === "group").map(({ key }) => key);
const year = fc.integer({ min: plan.document.startYear, max: plan.document.endYear });
const decimal = fc.integer({ min: 0, max: 99_999 }).map(String);
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const date = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => new Date(Date.UTC(2023, 9, 1 + days)).toISOString().slice(0, 10));
const due = fc.record({
  monthsAfter: fc.integer({ min: 1, max: 24 }),
  day: fc.integer({ min: 1, max: 31 }),
});
const of = <K extends string, R extends object>(kind: K, rest: { [N in keyof R]: fc.Arbitrary<R[N]> }) =>
  fc.record({ kind: fc.constant(kind), ...rest });

const edit: fc.Arbitrary<PlanEdit> = fc
  .oneof(
    of("office-name", { name: one(["样例汇总办", "样例工信局"]) }),
    of("pace", { pace: one(["none", "annual-targets", "linear"]) }),
    fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
      .map(([yellow, more]) => ({ kind: "lights", yellowFrom: `${yellow}`, redFrom: `${yellow + more}` })),
    of("annual-target", { indicator, year, value: orNull(decimal) }),
    of("county-target", { indicator, unit: one(counties), year, value: orNull(decimal) }),
    of("baseline", { indicator, baseline: orNull(fc.record({ date, value: decimal })) }),
    of("tolerance", { indicator, value: orNull(decimal) }),
    of("definition", { indicator, text: orNull(one(["规上口径（样例）", "全口径（样例）"])) }),
    of("switch", {
      unit: one([...counties, ...departments]),
      from: one(periodsOf(plan)),
      reporting: orNull(one(["on", "off"])),
    }),
    of("chain-units", {
      chain: one(plan.chains.map(({ id }) => id)),
      units: orNull(fc.subarray(counties)),
    }),
    of("group-members", { group: one(groups), units: orNull(fc.shuffledSubarray(counties)) }),
    of("counted-inside", { zone: one(zones), county: orNull(one(plainCounties)) }),
    of("office-alone", { indicator, alone: fc.boolean() }),
    of("delegated", { indicator, unit: orNull(one(departments)) }),
    of("schedule", {
      schedule: one(plan.calendar.schedules.map(({ id }) => id)),
      frequency: one(["month", "quarter", "year"]),
      due,
    }),
    of("holiday", { date, day: orNull(one(["holiday", "workday"])) }),
    of("task-due", { task: one(plan.tasks.map(({ no }) => no)), date: orNull(date) }),
  )
  .map((made) => planEditSchema.parse(made));

const apart = fc.uniqueArray(edit, { selector: editAddress, minLength: 1, maxLength: 12 });

describe("revising a plan", () => {
  it("sound edits give a sound plan of the next version, or change nothing at all", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const next = revisePlan(plan, edits);
        if (!next.ok) {
          expect(next.error.map(({ code }) => code)).toEqual(["nothing-changed"]);
          return;
        }
        expect(next.value.version).toBe(plan.version + 1);
        expect(parsePlan(JSON.parse(toCanonicalText(next.value))).ok).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("edits of different places may come in any order", () => {
    fc.assert(
      fc.property(
        apart.chain((edits) =>
          fc.tuple(fc.constant(edits), fc.shuffledSubarray(edits, { minLength: edits.length })),
        ),
        ([edits, shuffled]) => {
          expect(toCanonicalText(applyEdits(plan, shuffled))).toBe(toCanonicalText(applyEdits(plan, edits)));
        },
      ),
    );
  });

  it("of two edits of one place the later stands, and the same edits once more change nothing", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const last = [...new Map(edits.map((each) => [editAddress(each), each])).values()];
        const edited = applyEdits(plan, edits);
        expect(toCanonicalText(applyEdits(plan, last))).toBe(toCanonicalText(edited));
        expect(toCanonicalText(applyEdits(edited, last))).toBe(toCanonicalText(edited));
      }),
    );
  });

  it("the difference tells every edit that changes a value, and comes back the other way round", () => {
    fc.assert(
      fc.property(apart, (edits) => {
        const after = applyEdits(plan, edits);
        const there = planChanges(plan, after);
        const telling = edits.filter((each) => planChanges(plan, applyEdits(plan, [each])).length > 0);
        expect(there.length).toBeGreaterThanOrEqual(telling.length);
        expect(planChanges(after, plan)).toHaveLength(there.length);
        expect(planChanges(after, after)).toEqual([]);
      }),
    );
  });
});
