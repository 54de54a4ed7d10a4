import { formatExact } from "../../rollup/format-decimal.ts";
import { figureIn } from "../answer.ts";
import type { RuleCheck } from "../check-context.ts";
import { figureNow } from "./part-exceeds-whole.ts";

/** An input that was proposed from another indicator of the period and now differs from it. */
export const revenueMismatch: RuleCheck = (context, _rule, answer) => {
  if (answer.kind !== "indicator") return [];
  return answer.inputs.flatMap(({ id, unit, proposedFrom }) => {
    const other = context.plan.indicators.find((indicator) => indicator.id === proposedFrom?.indicator);
    if (proposedFrom === undefined || other === undefined) return [];
    const value = figureIn(answer.indicator, answer.draft, id);
    const otherValue = figureNow(context, other, proposedFrom.input);
    if (value === null || otherValue === null || value.eq(otherValue)) return [];
    return [
      {
        input: id,
        params: { value: formatExact(value), unit, other: other.id, otherValue: formatExact(otherValue) },
      },
    ];
  });
};
