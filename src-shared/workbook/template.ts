import { itemsFor, tasksFor } from "../plan/assignment.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import { coverSheet } from "./cover.ts";
import type { Share } from "./departments.ts";
import { indicatorTable, isIndicator, registerTable, taskTable, type Known } from "./tables.ts";
import type { Sheet, Workbook } from "./workbook.ts";

export interface TemplateInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  readonly known: Known;
}

/** 填报工作簿: everything that the unit answers in the period, filled in as far as it is known. */
export function templateWorkbook(input: TemplateInput): Workbook {
  const { plan, unit, period } = input;
  return workbookOf(input, null, { tasks: tasksFor(plan, unit), items: itemsFor(plan, unit, period) });
}

/** 分办工作簿: one department's part of it. */
export const splitWorkbook = (input: TemplateInput, share: Share): Workbook =>
  workbookOf(input, share.department, share);

function workbookOf(
  { plan, unit, period, known }: TemplateInput,
  department: string | null,
  { tasks, items }: Pick<Share, "tasks" | "items">,
): Workbook {
  const indicators = items.filter(isIndicator);
  const sheets: Sheet[] = [coverSheet({ plan, unit, period, department })];
  if (tasks.length > 0) sheets.push(taskTable(tasks, known));
  if (indicators.length > 0) sheets.push(indicatorTable(indicators, known));
  for (const item of items)
    if (item.kind === "register") sheets.push(registerTable(plan, item.register, known));
  return {
    name: [
      "任务台账",
      unitName(plan, unit),
      period,
      ...(department === null ? ["填报"] : ["分办", department]),
    ].join("-"),
    sheets,
  };
}
