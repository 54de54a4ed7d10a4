import { yearOf } from "../../plan/calendar.ts";
import type { Indicator } from "../../plan/schema.ts";
import { toIndicatorUnit } from "../../rollup/aggregate/sum.ts";
import { decimal, percent, ratio, type Decimal } from "../../rollup/decimal.ts";
import { formatDecimal, formatExact } from "../../rollup/format-decimal.ts";
import { figureIn, type IndicatorAnswer } from "../answer.ts";
import { numberParam, type CheckContext, type RuleCheck } from "../check-context.ts";

/** The unit's own figure far above the target: its county target, else the whole city's. */
export const targetFarExceeded: RuleCheck = (context, rule, answer) => {
  if (answer.kind !== "indicator") return [];
  const value = ownFigure(answer);
  const target = targetFor(context, answer.indicator);
  if (value === null || target === null) return [];
  const reached = ratio(value, target);
  const limit = numberParam(rule, "percent", 150);
  if (reached === null || percent(reached).lte(limit)) return [];
  const { unit, decimals } = answer.indicator;
  return [
    {
      params: {
        value: formatDecimal(value, decimals),
        unit,
        target: formatExact(target),
        percent: formatDecimal(percent(reached), 0),
      },
    },
  ];
};

function ownFigure({ indicator, draft }: IndicatorAnswer): Decimal | null {
  const { aggregation } = indicator;
  if (aggregation.kind === "sum") {
    const value = figureIn(indicator, draft, aggregation.input);
    return value === null ? null : toIndicatorUnit(indicator, aggregation.input, value);
  }
  if (aggregation.kind !== "ratio-of-sums" && aggregation.kind !== "office-ratio") return null;
  const over = figureIn(indicator, draft, aggregation.numerator);
  const under = figureIn(indicator, draft, aggregation.denominator);
  const share = over === null || under === null ? null : ratio(over, under);
  return share === null ? null : percent(share);
}

function targetFor({ plan, unit, period }: CheckContext, indicator: Indicator): Decimal | null {
  const county = plan.settings.countyTargets.find(
    (entry) => entry.indicator === indicator.id && entry.unit === unit && entry.year === yearOf(period),
  );
  const value = county?.value ?? indicator.target.value;
  return value === undefined ? null : decimal(value);
}
