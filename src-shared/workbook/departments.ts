import { contactDraftSchema } from "../checks/draft.ts";
import { cleanLine } from "../checks/typed.ts";
import { itemsFor, tasksFor, tasksOfItem, type AssignedItem } from "../plan/assignment.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import { contactItem } from "../plan/item.ts";
import type { Item } from "../plan/ids.ts";
import type { Plan, Task } from "../plan/schema.ts";

/** 分办: which department of the unit has which tasks, by the standing contact of each. */

/** Tasks that no department has. */
export const UNASSIGNED = "未分办";

export interface Share {
  /** 发改委, or 未分办. */
  readonly department: string;
  readonly tasks: readonly Task[];
  /** Indicators and registers of those tasks that the unit answers. */
  readonly items: readonly AssignedItem[];
}

/** 发改委、工信局: a task that several share is in the part of each. */
const departmentsIn = (typed: string): string[] => [
  ...new Set(
    cleanLine(typed)
      .split(/[、；;，,]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
];

/** Parts in the order in which the plan's tasks first name them, 未分办 last; every item is in one at least. */
export function sharesOf(
  plan: Plan,
  unit: UnitKey,
  period: Period,
  answer: (item: Item) => unknown,
): readonly Share[] {
  const byDepartment = new Map<string, Task[]>();
  const unassigned: Task[] = [];
  for (const task of tasksFor(plan, unit)) {
    const contact = contactDraftSchema.safeParse(answer(contactItem(task.no)) ?? {});
    const names = departmentsIn(contact.data?.department ?? "");
    if (names.length === 0) unassigned.push(task);
    for (const name of names) byDepartment.set(name, [...(byDepartment.get(name) ?? []), task]);
  }
  const items = itemsFor(plan, unit, period).filter(({ kind }) => kind !== "task");
  const share = (department: string, tasks: readonly Task[]): Share => {
    const numbers = new Set(tasks.map(({ no }) => no));
    return {
      department,
      tasks,
      items: items.filter((item) => {
        const own = tasksOfItem(plan, item);
        return own.some((no) => numbers.has(no)) || (own.length === 0 && department === UNASSIGNED);
      }),
    };
  };
  const shares = [...byDepartment].map(([department, tasks]) => share(department, tasks));
  const rest = share(UNASSIGNED, unassigned);
  return rest.tasks.length === 0 && rest.items.length === 0 ? shares : [...shares, rest];
}
