import { itemsFor } from "#shared/plan/assignment.ts";
import { registerItem, parseItem, taskItem } from "#shared/plan/item.ts";
import { isLocalKey } from "#shared/checks/rules/credit-code.ts";
import { cleanLine } from "#shared/checks/typed.ts";
import { itemSchema, type Item, type Period, type UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";

/**
 * The item as it is written: row keys in NFC, trimmed, without the invisible marks that come by paste, credit codes
 * in upper case, so that one enterprise is one row. Null where no key is left.
 */
export function writtenItem(plan: Plan, item: Item): Item | null {
  const parts = parseItem(item);
  if (parts.kind !== "register" || parts.key === undefined) return item;
  const register = plan.registers.find(({ id }) => id === parts.register);
  const key = cleanLine(parts.key);
  const isCode = register?.key.kind === "credit-code" && !isLocalKey(key);
  const written = itemSchema.safeParse(`register:${parts.register}/${isCode ? key.toUpperCase() : key}`);
  return written.success ? written.data : null;
}

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
