import { decimal, type Decimal } from "../../rollup/decimal.ts";
import { formatDecimal, formatExact } from "../../rollup/format-decimal.ts";
import type { Rule } from "../../plan/schema.ts";
import { numberParam, type RuleCheck } from "../check-context.ts";
import { monthly, pairOf } from "./pace.ts";

/** About `tens` or `units` times the earlier amount, or that part of it: entered in another unit? */
export const scale: RuleCheck = (context, rule, answer) => {
  if (answer.kind !== "indicator") return [];
  return answer.inputs.flatMap((input) => {
    if (input.kind !== "amount") return [];
    const pair = pairOf(context, answer, input);
    if (pair === null || pair.value.lte(0) || pair.previous.lte(0)) return [];
    const factor = input.ytd
      ? monthly(pair.value, context.period).div(monthly(pair.previous, pair.period))
      : pair.value.div(pair.previous);
    if (!isUnitFactor(rule, factor)) return [];
    return [
      {
        input: input.id,
        params: {
          value: formatExact(pair.value),
          unit: input.unit,
          period: pair.period,
          previous: formatExact(pair.previous),
          factor: shownFactor(pair.value.div(pair.previous)),
        },
      },
    ];
  });
};

function isUnitFactor(rule: Rule, factor: Decimal): boolean {
  const tolerance = decimal(numberParam(rule, "tolerance", 30)).div(100);
  const steps = [numberParam(rule, "tens", 10), numberParam(rule, "units", 10_000)];
  return [factor, decimal(1).div(factor)].some((times) =>
    steps.some((step) => times.div(step).minus(1).abs().lte(tolerance)),
  );
}

/** `12`, `10,000`, `0.0001`: enough digits to see the slip. */
const shownFactor = (factor: Decimal): string =>
  factor.gte(1) ? formatDecimal(factor, 0) : factor.toSignificantDigits(1).toFixed();
