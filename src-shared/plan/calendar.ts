import { Temporal } from "temporal-polyfill";
import { periodSchema, type Period } from "./ids.ts";
import type { Language } from "./language.ts";
import type { Plan, Schedule } from "./schema.ts";

/**
 * Periods and due days. Months without a period of their own (`skippedMonths`: January) belong to the next
 * month of the same year that has one, so `2024-02` is 2024年1—2月.
 */

type Parts = { readonly year: number; readonly cycle: "month" | "quarter" | "year"; readonly index: number };
type CalendarOf = Pick<Plan, "calendar">;

function partsOf(period: Period): Parts {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return { year, cycle: "year", index: 1 };
  if (period[5] === "Q") return { year, cycle: "quarter", index: Number(period[6]) };
  return { year, cycle: "month", index: Number(period.slice(5)) };
}

const monthPeriod = (year: number, month: number): Period =>
  periodSchema.parse(`${year}-${String(month).padStart(2, "0")}`);

export const yearOf = (period: Period): number => partsOf(period).year;

/** Months of the year that have passed at the period's end, 1…12: what a ytd figure covers. */
export function monthsElapsed(period: Period): number {
  const { cycle, index } = partsOf(period);
  if (cycle === "year") return 12;
  return cycle === "quarter" ? index * 3 : index;
}

/** Whether the period is the last of its year: annual items belong to it. */
export const endsYear = (period: Period): boolean => monthsElapsed(period) === 12;

/** Worked out once: what looks back over years asks for them by the hundred thousand. */
const knownPeriods = new WeakMap<Plan["calendar"], readonly Period[]>();

/** All periods of the plan, oldest first. */
export function periodsOf(plan: CalendarOf): readonly Period[] {
  const periods = knownPeriods.get(plan.calendar) ?? workOutPeriods(plan);
  knownPeriods.set(plan.calendar, periods);
  return periods;
}

function workOutPeriods(plan: CalendarOf): readonly Period[] {
  const { cycle, first, last, skippedMonths } = plan.calendar;
  const start = periodSchema.parse(first);
  const end = periodSchema.parse(last);
  const periods: Period[] = [];
  for (let year = yearOf(start); year <= yearOf(end); year += 1) {
    if (cycle === "year") periods.push(periodSchema.parse(`${year}`));
    if (cycle === "quarter") {
      for (let quarter = 1; quarter <= 4; quarter += 1)
        periods.push(periodSchema.parse(`${year}-Q${quarter}`));
    }
    if (cycle === "month") {
      for (let month = 1; month <= 12; month += 1) {
        if (!skippedMonths.includes(month)) periods.push(monthPeriod(year, month));
      }
    }
  }
  return periods.filter((period) => period >= start && period <= end);
}

/** The period before, or undefined at the calendar's start. */
export function previousPeriod(plan: CalendarOf, period: Period): Period | undefined {
  return periodsOf(plan).findLast((candidate) => candidate < period);
}

/** The period after, or undefined at the calendar's end. */
export function nextPeriod(plan: CalendarOf, period: Period): Period | undefined {
  return periodsOf(plan).find((candidate) => candidate > period);
}

/** The same period a year earlier, or undefined where the calendar had not begun. */
export function samePeriodLastYear(plan: CalendarOf, period: Period): Period | undefined {
  const earlier = `${yearOf(period) - 1}${period.slice(4)}`;
  return periodsOf(plan).find((candidate) => candidate === earlier);
}

