import { daysUntil } from "./calendar.ts";
import type { Plan } from "./schema.ts";

/** 延期申请 that the office granted one unit: the task's new date (ISO) by its number. */
export type Extensions = ReadonlyMap<number, string>;

/** The plan as it binds one unit: a granted date stands in the place of the task's own. */
export const withExtensions = (plan: Plan, extensions: Extensions): Plan =>
  extensions.size === 0
    ? plan
    : {
        ...plan,
        tasks: plan.tasks.map((task) => {
          const dueDate = extensions.get(task.no);
          return dueDate === undefined ? task : { ...task, dueDate };
        }),
      };

/** 逾期, in days; 0 where there is no date (长期坚持), it is not over yet, or the work is done. */
export function daysOverdue(dueDate: string | null | undefined, today: string, status?: string): number {
  const isDone = status === "completed" || status === "not-applicable";
  return dueDate == null || isDone ? 0 : Math.max(0, -daysUntil(dueDate, today));
}
