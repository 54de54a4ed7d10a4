import { writtenKey } from "#shared/checks/row-key.ts";
import { cleanLine } from "#shared/checks/typed.ts";
import { askedFor } from "#shared/plan/assignment.ts";
import { itemSchema, type Item, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";

/** The item under the key that the format has, so that one enterprise is one row. Null where no key is left. */
export function writtenItem(plan: Plan, item: Item): Item | null {
  const parts = parseItem(item);
  if (parts.kind !== "register" || parts.key === undefined) return item;
  const register = plan.registers.find(({ id }) => id === parts.register);
  const key = register === undefined ? cleanLine(parts.key) : writtenKey(register, parts.key);
  const written = itemSchema.safeParse(`register:${parts.register}/${key}`);
  return written.success ? written.data : null;
}

/** Whether the unit may answer the item: assigned to it, a row of an assigned register, an assigned task's contact. */
export const isKnownItem = (plan: Plan, unit: UnitKey, period: Period, item: Item): boolean =>
  askedFor(plan, unit, period, item) !== undefined;
