import type { Item } from "../plan/ids.ts";
import { parseItem } from "../plan/item.ts";
import type { Plan } from "../plan/schema.ts";
import { totalRevenue } from "./rules/chain-exceeds-total.ts";

/**
 * Whether checks of other items of the same period look at this one: the whole of a 其中 figure, the unit's whole
 * industrial revenue, what another input is proposed from. A change of any other item changes its own findings alone.
 */
export function isReadByOthers(plan: Plan, item: Item): boolean {
  const parts = parseItem(item);
  if (parts.kind !== "indicator") return false;
  const { id } = parts;
  return (
    plan.indicators.some(
      (other) =>
        other.partOf === id || other.inputs.some(({ proposedFrom }) => proposedFrom?.indicator === id),
    ) || plan.rules.some((rule) => totalRevenue(plan, rule)?.indicator.id === id)
  );
}
