import { itemsFor, type AssignedItem, type IndicatorAssignment } from "#shared/plan/assignment.ts";
import { dueDate, monthsElapsed, previousPeriod, yearOf } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { Plan, Task } from "#shared/plan/schema.ts";
import { pick } from "./chance.ts";
import type { EntriesFile, SampleIndicator, SampleTask } from "./entries-file.ts";
import { countyInputs, hasChain, officeInputs } from "./figures.ts";
import { sampleWordings } from "./progress-texts.ts";
import { sampleRegister } from "./rows.ts";

export type { EntriesFile } from "./entries-file.ts";

/** Every sample says that it is one: in texts, in notes, in the names of enterprises. */
export const SAMPLE_LABEL = "样例";

const SAMPLE_NOTE = `${SAMPLE_LABEL}数据，不是真实数字`;

/**
 * Invented answers of a county, a zone or the office (360900) to all that is due in a period, always the same
 * for the same unit and period. A unit that does not report in the period gives an empty file.
 */
export function sampleEntries(plan: Plan, unit: string, period: Period): EntriesFile {
  const due = itemsFor(plan, unit, period).filter((item) => item.due);
  return {
    period,
    tasks: due.flatMap((item) => (item.kind === "task" ? [sampleTask(plan, unit, period, item.task)] : [])),
    indicators: due.flatMap((item) =>
      item.kind === "indicator" ? sampleIndicator(plan, unit, period, item) : [],
    ),
    registers: due.flatMap((item) =>
      item.kind === "register" ? [sampleRegister(plan, item.register, unit, period)] : [],
    ),
  };
}

const noChainReason = (plan: Plan, chain: string): string =>
  `本地没有${plan.chains.find((each) => each.id === chain)?.name ?? chain}规上企业（${SAMPLE_LABEL}）`;

const isOffice = (plan: Plan, unit: string): boolean => unit === plan.officeUnit;

function sampleTask(plan: Plan, unit: string, period: Period, task: Task): SampleTask {
  const base = {
    task: task.no,
    person: `填报人${"甲乙丙丁戊己"[pick(0, 5, unit, task.no)] ?? "甲"}`,
    phone: `0795-${String(task.no).padStart(7, "0")}`,
  };
  if (task.chain !== undefined && !isOffice(plan, unit) && !hasChain(unit, task.chain)) {
    return { ...base, status: "not-applicable", reason: noChainReason(plan, task.chain) };
  }
  const month = monthsElapsed(period);
  const isFirst = previousQuarter(plan, period) === undefined;
  const last = period === plan.calendar.last;
  if (isFirst && pick(1, 100, unit, task.no, "start") <= 8) {
    return { ...base, status: "not-started", next: `制定工作方案，明确责任分工（${SAMPLE_LABEL}）。` };
  }
  if (!isFirst && !last && pick(1, 100, unit, task.no, period, "quiet") <= 7) {
    return { ...base, status: "in-progress", noProgress: true };
  }
  const [progress, problems, next] = sampleWordings[task.no] ?? ["按计划推进各项工作。", "无", "继续推进。"];
  const grown = (low: number, high: number, word: string): string =>
    String(Math.max(1, Math.round((pick(low, high, unit, task.no, word, yearOf(period)) * month) / 12)));
  const fill = (text: string): string =>
    text
      .replaceAll("{a}", grown(6, 24, "a"))
      .replaceAll("{b}", grown(8, 36, "b"))
      .replaceAll("{c}", grown(20, 80, "c"))
      .replaceAll("{n}", String(pick(1, 4, unit, task.no, period, "n")));
  const isCompleted = last && task.dueDate !== undefined && pick(1, 100, unit, task.no, "done") <= 70;
  return {
    ...base,
    status: isCompleted ? "completed" : "in-progress",
    progress: `${month === 1 ? "1月" : `1—${month}月`}，${fill(progress)}（${SAMPLE_LABEL}）`,
    problems: fill(problems),
    next: fill(next),
  };
}

function previousQuarter(plan: Plan, period: Period): Period | undefined {
  let earlier = previousPeriod(plan, period);
  while (earlier !== undefined && monthsElapsed(earlier) % 3 !== 0) earlier = previousPeriod(plan, earlier);
  return earlier;
}

function sampleIndicator(
  plan: Plan,
  unit: string,
  period: Period,
  item: IndicatorAssignment,
): readonly SampleIndicator[] {
  const { indicator } = item;
  const at = { plan, unit, year: yearOf(period), month: monthsElapsed(period) };
  if (isOffice(plan, unit)) {
    const chain = item.item.includes("/") ? item.chain?.id : undefined;
    const base = { indicator: indicator.id, ...(chain === undefined ? {} : { chain }) };
    const ids = item.inputs.map((input) => input.id);
    return [{ ...base, inputs: officeInputs(at, ids, chain), note: SAMPLE_NOTE }];
  }
  if (indicator.chain !== undefined && !hasChain(unit, indicator.chain)) {
    return [{ indicator: indicator.id, notApplicable: noChainReason(plan, indicator.chain) }];
  }
  const waits = ["T21-1", "T25-2"].includes(indicator.id) && pick(1, 100, unit, period, indicator.id) <= 9;
  if (waits)
    return [
      { indicator: indicator.id, noData: { source: "县统计局", expected: expectedOn(plan, item, period) } },
    ];
  const inputs = countyInputs(at, indicator);
  return inputs === undefined ? [] : [{ indicator: indicator.id, inputs, note: SAMPLE_NOTE }];
}

/** A working day about three weeks after the item is due. */
function expectedOn(plan: Plan, item: AssignedItem, period: Period): string {
  const { due } = item.schedule;
  return dueDate(plan, { ...item.schedule, due: { monthsAfter: due.monthsAfter + 1, day: 20 } }, period);
}
