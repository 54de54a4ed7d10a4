import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, evaluateAll, type EvaluatedUnit, type KnownFigure } from "#shared/evaluation/evaluate.ts";
import {
  canWeigh,
  evaluationSettingsSchema,
  fitsPlan,
  fullMarks,
  type EvaluationSettings,
} from "#shared/evaluation/evaluation-settings.ts";
import { decimalSchema, unitKeySchema, type DecimalString } from "#shared/plan/ids.ts";
import { planSchema } from "#shared/plan/schema.ts";
import { decimal, sum, toDecimalString } from "#shared/rollup/decimal.ts";

/** All figures are samples (样例). */

const plan = planSchema.parse(
  JSON.parse(readFileSync(new URL("../../../seeds/yichun-869/plan.json", import.meta.url), "utf8")),
);
const text = (value: string): DecimalString => decimalSchema.parse(value);
const settings = (part: Record<string, unknown>): EvaluationSettings =>
  evaluationSettingsSchema.parse({
    v: 1,
    indicators: [],
    timeliness: null,
    deductions: { returned: "0", late: "0", missing: "0" },
    grades: [],
    ...part,
  });
const figure = (known: Partial<Record<"figure" | "target" | "lastYear", string>>): KnownFigure => ({
  figure: known.figure === undefined ? null : text(known.figure),
  target: known.target === undefined ? null : text(known.target),
  lastYear: known.lastYear === undefined ? null : text(known.lastYear),
  notApplicable: false,
  isRate: false,
});
const unit = (part: Partial<EvaluatedUnit>, figures: Record<string, KnownFigure> = {}): EvaluatedUnit => ({
  unit: unitKeySchema.parse("360981"),
  onTime: 0,
  late: 0,
  missing: 0,
  returned: 0,
  ...part,
  figures: new Map(Object.entries(figures)),
});
const completion = settings({ indicators: [{ by: "completion", indicator: "T02-1", weight: "30" }] });
const growth = settings({ indicators: [{ by: "growth", indicator: "T02-1", weight: "20", full: "10" }] });
const points = (set: EvaluationSettings, known: EvaluatedUnit) =>
  evaluate(set, known).parts.map((part) => part.points);

describe("考核得分", () => {
  it("gives of the weight what is completed of the county's own target, and no more than the weight", () => {
    const at = (value: string) => unit({}, { "T02-1": figure({ figure: value, target: "3" }) });
    expect(points(completion, at("1"))).toEqual(["10"]);
    expect(points(completion, at("2"))).toEqual(["20"]);
    expect(points(completion, at("4"))).toEqual(["30"]);
    expect(points(completion, at("-1"))).toEqual(["0"]);
    expect(evaluate(completion, at("1")).parts[0]).toMatchObject({ rate: "33.333333", why: null });
  });

  it("holds growth against last year's figure, or takes a rate of growth as it is", () => {
    const known = figure({ figure: "105", lastYear: "100" });
    expect(points(growth, unit({}, { "T02-1": known }))).toEqual(["10"]);
    const rate = { ...figure({ figure: "8" }), isRate: true };
    expect(points(growth, unit({}, { "T02-1": rate }))).toEqual(["16"]);
    expect(points(growth, unit({}, { "T02-1": figure({ figure: "90", lastYear: "100" }) }))).toEqual(["0"]);
  });

  it.each([
    ["no-target", figure({ figure: "1" }), completion],
    ["no-target", figure({ figure: "1", target: "0" }), completion],
    ["no-figure", figure({ target: "3" }), completion],
    ["no-last-year", figure({ figure: "1" }), growth],
    ["not-applicable", { ...figure({}), notApplicable: true }, completion],
  ] as const)("puts nothing in the place of a part that cannot be worked out: %s", (why, known, set) => {
    const withGrades = settings({ ...set, timeliness: "5", grades: [{ name: "样例等", from: "0" }] });
    const score = evaluate(withGrades, unit({ onTime: 1 }, { "T02-1": known }));
    expect(score.parts[0]).toMatchObject({ points: null, why });
    expect(score).toMatchObject({ total: "5", complete: false, grade: null });
  });

  it("counts what came in time of what was due, and says where nothing was", () => {
    const set = settings({ timeliness: "10" });
    expect(points(set, unit({ onTime: 2, late: 0, missing: 1 }))).toEqual(["6.67"]);
    expect(evaluate(set, unit({})).parts[0]).toMatchObject({ points: null, why: "not-due" });
  });

  it("takes points off down to 0 and no further", () => {
    const set = settings({
      timeliness: "10",
      deductions: { returned: "0.5", late: "1", missing: "20" },
    });
    const score = evaluate(set, unit({ onTime: 2, late: 1, missing: 1, returned: 3 }));
    expect(score.parts.map((part) => part.points)).toEqual(["5", "-1.5", "-1", "-2.5"]);
    expect(score.total).toBe("0");
  });

  it("names the highest grade that is reached", () => {
    const grades = [
      { name: "样例二等", from: "5" },
      { name: "样例一等", from: "9.5" },
    ];
    const set = settings({ timeliness: "10", grades });
    expect(evaluate(set, unit({ onTime: 1 })).grade).toBe("样例一等");
    expect(evaluate(set, unit({ onTime: 1, late: 1 })).grade).toBe("样例二等");
    expect(evaluate(set, unit({ late: 1 })).grade).toBeNull();
  });
});

