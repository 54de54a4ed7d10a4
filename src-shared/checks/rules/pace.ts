import { monthsElapsed } from "../../plan/calendar.ts";
import type { Period } from "../../plan/ids.ts";
import type { IndicatorInput } from "../../plan/schema.ts";
import type { Decimal } from "../../rollup/decimal.ts";
import { figureIn, type IndicatorAnswer } from "../answer.ts";
import { earlierThisYear, lastYear, opensYear, type CheckContext } from "../check-context.ts";

/** A figure beside the earlier one it is held against. */
export interface Pair {
  readonly value: Decimal;
  readonly previous: Decimal;
  readonly period: Period;
}

/** The earlier figure of the same year; for the year's first period, and what is no ytd figure, last year's. */
export function pairOf(context: CheckContext, answer: IndicatorAnswer, input: IndicatorInput): Pair | null {
  const value = figureIn(answer.indicator, answer.draft, input.id);
  const earlier =
    opensYear(context) || !input.ytd
      ? lastYear(context, answer.item, input.id)
      : earlierThisYear(context, answer.item, input.id);
  const previous = earlier === null ? null : figureIn(answer.indicator, earlier.body, input.id);
  return value === null || earlier === null || previous === null
    ? null
    : { value, previous, period: earlier.period };
}

/** Per month, so that 1—2月 and 1—6月 compare. */
export const monthly = (ytd: Decimal, period: Period): Decimal => ytd.div(monthsElapsed(period));
