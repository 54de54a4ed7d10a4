import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemSchema } from "#shared/plan/ids.ts";
import { basisOf, itemsSince, type SubjectMark } from "#shared/rollup/snapshot-basis.ts";
import { period, plan } from "../unit/rollup/sketch.ts";

const MARCH = period("2024-03");
const id = fc.constantFrom("a", "b", "c").map((letter) => letter.repeat(64));

const mark: fc.Arbitrary<SubjectMark> = fc.record({
  unit: fc.constantFrom("360900", "360981", "360926"),
  period: fc.constantFrom("2023-12", "2024-02", "2024-03", "2024-06"),
  item: fc
    .constantFrom("task:2", "indicator:T01-1", "indicator:T02-1", "register:chain-leaders/A", "contact:2")
    .map((text) => itemSchema.parse(text)),
  accepted: fc.option(id),
  current: fc.option(id),
  verified: fc.option(id),
  withdrawn: fc.boolean(),
  notApplicable: fc.boolean(),
});
/** One mark per subject, as the ledger has it. */
const subjects = fc.uniqueArray(mark, {
  selector: ({ unit, item, period: at }) => `${unit} ${item} ${at}`,
  maxLength: 30,
});

describe("what a snapshot rests on", () => {
  it("is the same in whatever order the subjects come", () => {
    fc.assert(
      fc.property(subjects, fc.gen(), (marks, gen) => {
        const shuffled = gen(fc.shuffledSubarray, marks, { minLength: marks.length });
        expect(basisOf(plan, MARCH, shuffled)).toEqual(basisOf(plan, MARCH, marks));
      }),
    );
  });

  it("has nothing after it while nothing changes, and names each change once", () => {
    fc.assert(
      fc.property(subjects, subjects, (before, after) => {
        const [was, is] = [basisOf(plan, MARCH, before), basisOf(plan, MARCH, after)];
        expect(itemsSince(plan, MARCH, was, was)).toEqual([]);
        const named = itemsSince(plan, MARCH, was, is).map(
          ({ unit, item, period: at }) => `${unit} ${item} ${at}`,
        );
        expect(new Set(named).size).toBe(named.length);
        expect(named.length === 0).toBe(JSON.stringify(sorted(was)) === JSON.stringify(sorted(is)));
      }),
    );
  });
});

/** Members in one order; a period that alone differs is no change of what stands. */
const sorted = (value: unknown): unknown =>
  typeof value !== "object" || value === null
    ? value
    : Object.entries(value)
        .filter(([key]) => key !== "period")
        .map(([key, member]) => [key, sorted(member)] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
