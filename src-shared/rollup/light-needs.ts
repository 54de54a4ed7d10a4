import type { DecimalString, Period } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { decimal, floorAt, stepAt, type Decimal } from "./decimal.ts";
import { behindOf, hasCompletion, lightOf } from "./judge.ts";
import { dueByNow } from "./target.ts";
import type { Figure, Light } from "./types.ts";

/** In the figure's unit and the indicator's places. */
export interface LightNeeds {
  /** What is due by now, rounded up: whoever reaches it is not behind. */
  readonly due: Decimal;
  /** Smallest figure whose light is green, and smallest that is not red; null where every figure is. */
  readonly green: Decimal | null;
  readonly notRed: Decimal | null;
}

/** From which figure on the light is another one; null where nothing is due by now. */
export function lightNeeds(
  plan: Plan,
  indicator: Indicator,
  period: Period,
  { target }: Pick<Figure, "target">,
): LightNeeds | null {
  const held = target === null ? null : decimal(target);
  if (held === null || (held.isZero() && hasCompletion(indicator))) return null;
  const found = dueByNow(plan, indicator, period, held);
  if (!("value" in found)) return null;
  const due = found.value;
  const step = stepAt(indicator.decimals);
  /** The limit itself still counts as behind, so the smallest figure may lie one step above it. */
  const smallest = (limit: Decimal, is: (value: Decimal) => boolean): Decimal => {
    const below = floorAt(limit, indicator.decimals);
    return is(below) ? below : below.plus(step);
  };
  const lightAt = (value: Decimal): Light => lightOf(plan, behindOf(indicator, { value, target: held, due }));
  const without = (points: DecimalString, light: readonly Light[]): Decimal | null => {
    const size = hasCompletion(indicator) ? held.times(decimal(points)).div(100) : decimal(points);
    const found = smallest(due.minus(size), (value) => !light.includes(lightAt(value)));
    return hasCompletion(indicator) && found.lte(0) ? null : found;
  };
  return {
    due: smallest(due, (value) => value.gte(due)),
    green: without(plan.lights.yellowFrom, ["yellow", "red"]),
    notRed: without(plan.lights.redFrom, ["red"]),
  };
}
