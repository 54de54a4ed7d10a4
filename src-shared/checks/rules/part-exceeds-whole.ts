import { indicatorItem } from "../../plan/item.ts";
import type { Indicator, Rule } from "../../plan/schema.ts";
import type { Decimal } from "../../rollup/decimal.ts";
import { formatExact } from "../../rollup/format-decimal.ts";
import { figureIn, type IndicatorAnswer } from "../answer.ts";
import { isIndicatorBody, textParam, type CheckContext, type Hit, type RuleCheck } from "../check-context.ts";

/**
 * A 其中 figure above its whole: another indicator's (`partOf`), or another input of the same one where the rule's
 * parameters `part` and `whole` name them.
 */
export const partExceedsWhole: RuleCheck = (context, rule, answer) =>
  answer.kind === "indicator" ? [...ofIndicator(context, answer), ...ofInputs(rule, answer)] : [];

function ofIndicator(context: CheckContext, { indicator, draft }: IndicatorAnswer): readonly Hit[] {
  const whole = context.plan.indicators.find(({ id }) => id === indicator.partOf);
  const [partInput, wholeInput] = [sumInput(indicator), whole === undefined ? null : sumInput(whole)];
  if (whole === undefined || partInput === null || wholeInput === null) return [];
  const value = figureIn(indicator, draft, partInput);
  const wholeValue = figureNow(context, whole, wholeInput);
  return value !== null && wholeValue !== null && value.gt(wholeValue)
    ? [hit(indicator, partInput, value, whole.id, wholeValue)]
    : [];
}

function ofInputs(rule: Rule, { indicator, draft }: IndicatorAnswer): readonly Hit[] {
  const [part, whole] = [textParam(rule, "part"), textParam(rule, "whole")];
  const [value, wholeValue] = [figureIn(indicator, draft, part), figureIn(indicator, draft, whole)];
  return value !== null && wholeValue !== null && value.gt(wholeValue)
    ? [hit(indicator, part, value, whole, wholeValue)]
    : [];
}

const hit = (
  indicator: Indicator,
  input: string,
  value: Decimal,
  whole: string,
  wholeValue: Decimal,
): Hit => ({
  input,
  params: {
    value: formatExact(value),
    unit: indicator.inputs.find(({ id }) => id === input)?.unit ?? "",
    whole,
    wholeValue: formatExact(wholeValue),
  },
});

export const sumInput = ({ aggregation }: Indicator): string | null =>
  aggregation.kind === "sum" ? aggregation.input : null;

/** What another indicator of the unit holds in this period. */
export function figureNow(context: CheckContext, indicator: Indicator, input: string): Decimal | null {
  const source = context.now(indicatorItem(indicator.id));
  return source !== undefined && isIndicatorBody(source) ? figureIn(indicator, source, input) : null;
}
