import type { Period, UnitKey } from "../plan/ids.ts";
import { indicatorItem } from "../plan/item.ts";
import type { Indicator, Plan, Task } from "../plan/schema.ts";
import { percent, ratio, toYi, type Decimal } from "../rollup/decimal.ts";
import { formatDecimal } from "../rollup/format-decimal.ts";
import { countyTarget } from "../rollup/target.ts";
import type { SheetItems } from "./sheet-items.ts";
import { typedDecimal } from "./typed-figure.ts";

/** 完成率 of a task's figures against the unit's own target of the year, one line per indicator that has one. */
export function completionLines(
  plan: Plan,
  task: Task,
  unit: UnitKey,
  period: Period,
  items: SheetItems,
): string[] {
  return plan.indicators
    .filter((indicator) => indicator.task === task.no)
    .flatMap((indicator) => {
      const completion = completionText(plan, indicator, unit, period, items);
      return completion === null ? [] : [`${indicator.partOf === undefined ? "" : "其中"}${completion}%`];
    });
}

/**
 * In per cent, one decimal; null without a target. A unit is measured against nothing else; growth, ratios and ranks
 * have no completion.
 */
export function completionText(
  plan: Plan,
  indicator: Indicator,
  unit: UnitKey,
  period: Period,
  items: SheetItems,
): string | null {
  const target = countyTarget(plan, indicator, unit, period).value;
  const value = enteredValue(indicator, items);
  const share = target === null || value === null ? null : ratio(value, target);
  return share === null ? null : formatDecimal(percent(share), 1);
}

/** The unit's figure in the indicator's own unit; 万元 are entered, 亿元 is what targets are set in. */
function enteredValue(indicator: Indicator, items: SheetItems): Decimal | null {
  const { aggregation, measure } = indicator;
  if (aggregation.kind !== "sum" || (measure !== "year-flow" && measure !== "count")) return null;
  const typed = items.indicator(indicatorItem(indicator.id))?.inputs?.[aggregation.input];
  const value = typeof typed === "string" ? typedDecimal(typed) : null;
  const entered = indicator.inputs.find((input) => input.id === aggregation.input)?.unit;
  return entered === "万元" && indicator.unit === "亿元" ? value && toYi(value) : value;
}
