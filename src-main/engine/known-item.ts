import { itemsFor } from "#shared/plan/assignment.ts";
import { registerItem, parseItem, taskItem } from "#shared/plan/item.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";

/** Whether the unit may answer the item: assigned to it, a row of an assigned register, an assigned task's contact. */
export function isKnownItem(plan: Plan, unit: UnitKey, period: Period, item: Item): boolean {
  const parts = parseItem(item);
  const asked =
    parts.kind === "contact"
      ? taskItem(parts.no)
      : parts.kind === "register"
        ? registerItem(parts.register)
        : item;
  return itemsFor(plan, unit, period).some((assigned) => assigned.item === asked);
}