/** The months that a period stands for: `[1, 2]` for `2024-02` where January is skipped. */
export function monthsInPeriod(plan: CalendarOf, period: Period): readonly number[] {
  const { cycle, index } = partsOf(period);
  const last = monthsElapsed(period);
  let first = cycle === "year" ? 1 : cycle === "quarter" ? last - 2 : index;
  if (cycle === "month") while (plan.calendar.skippedMonths.includes(first - 1)) first -= 1;
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** The latest period that has ended before the day, else the first: what is being reported on that day. */
export function periodAt(plan: CalendarOf, isoDate: string): Period {
  const date = Temporal.PlainDate.from(isoDate);
  const periods = periodsOf(plan);
  const ended = periods.findLast((period) => Temporal.PlainDate.compare(lastDay(period), date) < 0);
  const period = ended ?? periods[0];
  if (period === undefined) throw new Error("the calendar has no period");
  return period;
}

function lastDay(period: Period): Temporal.PlainDate {
  const month = Temporal.PlainYearMonth.from({ year: yearOf(period), month: monthsElapsed(period) });
  return month.toPlainDate({ day: month.daysInMonth });
}

/** Whether a schedule asks for an answer in the period: quarterly ones in March, June, September, December. */
export function isDue(schedule: Schedule, period: Period): boolean {
  switch (schedule.frequency) {
    case "month":
      return true;
    case "quarter":
      return monthsElapsed(period) % 3 === 0;
    case "year":
      return endsYear(period);
  }
}

/** Holiday table first, then weekends. */
export function isWorkingDay(plan: CalendarOf, isoDate: string): boolean {
  const entry = plan.calendar.holidays.find((holiday) => holiday.date === isoDate);
  if (entry !== undefined) return entry.kind === "workday";
  return Temporal.PlainDate.from(isoDate).dayOfWeek <= 5;
}

/** ISO date by which the period's items of a schedule are due, moved to the next working day. */
export function dueDate(plan: CalendarOf, schedule: Schedule, period: Period): string {
  const month = Temporal.PlainYearMonth.from({ year: yearOf(period), month: monthsElapsed(period) }).add({
    months: schedule.due.monthsAfter,
  });
  let date = month.toPlainDate({ day: Math.min(schedule.due.day, month.daysInMonth) });
  // NOTE: a table without one working day in two months is a mistake; the unmoved end of it is returned.
  for (let step = 0; step < 62 && !isWorkingDay(plan, date.toString()); step += 1)
    date = date.add({ days: 1 });
  return date.toString();
}

/** Days from `today` to `date`, negative when past. Both ISO dates. */
export const daysUntil = (date: string, today: string): number =>
  Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(date), { largestUnit: "day" }).days;

export function scheduleById(plan: CalendarOf, id: string): Schedule {
  const schedule = plan.calendar.schedules.find((candidate) => candidate.id === id);
  if (schedule === undefined) throw new Error(`no schedule ${id} in the plan`);
  return schedule;
}

const QUARTERS = ["一", "二", "三", "四"];
const MONTHS = [
  ["January", "Jan"],
  ["February", "Feb"],
  ["March", "Mar"],
  ["April", "Apr"],
  ["May", "May"],
  ["June", "Jun"],
  ["July", "Jul"],
  ["August", "Aug"],
  ["September", "Sep"],
  ["October", "Oct"],
  ["November", "Nov"],
  ["December", "Dec"],
] as const;
const monthName = (month: number): string => MONTHS[month - 1]?.[0] ?? String(month);
const monthShort = (month: number): string => MONTHS[month - 1]?.[1] ?? String(month);

/** `2025年6月`, `2024年1—2月`, `2024年第一季度`, `2024年`; `June 2025`, `Jan–Feb 2024`, `Q1 2024`, `2024`. */
export function periodLabel(plan: CalendarOf, period: Period, language: Language): string {
  const { year, cycle, index } = partsOf(period);
  if (cycle === "year") return language === "zh" ? `${year}年` : `${year}`;
  if (cycle === "quarter") {
    return language === "zh" ? `${year}年第${QUARTERS[index - 1] ?? index}季度` : `Q${index} ${year}`;
  }
  const first = monthsInPeriod(plan, period)[0] ?? index;
  if (first === index) return language === "zh" ? `${year}年${index}月` : `${monthName(index)} ${year}`;
  return language === "zh"
    ? `${year}年${first}—${index}月`
    : `${monthShort(first)}–${monthShort(index)} ${year}`;
}

/** What a ytd figure of the period covers: `1—6月累计`, `Jan–Jun cumulative`. */
export function ytdLabel(period: Period, language: Language): string {
  const last = monthsElapsed(period);
  if (last === 1) return language === "zh" ? "1月累计" : "Jan cumulative";
  return language === "zh" ? `1—${last}月累计` : `Jan–${monthShort(last)} cumulative`;
}
