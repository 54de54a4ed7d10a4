import { yearOf } from "../../plan/calendar.ts";
import type { UnitKey } from "../../plan/ids.ts";
import { indicatorItem } from "../../plan/item.ts";
import type { Aggregation, Indicator } from "../../plan/schema.ts";
import { answersTo, figuresOf } from "../answers.ts";
import { decembersUpTo, type PeriodFacts, type RollupContext } from "../context.ts";
import { meanGrowth, percent, ratio, sum, type Decimal } from "../decimal.ts";
import { isComplete } from "../tally.ts";
import type { Aggregate } from "./aggregate.ts";

type Ratio = Extract<Aggregation, { kind: "ratio-of-sums" | "office-ratio" }>;
type Growth = Extract<Aggregation, { kind: "growth" }>;

/** Σ over Σ of the same units, in per cent: never an average of percentages. */
export function aggregateRatio(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  { numerator, denominator }: Ratio,
): Aggregate {
  return quotient(context, facts, indicator, numerator, denominator, percent);
}

/** Σcurrent over Σprior less one, in per cent, with the geometric mean of the complete Decembers so far. */
export function aggregateGrowth(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  { current, prior }: Growth,
): Aggregate {
  const growth = (factor: Decimal): Decimal => percent(factor.minus(1));
  const ofPeriod = (at: PeriodFacts): Aggregate => quotient(context, at, indicator, current, prior, growth);
  const factors = decembersUpTo(context.plan, facts.period)
    .filter((period) => yearOf(period) >= context.plan.document.startYear)
    .map((period) => ofPeriod(context.at(period)))
    .filter(({ answers, value }) => value !== null && isComplete(answers))
    .flatMap(({ sums }) => {
      const [over, under] = [sums[current], sums[prior]];
      return over === undefined || under === undefined ? [] : (ratio(over, under) ?? []);
    });
  const mean = meanGrowth(factors);
  const { startYear, endYear } = context.plan.document;
  return {
    ...ofPeriod(facts),
    ...(mean === null
      ? {}
      : { average: { value: percent(mean), years: factors.length, of: endYear - startYear + 1 } }),
  };
}

function quotient(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  over: string,
  under: string,
  shown: (share: Decimal) => Decimal,
): Aggregate {
  const item = indicatorItem(indicator.id);
  const answers = answersTo(context, facts, indicator, item, [over, under]);
  const [overs, unders] = [figuresOf(answers, over), figuresOf(answers, under)];
  const share = (a: Decimal | undefined, b: Decimal | undefined): Decimal | null => {
    const quotient = a === undefined || b === undefined ? null : ratio(a, b);
    return quotient === null ? null : shown(quotient);
  };
  const sums = { [over]: sum(overs.values()), [under]: sum(unders.values()) };
  const value = overs.size === 0 ? null : share(sums[over], sums[under]);
  return {
    value,
    ...(overs.size > 0 && value === null ? { why: "denominator-missing" as const } : {}),
    answers,
    sums: overs.size === 0 ? {} : sums,
    queries: [],
    unitValue: (unit: UnitKey) => share(overs.get(unit), unders.get(unit)),
    unitSums: (unit: UnitKey) => ofUnit(unit, { [over]: overs, [under]: unders }),
  };
}

const ofUnit = (
  unit: UnitKey,
  inputs: Readonly<Record<string, ReadonlyMap<UnitKey, Decimal>>>,
): Readonly<Record<string, Decimal>> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([input, byUnit]) => {
      const figure = byUnit.get(unit);
      return figure === undefined ? [] : [[input, figure]];
    }),
  );
