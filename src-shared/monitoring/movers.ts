import { z } from "zod";
import { figureIn, readAnswer, type IndicatorAnswer } from "../checks/answer.ts";
import {
  checkContext,
  earlierThisYear,
  lastYear,
  numberParam,
  type CheckContext,
  type CheckInput,
} from "../checks/check-context.ts";
import { monthly } from "../checks/rules/pace.ts";
import { appliesTo } from "../checks/run-checks.ts";
import { decimalSchema, itemSchema, periodSchema, unitKeySchema, type Period } from "../plan/ids.ts";
import type { IndicatorInput, Plan, Rule } from "../plan/schema.ts";
import { decimal, percent, toDecimalString, type Decimal } from "../rollup/decimal.ts";

/**
 * A figure of a unit that moved much. `pace`: its monthly mean against that of the latest earlier period of the year;
 * `year`: as entered, against the same period last year. Figures in the input's unit, `change` in per cent of what was
 * before, each with at most six decimals.
 */
export const moverSchema = z.strictObject({
  unit: unitKeySchema,
  item: itemSchema,
  input: z.string(),
  against: z.enum(["pace", "year"]),
  value: decimalSchema,
  before: decimalSchema,
  period: periodSchema,
  change: decimalSchema,
});
export type Mover = z.infer<typeof moverSchema>;

/** Beyond ±`percent`, where both figures as entered reach `minimum`. */
export const thresholdSchema = z.strictObject({ percent: z.int(), minimum: z.int() });
export type Threshold = z.infer<typeof thresholdSchema>;

/** What the plan calls a jump says what moved much; null where it has no such rule. */
export const jumpRule = (plan: Plan): Rule | null => plan.rules.find(({ kind }) => kind === "jump") ?? null;

export const thresholdOf = (rule: Rule): Threshold => ({
  percent: numberParam(rule, "percent", 30),
  minimum: numberParam(rule, "minimum", 10_000),
});

/** Of one unit, the largest first. The rule looks back one way, this one both: at the months before and at last year. */
export function moversOf(rule: Rule, input: CheckInput): Mover[] {
  const context = checkContext(input);
  const found = [...input.answers].flatMap(([item, body]) => {
    const read = readAnswer(input.plan, item, body, context.inputsAsked(item));
    if (!read.ok || read.value.kind !== "indicator" || !appliesTo(rule, read.value)) return [];
    const answer = read.value;
    return answer.inputs
      .filter(({ kind }) => kind === "amount")
      .flatMap((each) => moversOfInput(context, thresholdOf(rule), answer, each));
  });
  return byChange(found);
}

interface Comparison {
  readonly against: Mover["against"];
  readonly period: Period;
  /** The earlier figure as entered. */
  readonly entered: Decimal;
}

function moversOfInput(
  context: CheckContext,
  { percent: limit, minimum }: Threshold,
  answer: IndicatorAnswer,
  input: IndicatorInput,
): Mover[] {
  const entered = figureIn(answer.indicator, answer.draft, input.id);
  if (entered === null || entered.lt(minimum)) return [];
  return comparisons(context, answer, input).flatMap(({ against, period, entered: earlier }): Mover[] => {
    if (earlier.lt(minimum) || earlier.isZero()) return [];
    const isPace = against === "pace";
    const [now, then] = isPace
      ? [monthly(entered, context.period), monthly(earlier, period)]
      : [entered, earlier];
    const moved = percent(now.minus(then).div(then));
    const [value, before, change] = [toDecimalString(now), toDecimalString(then), toDecimalString(moved)];
    if (moved.abs().lte(limit) || value === null || before === null || change === null) return [];
    const { unit } = context;
    return [{ unit, item: answer.item, input: input.id, against, value, before, period, change }];
  });
}

function comparisons(context: CheckContext, { item, indicator }: IndicatorAnswer, input: IndicatorInput) {
  const sides = [
    ["pace", input.ytd ? earlierThisYear(context, item, input.id) : null],
    ["year", lastYear(context, item, input.id)],
  ] as const;
  return sides.flatMap(([against, earlier]): Comparison[] => {
    const entered = earlier === null ? null : figureIn(indicator, earlier.body, input.id);
    return earlier === null || entered === null ? [] : [{ against, period: earlier.period, entered }];
  });
}

/** The largest change first, either way; the rest as it came. */
export const byChange = (movers: readonly Mover[]): Mover[] =>
  movers.toSorted((a, b) => decimal(b.change).abs().comparedTo(decimal(a.change).abs()));
