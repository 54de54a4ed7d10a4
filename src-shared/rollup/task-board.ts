import { z } from "zod";
import { taskProgressSchema, type TaskProgress } from "../ledger/record.ts";
import { subjectStatusSchema } from "../ledger/subject-state.ts";
import { itemsFor } from "../plan/assignment.ts";
import { isoDateSchema, periodSchema, unitKeySchema, type Period, type UnitKey } from "../plan/ids.ts";
import type { Plan, Task } from "../plan/schema.ts";
import { reportingUnits } from "../plan/units.ts";

/** 任务进度: every task at every unit that is bound to it. domain.md “Items and answers”. */

export const workStatusSchema = taskProgressSchema.shape.status.unwrap();
export type WorkStatus = z.infer<typeof workStatusSchema>;

export const taskCellSchema = z.strictObject({
  unit: unitKeySchema,
  /** What the unit says of this period, or what stands: 不涉及 and 办结 until changed. Null: 未报. */
  status: workStatusSchema.nullable(),
  state: subjectStatusSchema,
  /** Nothing is asked in this period and nothing was said. */
  notDue: z.boolean(),
  /** 办结: the office's decision. */
  closed: z.boolean(),
  /** Past a due date that the task has; never for 长期坚持. */
  overdue: z.boolean(),
  /** Of the task at this unit: the plan's, or the later one of an accepted 延期申请. */
  dueDate: isoDateSchema.nullable(),
  /** The last word of an earlier period, where this one has none. It fills nothing. */
  last: z.strictObject({ period: periodSchema, status: workStatusSchema }).nullable(),
});
export type TaskCell = z.infer<typeof taskCellSchema>;

export const taskRowSchema = z.strictObject({
  no: z.int(),
  dueDate: isoDateSchema.nullable(),
  cells: z.array(taskCellSchema),
});
export type TaskRow = z.infer<typeof taskRowSchema>;

export const taskBoardSchema = z.strictObject({
  period: periodSchema,
  rows: z.array(taskRowSchema),
  /** 问题清单: rows of it that are known, and those struck off (销号). */
  problems: z.strictObject({ known: z.int(), struckOff: z.int() }),
});
export type TaskBoard = z.infer<typeof taskBoardSchema>;

/** What one unit said of one task in one period. */
export interface TaskFacts {
  readonly unit: UnitKey;
  readonly no: number;
  readonly period: Period;
  readonly state: TaskCell["state"];
  /** On top; absent while the unit's own values differ. */
  readonly body: TaskProgress | undefined;
  readonly accepted: TaskProgress | undefined;
  readonly closed: boolean;
}

/** `facts` of the period and before, in any order. `today`: the office's day, ISO date. */
export function taskRows(plan: Plan, period: Period, facts: readonly TaskFacts[], today: string): TaskRow[] {
  const byAddress = Map.groupBy(facts, ({ unit, no }) => `${unit} ${no}`);
  const asked = reportingUnits(plan, period).flatMap(({ key }) =>
    itemsFor(plan, key, period).flatMap((item) =>
      item.kind === "task" ? [{ unit: key, no: item.task.no, due: item.due }] : [],
    ),
  );
  return plan.tasks.map((task) => ({
    no: task.no,
    dueDate: task.dueDate ?? null,
    cells: asked
      .filter(({ no }) => no === task.no)
      .map(({ unit, due }) =>
        cellOf(task, unit, due, period, byAddress.get(`${unit} ${task.no}`) ?? [], today),
      ),
  }));
}

function cellOf(
  task: Task,
  unit: UnitKey,
  due: boolean,
  period: Period,
  facts: readonly TaskFacts[],
  today: string,
): TaskCell {
  const known = facts
    .filter((fact) => fact.period <= period)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1));
  const own = known.find((fact) => fact.period === period);
  const before = known.find((fact) => fact.period < period && fact.body?.status !== undefined);
  const standing = own === undefined && before !== undefined && stands(before) ? before : undefined;
  const said = own ?? standing;
  const closed = said?.closed ?? false;
  const dueDate = dueDateOf(task, known);
  const done =
    closed || said?.accepted?.status === "completed" || said?.accepted?.status === "not-applicable";
  return {
    unit,
    status: said?.body?.status ?? null,
    state: said?.state ?? "none",
    notDue: said === undefined && !due,
    closed,
    overdue: dueDate !== null && dueDate < today && !done,
    dueDate,
    last:
      said === undefined && before?.body?.status !== undefined
        ? { period: before.period, status: before.body.status }
        : null,
  };
}

/** 不涉及 stands until changed, 办结 until the unit reports anew. */
const stands = ({ closed, body }: TaskFacts): boolean => closed || body?.status === "not-applicable";

/** The latest accepted 延期申请 moves the day; a task without one has none to move. */
function dueDateOf({ dueDate }: Task, known: readonly TaskFacts[]): string | null {
  if (dueDate === undefined) return null;
  return (
    known.find(({ accepted }) => accepted?.extension !== undefined)?.accepted?.extension?.date ?? dueDate
  );
}

/** How many cells say what; `missing` is 未报, of what is due. */
export type TaskCounts = Readonly<
  Record<WorkStatus | "missing" | "notDue" | "closed" | "waiting" | "overdue", number>
>;

export function countCells(cells: readonly TaskCell[]): TaskCounts {
  const count = (test: (cell: TaskCell) => boolean): number => cells.filter(test).length;
  const saying = (status: WorkStatus): number => count((cell) => cell.status === status);
  return {
    "not-started": saying("not-started"),
    "in-progress": saying("in-progress"),
    completed: saying("completed"),
    "not-applicable": saying("not-applicable"),
    missing: count(({ status, notDue }) => status === null && !notDue),
    notDue: count(({ notDue }) => notDue),
    closed: count(({ closed }) => closed),
    waiting: count(({ state }) => state === "sealed" || state === "resubmitted" || state === "conflict"),
    overdue: count(({ overdue }) => overdue),
  };
}
