import { indicatorItem } from "../../plan/item.ts";
import type { Aggregation, Indicator } from "../../plan/schema.ts";
import { answersTo, figuresOf } from "../answers.ts";
import type { PeriodFacts, RollupContext } from "../context.ts";
import { percent, ratio, sum, toYi, type Decimal } from "../decimal.ts";
import type { Aggregate } from "./aggregate.ts";

type Sum = Extract<Aggregation, { kind: "sum" }>;
type SumPerInput = Extract<Aggregation, { kind: "sum-per-input" }>;

/** Money is entered in 万元 and shown in 亿元. */
export function toIndicatorUnit(indicator: Indicator, input: string, value: Decimal): Decimal {
  const entered = indicator.inputs.find(({ id }) => id === input)?.unit;
  return entered === "万元" && indicator.unit === "亿元" ? toYi(value) : value;
}

/** Σ of the units that answered; 同比 over those alone that gave both figures. */
export function aggregateSum(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  { input, prior }: Sum,
): Aggregate {
  const answers = answersTo(context, facts, indicator, indicatorItem(indicator.id), [input]);
  const current = figuresOf(answers, input);
  const total = sum(current.values());
  const unitValue = (figure: Decimal | undefined): Decimal | null =>
    figure === undefined ? null : toIndicatorUnit(indicator, input, figure);
  return {
    value: current.size === 0 ? null : toIndicatorUnit(indicator, input, total),
    answers,
    sums: current.size === 0 ? {} : { [input]: total },
    queries: [],
    unitValue: (unit) => unitValue(current.get(unit)),
    ...(prior === undefined ? {} : { yearOnYear: yearOnYear(current, figuresOf(answers, prior)) }),
  };
}

function yearOnYear<Key>(
  current: ReadonlyMap<Key, Decimal>,
  prior: ReadonlyMap<Key, Decimal>,
): { value: Decimal | null; units: number } {
  const both = [...current].flatMap(([unit, figure]) => {
    const earlier = prior.get(unit);
    return earlier === undefined ? [] : [{ figure, earlier }];
  });
  const factor = ratio(sum(both.map(({ figure }) => figure)), sum(both.map(({ earlier }) => earlier)));
  return { value: factor === null ? null : percent(factor.minus(1)), units: both.length };
}

/** One sum per input and no grand total: 小巨人 are among the 专精特新. The office's ranks stand after them. */
export function aggregateSumPerInput(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  { inputs }: SumPerInput,
): Aggregate {
  const item = indicatorItem(indicator.id);
  const answers = answersTo(context, facts, indicator, item, inputs);
  const figures = inputs.map((input) => ({ input, byUnit: figuresOf(answers, input) }));
  const sums = figures.map(({ input, byUnit }) => ({
    input,
    value: byUnit.size === 0 ? null : sum(byUnit.values()),
  }));
  const ranks = indicator.inputs
    .filter(({ id }) => !inputs.includes(id))
    .map(({ id }) => ({
      input: id,
      value: [...figuresOf(answersTo(context, facts, indicator, item, [id]), id).values()][0] ?? null,
    }));
  return {
    value: null,
    answers,
    sums: {},
    queries: [],
    unitValue: () => null,
    unitParts: (unit) =>
      Object.fromEntries(
        figures.flatMap(({ input, byUnit }) => {
          const figure = byUnit.get(unit);
          return figure === undefined ? [] : [[input, figure]];
        }),
      ),
    parts: [...sums, ...ranks],
  };
}