describe("考核办法", () => {
  it("takes no weight that is not a positive figure of two decimals, no indicator twice, no threshold twice", () => {
    const takes = (part: Record<string, unknown>): boolean =>
      evaluationSettingsSchema.safeParse({ ...completion, ...part }).success;
    const weighed = (weight: string) => ({ by: "completion", indicator: "T02-1", weight });
    expect(takes({})).toBe(true);
    expect(["0", "-1", "0.005", "12345"].map((weight) => takes({ indicators: [weighed(weight)] }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(takes({ indicators: [weighed("1"), weighed("2")] })).toBe(false);
    const grade = (name: string) => ({ name, from: "60" });
    expect(takes({ grades: [grade("样例一等"), grade("样例二等")] })).toBe(false);
  });

  it("weighs what a county has a target or a growth of, in this plan", () => {
    expect(fitsPlan(plan, completion)).toBe(true);
    const indicators = [{ by: "completion", indicator: "T01-1", weight: "1" }];
    expect(fitsPlan(plan, settings({ indicators }))).toBe(false);
    expect(fitsPlan(plan, settings({ indicators: [{ ...indicators[0], indicator: "T99-9" }] }))).toBe(false);
    const office = plan.indicators.filter(({ from }) => from === "office");
    expect(office.length).toBeGreaterThan(0);
    expect(office.flatMap((indicator) => canWeigh(indicator))).toEqual([]);
  });
});

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => text(cents2(cents)));
const cents2 = (cents: number): string => toDecimalString(decimal(cents).div(100)) ?? "0";
const positive = fc.integer({ min: 1, max: 999_999 }).map((cents) => text(cents2(cents)));
const nullable = fc.option(amount, { nil: null });
const ids = ["T02-1", "T03-1", "T04-1"];
const anySettings = fc
  .record({
    weights: fc.array(positive, { minLength: 3, maxLength: 3 }),
    growths: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    timeliness: fc.option(positive, { nil: null }),
    deductions: fc.record({ returned: positive, late: positive, missing: positive }),
  })
  .map(({ weights, growths, timeliness, deductions }) =>
    settings({
      indicators: ids.map((indicator, index) =>
        growths[index] === true
          ? { by: "growth", indicator, weight: weights[index], full: "7.5" }
          : { by: "completion", indicator, weight: weights[index] },
      ),
      timeliness,
      deductions,
      grades: [{ name: "样例等", from: "1" }],
    }),
  );
const counts = fc.nat({ max: 40 });
const anyUnit = (key: string) =>
  fc
    .record({
      figures: fc.array(fc.record({ figure: nullable, target: nullable, lastYear: nullable }), {
        minLength: 3,
        maxLength: 3,
      }),
      onTime: counts,
      late: counts,
      missing: counts,
      returned: counts,
    })
    .map(({ figures, ...rest }): EvaluatedUnit => ({
      ...rest,
      unit: unitKeySchema.parse(key),
      figures: new Map(
        figures.map((known, index) => [ids[index] ?? "", { ...known, notApplicable: false, isRate: false }]),
      ),
    }));
const someUnits = fc.tuple(anyUnit("360981"), anyUnit("360983"), anyUnit("360926"));

describe("考核得分, whatever the figures", () => {
  it("is the sum of its parts, from 0 to the sum of the weights", () => {
    fc.assert(
      fc.property(anySettings, anyUnit("360981"), (set, known) => {
        const score = evaluate(set, known);
        const total = decimal(score.total ?? 0);
        expect(total.eq(sum(score.parts.map((part) => decimal(part.points ?? 0))))).toBe(true);
        expect(total.gte(0) && total.lte(fullMarks(set))).toBe(true);
        const gained = score.parts.filter((part) => part.kind !== "deduction");
        expect(score.total === null).toBe(gained.every((part) => part.points === null));
        expect(score.complete).toBe(score.parts.every((part) => part.points !== null));
      }),
    );
  });

  it("is the same in whatever order the units stand", () => {
    fc.assert(
      fc.property(anySettings, someUnits, (set, units) => {
        const forth = evaluateAll(set, units).scores;
        const back = evaluateAll(set, units.toReversed()).scores;
        expect(back.toReversed()).toEqual(forth);
      }),
    );
  });

  it("never falls where a figure grows and all else stays", () => {
    fc.assert(
      fc.property(anyUnit("360981"), amount, amount, positive, (known, a, b, target) => {
        const at = (value: DecimalString) =>
          decimal(
            evaluate(completion, {
              ...known,
              figures: new Map([["T02-1", { ...figure({ figure: value, target }) }]]),
            }).total ?? 0,
          );
        const [low, high] = decimal(a).lte(decimal(b)) ? [a, b] : [b, a];
        expect(at(high).gte(at(low))).toBe(true);
      }),
    );
  });
});
