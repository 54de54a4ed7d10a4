import { basename } from "node:path";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicatorDraftSchema } from "#shared/checks/draft.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { conflictList, reviewItems } from "#main/engine/review/review.ts";
import { sampleYear, typedAt, type SampleYear } from "../../support/sample-year.ts";
import { cityFigures, digestOf, judge, must, take } from "../../support/workspaces.ts";

/** Thirteen units, twelve periods, files in no order, forgeries among them; figures against a sum of one's own. */

let year: SampleYear;
let reports: readonly BundleReport[];

beforeAll(async () => {
  year = await sampleYear();
  year.scene.clock.set("2025-03-20T01:00:00.000Z");
  reports = await take(year.office, year.files);
}, 300_000);
afterAll(() => year.close());

test("thirteen units report in twelve periods", () => {
  expect(year.units).toHaveLength(13);
  expect(year.periods).toHaveLength(12);
  const merged = reports.filter(({ status }) => status === "merged");
  expect(merged).toHaveLength(year.files.length - year.forged.length);
  expect(new Set(merged.map(({ unit }) => unit))).toEqual(new Set(year.units));
});

test("the five forged files are refused, each with its reason", () => {
  const refused = reports.filter(({ status }) => status === "rejected");
  const told = new Map(refused.map(({ file, reason }) => [basename(file), reason]));
  expect(told).toEqual(new Map(year.forged.map(({ file, reason }) => [basename(file), reason])));
  expect(told.size).toBe(5);
});

test("the two restored laptops are named", () => {
  const forked = reports.filter(({ warnings }) => warnings.includes("fork")).map(({ unit }) => unit);
  expect(new Set(forked)).toEqual(new Set(year.forked));
  expect(forked).toHaveLength(2);
});

test("the three disagreements are named, and nothing else", () => {
  const found = conflictList(year.office).map(({ unit, period, item }) => typedAt(unit, period, item));
  const made = year.conflicts.map(({ unit, period, item }) => typedAt(unit, period, item));
  expect(new Set(found)).toEqual(new Set(made));
  expect(found).toHaveLength(3);
});

describe("figures equal a sum of one's own", () => {
  test("of what waits, in every period", () => {
    for (const period of year.periods) expectFigures(period, true);
  });

  test("of what is accepted, in December", () => {
    const december = periodSchema.parse("2024-12");
    expect(cityFigures(year.office, december).indicators.every(({ value }) => value === null)).toBe(true);
    for (const unit of year.units) {
      const items = must(reviewItems(year.office, december, unit)).map(({ item }) => item);
      judge(year.office, "accepted", [unit, december, ...items]);
    }
    expectFigures(december, false);
  });

  test("whatever the order of the files", async () => {
    const other = year.scene.office();
    await take(other, year.files.toReversed());
    const first = year.scene.office();
    await take(first, year.files);
    expect(digestOf(other)).toBe(digestOf(first));
  });
});

/** Every figure that is made of what the units typed. */
function expectFigures(period: string, includePending: boolean): void {
  let compared = 0;
  const { indicators } = cityFigures(year.office, period, includePending);
  for (const figure of indicators) {
    const indicator = year.plan.indicators.find(({ id }) => id === figure.id);
    if (indicator === undefined) throw new Error(`no indicator ${figure.id}`);
    const expected = ownFigure(indicator, period);
    if (expected === undefined || figure.units.reported === 0) continue;
    const at = `${figure.id} ${period}`;
    expect([at, figure.value]).toEqual([at, expected.toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed()]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(8);
}

/** Undefined for those that registers or the office answer. */
function ownFigure({ id, aggregation, unit }: Indicator, period: string): Decimal | undefined {
  const sum = (input: string): Decimal => Decimal.sum(0, ...typedOf(id, period, input));
  switch (aggregation.kind) {
    case "sum":
      return unit === "亿元" ? sum(aggregation.input).div(10_000) : sum(aggregation.input);
    case "growth":
      return sum(aggregation.current).div(sum(aggregation.prior)).minus(1).times(100);
    case "ratio-of-sums":
      return sum(aggregation.numerator).div(sum(aggregation.denominator)).times(100);
    default:
      return undefined;
  }
}

function typedOf(id: string, period: string, input: string): string[] {
  const item = indicatorItem(id);
  const disputed = year.conflicts.filter((conflict) => conflict.item === item && conflict.period === period);
  return year.units.flatMap((unit) => {
    if (disputed.some((conflict) => conflict.unit === unit)) return [];
    const draft = indicatorDraftSchema.safeParse(year.typed.get(typedAt(unit, period, item)));
    const typed = draft.success ? draft.data.inputs?.[input] : undefined;
    return typeof typed === "string" ? [typed] : [];
  });
}
