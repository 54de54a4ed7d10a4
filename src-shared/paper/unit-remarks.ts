import { itemsFor, tasksOfItem } from "../plan/assignment.ts";
import { periodSchema, type UnitKey } from "../plan/ids.ts";
import type { Plan, Schedule } from "../plan/schema.ts";

const KINDS = { task: "进展", indicator: "指标", register: "名录" } as const;
const FREQUENCIES: Readonly<Record<Schedule["frequency"], string>> = {
  month: "按月",
  quarter: "按季",
  year: "按年",
};

/**
 * 备注 by task number: what the unit fills in for the task and how often, `["进展按季", "指标按月"]`.
 * What others fill in is left out; a unit that does not report has none.
 */
export function unitRemarks(plan: Plan, unit: UnitKey): ReadonlyMap<number, string[]> {
  const items = itemsFor(plan, unit, periodSchema.parse(plan.calendar.last));
  const lines = plan.tasks.map((task): [number, string[]] => {
    const words = (["task", "indicator", "register"] as const).flatMap((kind) => {
      const own = items.filter((item) => item.kind === kind && tasksOfItem(plan, item).includes(task.no));
      const frequencies = (["month", "quarter", "year"] as const).filter((frequency) =>
        own.some((item) => item.schedule.frequency === frequency),
      );
      return frequencies.map((frequency) => KINDS[kind] + FREQUENCIES[frequency]);
    });
    return [task.no, words];
  });
  return new Map(lines);
}
