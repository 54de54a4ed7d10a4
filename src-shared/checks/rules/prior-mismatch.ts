import type { Indicator } from "../../plan/schema.ts";
import { decimal, percent, ratio, type Decimal } from "../../rollup/decimal.ts";
import { formatDecimal, formatExact } from "../../rollup/format-decimal.ts";
import { figureIn } from "../answer.ts";
import { lastYear, numberParam, type RuleCheck } from "../check-context.ts";

/** 上年同期 as typed now against what was reported then, beyond the rule's `percent`. */
export const priorMismatch: RuleCheck = (context, rule, answer) => {
  if (answer.kind !== "indicator") return [];
  const pair = currentAndPrior(answer.indicator);
  if (pair === null) return [];
  const value = figureIn(answer.indicator, answer.draft, pair.prior);
  const earlier = lastYear(context, answer.item, pair.current);
  const previous = earlier === null ? null : figureIn(answer.indicator, earlier.body, pair.current);
  if (value === null || earlier === null || previous === null) return [];
  const limit = numberParam(rule, "percent", 10);
  if (!differsBeyond(value, previous, limit)) return [];
  const change = ratio(value.minus(previous), previous);
  return [
    {
      input: pair.prior,
      params: {
        value: formatExact(value),
        unit: answer.inputs.find(({ id }) => id === pair.prior)?.unit ?? "",
        period: earlier.period,
        previous: formatExact(previous),
        change: change === null ? "—" : formatDecimal(percent(change).abs(), 1),
        percent: String(limit),
      },
    },
  ];
};

const differsBeyond = (value: Decimal, previous: Decimal, limit: number): boolean =>
  value
    .minus(previous)
    .abs()
    .gt(previous.abs().times(decimal(limit)).div(100));

function currentAndPrior({ aggregation }: Indicator): { current: string; prior: string } | null {
  if (aggregation.kind === "growth") return { current: aggregation.current, prior: aggregation.prior };
  return aggregation.kind === "sum" && aggregation.prior !== undefined
    ? { current: aggregation.input, prior: aggregation.prior }
    : null;
}
