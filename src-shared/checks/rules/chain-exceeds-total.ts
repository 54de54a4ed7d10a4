import type { Indicator, Plan, Rule } from "../../plan/schema.ts";
import { formatExact } from "../../rollup/format-decimal.ts";
import { figureIn } from "../answer.ts";
import { textParam, type RuleCheck } from "../check-context.ts";
import { figureNow, sumInput } from "./part-exceeds-whole.ts";

/** One chain's revenue above the unit's whole industrial revenue (the rule's `indicator`). */
export const chainExceedsTotal: RuleCheck = (context, rule, answer) => {
  if (answer.kind !== "indicator" || answer.indicator.chain === undefined) return [];
  const total = totalRevenue(context.plan, rule);
  const input = sumInput(answer.indicator);
  if (total === null || input === null) return [];
  const value = figureIn(answer.indicator, answer.draft, input);
  const otherValue = figureNow(context, total.indicator, total.input);
  if (value === null || otherValue === null || value.lte(otherValue)) return [];
  const unit = answer.inputs.find(({ id }) => id === input)?.unit ?? "";
  return [
    {
      input,
      params: {
        value: formatExact(value),
        unit,
        other: total.indicator.id,
        otherValue: formatExact(otherValue),
      },
    },
  ];
};

/** The indicator that a rule names as the unit's whole industrial revenue, and its current-year input. */
export function totalRevenue(plan: Plan, rule: Rule): { indicator: Indicator; input: string } | null {
  const named = textParam(rule, "indicator");
  const indicator = plan.indicators.find(({ id, aggregation }) =>
    named === "" ? aggregation.kind === "growth" : id === named,
  );
  if (indicator?.aggregation.kind === "growth") return { indicator, input: indicator.aggregation.current };
  return indicator?.aggregation.kind === "sum" ? { indicator, input: indicator.aggregation.input } : null;
}
