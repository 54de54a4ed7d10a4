import { formatExact } from "../../rollup/format-decimal.ts";
import { figureIn } from "../answer.ts";
import type { RuleCheck } from "../check-context.ts";

/** A ratio above 100 %: its numerator is part of its denominator. */
export const numeratorExceedsDenominator: RuleCheck = (_context, _rule, answer) => {
  if (answer.kind !== "indicator") return [];
  const { indicator, draft } = answer;
  const { aggregation } = indicator;
  if (aggregation.kind !== "ratio-of-sums" && aggregation.kind !== "office-ratio") return [];
  const { numerator, denominator } = aggregation;
  const [over, under] = [figureIn(indicator, draft, numerator), figureIn(indicator, draft, denominator)];
  if (over === null || under === null || over.lte(under)) return [];
  const unit = indicator.inputs.find(({ id }) => id === numerator)?.unit ?? "";
  return [
    {
      input: numerator,
      params: { value: formatExact(over), unit, whole: denominator, wholeValue: formatExact(under) },
    },
  ];
};
