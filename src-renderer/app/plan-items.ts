import { itemsFor, type AssignedItem } from "#shared/plan/assignment.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Translate } from "#shared/i18n/words.ts";

export type { AssignedItem } from "#shared/plan/assignment.ts";

/** What a unit is asked in a period, by item. */
export const assignmentsByItem = (plan: Plan, unit: string, period: Period): Map<Item, AssignedItem> =>
  new Map(itemsFor(plan, unit, period).map((assigned) => [assigned.item, assigned]));

/** The short mark beside a title: `T07-1`, `任务19`, nothing for registers. */
export function itemMark(t: Translate, item: Item): string {
  const parts = parseItem(item);
  switch (parts.kind) {
    case "task":
    case "contact":
      return t("common:task", { no: parts.no });
    case "indicator":
      return parts.id;
    default:
      return "";
  }
}

/** The section of the plan that a task or indicator stands in. */
export function sectionOf(plan: Plan, item: Item): string | undefined {
  const parts = parseItem(item);
  const indicator = plan.indicators.find(({ id }) => parts.kind === "indicator" && id === parts.id);
  const no = parts.kind === "task" || parts.kind === "contact" ? parts.no : indicator?.task;
  return plan.tasks.find((task) => task.no === no)?.section;
}
