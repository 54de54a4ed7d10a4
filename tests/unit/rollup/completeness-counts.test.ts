import fc from "fast-check";
import { expect, it } from "vitest";
import { itemsFor } from "#shared/plan/assignment.ts";
import { completenessOf, type ReceivedItem } from "#shared/rollup/completeness.ts";
import { period, plan, unit } from "./sketch.ts";

const FENGCHENG = unit("360981");
const at = period("2024-03");
const asked = itemsFor(plan, FENGCHENG, at).map(({ item }) => item);

const receivedItem = fc.record({
  item: fc.constantFrom(...asked),
  state: fc.constantFrom("sealed", "accepted", "returned", "resubmitted", "conflict", "none"),
  answer: fc.constantFrom("value", "not-applicable", "no-data"),
  receivedAt: fc
    .integer({ min: Date.parse("2024-04-01"), max: Date.parse("2024-06-30") })
    .map((time) => new Date(time).toISOString()),
}) satisfies fc.Arbitrary<ReceivedItem>;

const day = fc
  .integer({ min: Date.parse("2024-03-25"), max: Date.parse("2024-07-31") })
  .map((time) => new Date(time).toISOString().slice(0, 10));

it("adds up whatever came in, in any order and on any day", () => {
  fc.assert(
    fc.property(fc.array(receivedItem, { maxLength: 80 }), day, (received, today) => {
      const known = completenessOf({ plan, period: at, unit: FENGCHENG, received, today });
      expect(known.expected).toBe(known.reported + known.missing + known.waiting);
      expect(known.reported).toBe(known.onTime + known.late);
      expect(known.reported).toBe(
        known.accepted + known.pending + known.resubmitted + known.returned + known.conflict,
      );
      expect(known.items).toHaveLength(known.expected + known.notApplicable);
      const turned = completenessOf({
        plan,
        period: at,
        unit: FENGCHENG,
        received: received.toReversed(),
        today,
      });
      expect(turned).toEqual(known);
    }),
  );
});

it("never takes back what came: with time, waiting turns into missing and nothing else changes", () => {
  fc.assert(
    fc.property(fc.array(receivedItem, { maxLength: 40 }), day, day, (received, one, other) => {
      const [earlier, later] = [one, other].toSorted();
      const on = (today: string) => completenessOf({ plan, period: at, unit: FENGCHENG, received, today });
      const [before, after] = [on(earlier ?? one), on(later ?? other)];
      expect(after.missing + after.waiting).toBe(before.missing + before.waiting);
      expect(after.missing).toBeGreaterThanOrEqual(before.missing);
      expect([after.onTime, after.late]).toEqual([before.onTime, before.late]);
    }),
  );
});
