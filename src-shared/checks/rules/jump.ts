import { decimal, percent } from "../../rollup/decimal.ts";
import { formatDecimal } from "../../rollup/format-decimal.ts";
import { numberParam, type RuleCheck } from "../check-context.ts";
import { monthly, pairOf } from "./pace.ts";

/** Pace per month beyond ±`percent`, where both ytd values reach `minimum` (万元). Silenced by `scale`. */
export const jump: RuleCheck = (context, rule, answer) => {
  if (answer.kind !== "indicator") return [];
  const limit = numberParam(rule, "percent", 30);
  const minimum = decimal(numberParam(rule, "minimum", 10_000));
  return answer.inputs.flatMap((input) => {
    if (input.kind !== "amount" || !input.ytd) return [];
    const pair = pairOf(context, answer, input);
    if (pair === null || pair.value.lt(minimum) || pair.previous.lt(minimum)) return [];
    const [pace, before] = [monthly(pair.value, context.period), monthly(pair.previous, pair.period)];
    const change = percent(pace.minus(before).div(before));
    if (change.abs().lte(limit)) return [];
    return [
      {
        input: input.id,
        params: {
          value: formatDecimal(pace, 2),
          unit: input.unit,
          period: pair.period,
          previous: formatDecimal(before, 2),
          change: `${change.gt(0) ? "+" : ""}${formatDecimal(change, 1)}`,
          percent: String(limit),
        },
      },
    ];
  });
};
