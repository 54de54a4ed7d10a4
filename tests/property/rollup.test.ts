import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSchema } from "#shared/plan/ids.ts";
import { decimal, sum, toDecimalString, toYi } from "#shared/rollup/decimal.ts";
import type { ItemFacts, RowFacts } from "#shared/rollup/types.ts";
import { ELEVEN, figure, itemFact, leader, rolled, value } from "../unit/rollup/sketch.ts";

const amount = fc.integer({ min: 1, max: 1_000_000_000 }).map((cents) => decimalText(cents));
const decimalText = (cents: number): string => toDecimalString(decimal(cents).div(100)) ?? "0";

const fact = (item: string, inputs: readonly string[]): fc.Arbitrary<ItemFacts> =>
  fc
    .record({
      unit: fc.constantFrom(...ELEVEN),
      state: fc.constantFrom("accepted", "sealed", "returned", "resubmitted", "conflict"),
      accepted: fc.option(fc.record(Object.fromEntries(inputs.map((input) => [input, amount])))),
      pending: fc.option(fc.record(Object.fromEntries(inputs.map((input) => [input, amount])))),
    })
    .map(({ unit, state, accepted, pending }) =>
      itemFact(item, {
        unit,
        state,
        ...(accepted === null ? {} : { accepted: { inputs: accepted } }),
        ...(pending === null ? {} : { pending: { inputs: pending } }),
      }),
    );

const oncePerUnit = (facts: readonly ItemFacts[]): ItemFacts[] => [
  ...new Map(facts.map((each) => [each.unit, each])).values(),
];

const rows = fc.array(
  fc
    .record({
      key: fc.constantFrom("A", "B", "C", "D"),
      unit: fc.constantFrom(...ELEVEN.slice(0, 4)),
      chain: fc.constantFrom("new-energy", "equipment"),
      stage: fc.constantFrom("certified", "nurtured"),
      period: fc.constantFrom("2023-12", "2024-02", "2024-03", "2024-06"),
      state: fc.constantFrom("accepted", "sealed"),
    })
    .map(({ key, unit, chain, stage, period, state }) =>
      leader(key, unit, chain, { stage }, { period, state }),
    ),
  { maxLength: 20 },
);
const oncePerSubject = (all: readonly RowFacts[]): RowFacts[] => [
  ...new Map(all.map((each) => [`${each.unit} ${each.key} ${each.period}`, each])).values(),
];

describe("the roll-up", () => {
  it("is the same for every order of the facts", () => {
    fc.assert(
      fc.property(
        fc.array(fact("T02-1", ["revenue", "revenue_prior"]), { maxLength: 15 }).map(oncePerUnit),
        rows.map(oncePerSubject),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (items, registerRows, includePending, keys) => {
          const shuffled = <T>(all: readonly T[]): T[] =>
            all
              .map((each) => ({ each, at: Number(keys.next().value) }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ each }) => each);
          const straight = rolled("2024-03", { items, rows: registerRows }, { includePending });
          const mixed = rolled(
            "2024-03",
            { items: shuffled(items), rows: shuffled(registerRows) },
            { includePending },
          );
          expect(mixed).toEqual(straight);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("never lets a waiting correction change an accepted figure", () => {
    fc.assert(
      fc.property(amount, amount, fc.constantFrom("resubmitted", "returned"), (accepted, pending, state) => {
        const settled = [itemFact("T02-1", { accepted: { inputs: { revenue: accepted } } })];
        const corrected = [
          itemFact("T02-1", {
            state,
            accepted: { inputs: { revenue: accepted } },
            pending: { inputs: { revenue: pending } },
          }),
        ];
        const before = figure(rolled("2024-03", { items: settled }), "T02-1");
        const after = figure(rolled("2024-03", { items: corrected }), "T02-1");
        expect(after.value).toBe(before.value);
        expect(after.units.reported).toBe(before.units.reported);
      }),
      { numRuns: 30 },
    );
  });

  it("is the sum of its parts, exactly", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 11 }), (amounts) => {
        const items = amounts.map((revenue, index) => value("T02-1", ELEVEN[index] ?? "", { revenue }));
        const whole = sum(amounts.map((text) => decimal(decimalSchema.parse(text))));
        const found = figure(rolled("2024-03", { items }), "T02-1");
        expect(found.sums).toEqual({ revenue: toDecimalString(whole) });
        expect(found.value).toBe(toDecimalString(toYi(whole)));
      }),
      { numRuns: 30 },
    );
  });

  it("divides sums and lies between the smallest and the largest of the parts", () => {
    const part = fc.record({
      over: fc.integer({ min: 0, max: 1000 }),
      under: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 11 }), (parts) => {
        const items = parts.map(({ over, under }, index) =>
          value("T21-1", ELEVEN[index] ?? "", {
            leading_industries_revenue: String(over),
            park_revenue: String(under),
          }),
        );
        const found = figure(rolled("2024-03", { items }), "T21-1");
        const [over, under] = [parts.reduce((a, b) => a + b.over, 0), parts.reduce((a, b) => a + b.under, 0)];
        expect(found.value).toBe(toDecimalString(decimal(over).div(under).times(100)));
        const rates = parts.map((each) => each.over / each.under);
        expect(Number(found.value) / 100).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-6);
        expect(Number(found.value) / 100).toBeLessThanOrEqual(Math.max(...rates) + 1e-6);
      }),
      { numRuns: 30 },
    );
  });

  it("counts everyone expected exactly once", () => {
    fc.assert(
      fc.property(
        fc.array(fact("T02-1", ["revenue"]), { maxLength: 15 }).map(oncePerUnit),
        fc.boolean(),
        (items, includePending) => {
          const { byUnit, units } = figure(rolled("2024-03", { items }, { includePending }), "T02-1");
          expect(byUnit.map(({ unit }) => unit)).toEqual(ELEVEN);
          expect(byUnit.filter(({ state }) => state === "counted")).toHaveLength(units.reported);
          expect(units.expected).toBe(11);
        },
      ),
      { numRuns: 40 },
    );
  });
});
