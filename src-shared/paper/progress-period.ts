import { isDue, monthsElapsed, periodLabel, scheduleById, yearOf } from "../plan/calendar.ts";
import type { Period } from "../plan/ids.ts";
import { periodSchema } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";

export interface PeriodWords {
  /** For the head: `2025年第二季度（截至6月）`. */
  readonly name: string;
  /** For the running head: `2025年第二季度`. */
  readonly short: string;
}

/** Texts asked by the quarter are reported with its last month, so that month's sheet is the quarter's. */
export function progressPeriod(plan: Plan, period: Period): PeriodWords {
  const label = periodLabel(plan, period, "zh");
  const byQuarter = plan.tasks.every((task) => scheduleById(plan, task.schedule).frequency === "quarter");
  const isMonth = /^\d{4}-\d{2}$/u.test(period);
  if (!isMonth || !byQuarter || !isQuarterEnd(plan, period)) return { name: label, short: label };
  const months = monthsElapsed(period);
  const quarter = periodLabel(plan, periodSchema.parse(`${yearOf(period)}-Q${months / 3}`), "zh");
  return { name: `${quarter}（截至${months}月）`, short: quarter };
}

const isQuarterEnd = (plan: Plan, period: Period): boolean =>
  plan.tasks.some((task) => isDue(scheduleById(plan, task.schedule), period));

/** Words after each hand-written blank of 报告期: `____年第____季度`. */
export function periodBlanks(plan: Plan): string[] {
  const frequencies = new Set(plan.tasks.map((task) => scheduleById(plan, task.schedule).frequency));
  if (frequencies.has("month")) return ["年", "月"];
  return frequencies.has("quarter") ? ["年第", "季度"] : ["年"];
}
