import { yearOf } from "../plan/calendar.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import { indicatorItem } from "../plan/item.ts";
import type { Indicator, Plan, Task } from "../plan/schema.ts";
import { decimal, percent, ratio, toYi, type Decimal } from "../rollup/decimal.ts";
import { formatDecimal } from "../rollup/format-decimal.ts";
import type { SheetItems } from "./sheet-items.ts";
import { typedDecimal } from "./typed-figure.ts";

/**
 * 完成率 of a task's figures against the unit's own target of the year, one line per indicator that has one.
 * A unit is measured against nothing else; growth, ratios and ranks have no completion.
 */
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
      const target = plan.settings.countyTargets.find(
        (each) => each.indicator === indicator.id && each.unit === unit && each.year === yearOf(period),
      );
      const value = enteredValue(indicator, items);
      if (target === undefined || value === null) return [];
      const share = ratio(value, decimal(target.value));
      if (share === null) return [];
      return [`${indicator.partOf === undefined ? "" : "其中"}${formatDecimal(percent(share), 1)}%`];
    });
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
