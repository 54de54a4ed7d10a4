import { indicatorItem } from "../plan/item.ts";
import type { Indicator } from "../plan/schema.ts";
import type { Aggregate } from "./aggregate/aggregate.ts";
import type { UnitAnswer } from "./answers.ts";
import type { Baseline } from "./baseline.ts";
import { isIndicatorDue, type RollupContext } from "./context.ts";
import { decimal, toDecimalString, type Decimal } from "./decimal.ts";
import { formatOrDash } from "./format-decimal.ts";
import { judge, type Judging } from "./judge.ts";
import { isComplete, tally } from "./tally.ts";
import { cityTarget, countyTarget } from "./target.ts";
import type { Figure, UnitFigure } from "./types.ts";

const rounded = (value: Decimal | null): Figure["value"] => (value === null ? null : toDecimalString(value));

/** An aggregate judged against its target and put into the shape that leaves the roll-up. */
export function figureOf(
  context: RollupContext,
  indicator: Indicator,
  chain: string | undefined,
  aggregate: Aggregate,
  baseline: Baseline | null,
): Figure {
  const { plan, period } = context;
  const { answers, value } = aggregate;
  const asked = answeredOrDue(context, indicator, aggregate);
  const units = tally(asked ? answers : []);
  const complete = asked && isComplete(answers);
  const target = cityTarget(plan, indicator, period, aggregate.of);
  const judged = judge({
    plan,
    indicator,
    period,
    value,
    target,
    complete,
    reported: units.reported,
    expected: units.expected,
    why: whyNot(aggregate, asked, units),
    also: aggregate.also,
    baseline,
  });
  const shown = rounded(value);
  return {
    id: indicator.id,
    ...(chain === undefined ? {} : { chain }),
    value: shown,
    display: formatOrDash(shown === null ? null : value, indicator.decimals),
    unit: indicator.unit,
    target: rounded(target.value),
    completion: rounded(judged.completion),
    schedule: rounded(judged.schedule),
    gap: rounded(judged.gap),
    met: judged.met,
    ...(judged.exceeded ? { exceeded: true as const } : {}),
    light: judged.light,
    reason: value !== null && shown === null ? { code: "out-of-range" } : judged.reason,
    complete,
    includesPending: answers.some(({ unjudged }) => unjudged),
    ...published(context, indicator, chain, value),
    secondary: secondaryOf(indicator, aggregate, baseline),
    sums: decimalsOf(aggregate.sums),
    queries: [...aggregate.queries],
    units,
    byUnit: (asked ? oncePerUnit(answers) : []).map((answer) =>
      unitFigure(context, indicator, aggregate, answer),
    ),
  };
}

/** Over all chains the office answers once per chain. */
const oncePerUnit = (answers: readonly UnitAnswer[]): readonly UnitAnswer[] =>
  answers.filter(({ unit }, index) => answers.findIndex((answer) => answer.unit === unit) === index);

/** An item that is not due is expected of nobody unless someone answered all the same. */
function answeredOrDue(context: RollupContext, indicator: Indicator, { answers }: Aggregate): boolean {
  if (isIndicatorDue(context.plan, indicator, context.period) && answers.length > 0) return true;
  return answers.some(
    ({ state, waiting }) => waiting !== null || (state !== "missing" && state !== "counted-inside"),
  );
}

function whyNot(aggregate: Aggregate, asked: boolean, units: Figure["units"]): Judging["why"] {
  if (!asked) return "not-due";
  if (units.expected === 0 && units.notApplicable > 0) return "not-applicable";
  return aggregate.why;
}

function published(
  { facts, period }: RollupContext,
  indicator: Indicator,
  chain: string | undefined,
  value: Decimal | null,
): Pick<Figure, "published"> {
  const item = indicatorItem(indicator.id, chain);
  const found = facts.published(period).find((fact) => fact.item === item);
  if (found === undefined) return {};
  const difference = value === null ? null : decimal(found.value).minus(value);
  const { value: figure, source, date, use } = found;
  return { published: { value: figure, source, date, use, difference: rounded(difference) } };
}

function secondaryOf(
  indicator: Indicator,
  { yearOnYear, average, parts, counties }: Aggregate,
  baseline: Baseline | null,
): Figure["secondary"] {
  const from = baseline === null ? null : rounded(baseline.value);
  const { value: goal } = indicator.target;
  return {
    ...(yearOnYear === undefined
      ? {}
      : { yearOnYear: { ...shownAs(yearOnYear.value, 1), units: yearOnYear.units } }),
    ...(average === undefined
      ? {}
      : {
          average: {
            ...shownAs(average.value, indicator.decimals),
            years: average.years,
            of: average.of,
            gap: goal === undefined ? null : rounded(average.value.minus(decimal(goal))),
          },
        }),
    ...(parts === undefined
      ? {}
      : { parts: parts.map(({ input, value }) => ({ input, ...shownAs(value, indicator.decimals) })) }),
    ...(counties === undefined ? {} : { counties: [...counties] }),
    ...(baseline === null || from === null ? {} : { baseline: { value: from, from: baseline.from } }),
  };
}

const shownAs = (value: Decimal | null, places: number): { value: Figure["value"]; display: string } => ({
  value: rounded(value),
  display: formatOrDash(value, places),
});

function decimalsOf(figures: Readonly<Record<string, Decimal>>): Figure["sums"] {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([input, figure]) => {
      const text = toDecimalString(figure);
      return text === null ? [] : [[input, text]];
    }),
  );
}

function unitFigure(
  { plan, period }: RollupContext,
  indicator: Indicator,
  aggregate: Aggregate,
  answer: UnitAnswer,
): UnitFigure {
  const { unit, state } = answer;
  const value = aggregate.unitValue(unit);
  const target = countyTarget(plan, indicator, unit, period);
  const counted = state === "counted" || state === "counted-inside";
  const why = state === "not-applicable" ? state : undefined;
  const judged = judge({
    plan,
    indicator,
    period,
    value,
    target,
    complete: counted,
    reported: counted ? 1 : 0,
    expected: 1,
    why,
  });
  const sums = aggregate.unitSums?.(unit);
  const parts = aggregate.unitParts?.(unit);
  return {
    unit,
    state,
    ...shownAs(value, indicator.decimals),
    target: rounded(target.value),
    completion: rounded(judged.completion),
    light: judged.light,
    reason: judged.reason,
    ...(sums === undefined ? {} : { sums: decimalsOf(sums) }),
    ...(parts === undefined ? {} : { parts: decimalsOf(parts) }),
    ...(answer.provisional.length === 0 ? {} : { provisional: [...answer.provisional] }),
  };
}
