import { describe, expect, it } from "vitest";
import {
  daysUntil,
  dueDate,
  endsYear,
  isDue,
  isWorkingDay,
  monthsElapsed,
  monthsInPeriod,
  nextPeriod,
  periodAt,
  periodLabel,
  periodsOf,
  previousPeriod,
  samePeriodLastYear,
  scheduleById,
  yearOf,
  ytdLabel,
} from "#shared/plan/calendar.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { period, plan } from "./bundled-plan.ts";

const withCalendar = (calendar: Partial<Plan["calendar"]>): Plan => ({
  ...plan,
  calendar: { ...plan.calendar, ...calendar },
});
const quarterly = withCalendar({ cycle: "quarter", first: "2023-Q4", last: "2026-Q4" });
const yearly = withCalendar({ cycle: "year", first: "2023", last: "2026" });

describe("periods", () => {
  it("run from October 2023 to December 2026 without January", () => {
    const periods = periodsOf(plan);
    expect(periods.slice(0, 5)).toEqual(["2023-10", "2023-11", "2023-12", "2024-02", "2024-03"]);
    expect(periods.at(-1)).toBe("2026-12");
    expect(periods).toHaveLength(3 + 3 * 11);
    expect(periods.filter((each) => each.endsWith("-01"))).toEqual([]);
  });

  it("work by quarter and by year too", () => {
    expect(periodsOf(quarterly).slice(0, 3)).toEqual(["2023-Q4", "2024-Q1", "2024-Q2"]);
    expect(periodsOf(quarterly)).toHaveLength(13);
    expect(periodsOf(yearly)).toEqual(["2023", "2024", "2025", "2026"]);
  });

  it("have neighbours within the calendar only", () => {
    expect(previousPeriod(plan, period("2024-02"))).toBe("2023-12");
    expect(nextPeriod(plan, period("2023-12"))).toBe("2024-02");
    expect(previousPeriod(plan, period("2023-10"))).toBeUndefined();
    expect(nextPeriod(plan, period("2026-12"))).toBeUndefined();
    expect(previousPeriod(quarterly, period("2024-Q1"))).toBe("2023-Q4");
  });

  it("know the same period a year earlier, where there was one", () => {
    expect(samePeriodLastYear(plan, period("2025-06"))).toBe("2024-06");
    expect(samePeriodLastYear(plan, period("2024-02"))).toBeUndefined();
    expect(samePeriodLastYear(quarterly, period("2024-Q4"))).toBe("2023-Q4");
    expect(samePeriodLastYear(yearly, period("2024"))).toBe("2023");
  });

  it("take the skipped January into February", () => {
    expect(monthsInPeriod(plan, period("2024-02"))).toEqual([1, 2]);
    expect(monthsInPeriod(plan, period("2024-03"))).toEqual([3]);
    expect(monthsInPeriod(withCalendar({ skippedMonths: [] }), period("2024-02"))).toEqual([2]);
    expect(monthsInPeriod(withCalendar({ skippedMonths: [1, 2] }), period("2024-03"))).toEqual([1, 2, 3]);
    expect(monthsInPeriod(quarterly, period("2024-Q2"))).toEqual([4, 5, 6]);
    expect(monthsInPeriod(yearly, period("2024"))).toHaveLength(12);
  });

  it("say how much of the year has passed", () => {
    expect(["2024-02", "2024-07", "2024-Q3", "2024"].map((each) => monthsElapsed(period(each)))).toEqual([
      2, 7, 9, 12,
    ]);
    expect(yearOf(period("2024-Q3"))).toBe(2024);
    expect(endsYear(period("2024-12"))).toBe(true);
    expect(endsYear(period("2024-Q3"))).toBe(false);
  });
});

describe("labels", () => {
  it.each([
    ["2025-06", "2025年6月", "June 2025"],
    ["2024-02", "2024年1—2月", "Jan–Feb 2024"],
    ["2023-10", "2023年10月", "October 2023"],
    ["2024-Q2", "2024年第二季度", "Q2 2024"],
    ["2024", "2024年", "2024"],
  ])("of %s are %s and %s", (id, zh, en) => {
    expect(periodLabel(plan, period(id), "zh")).toBe(zh);
    expect(periodLabel(plan, period(id), "en")).toBe(en);
  });

  it.each([
    ["2025-06", "1—6月累计", "Jan–Jun cumulative"],
    ["2024-02", "1—2月累计", "Jan–Feb cumulative"],
    ["2024-Q3", "1—9月累计", "Jan–Sep cumulative"],
    ["2024", "1—12月累计", "Jan–Dec cumulative"],
    ["2024-01", "1月累计", "Jan cumulative"],
  ])("of a cumulative figure in %s are %s and %s", (id, zh, en) => {
    expect(ytdLabel(period(id), "zh")).toBe(zh);
    expect(ytdLabel(period(id), "en")).toBe(en);
  });
});

describe("due days", () => {
  const due = (schedule: string, id: string, of: Plan = plan): string =>
    dueDate(of, scheduleById(of, schedule), period(id));

  it("follow the frequency", () => {
    const dueIn = (schedule: string): string[] =>
      periodsOf(plan).filter((each) => yearOf(each) === 2024 && isDue(scheduleById(plan, schedule), each));
    expect(dueIn("month-28")).toHaveLength(11);
    expect(dueIn("quarter-10")).toEqual(["2024-03", "2024-06", "2024-09", "2024-12"]);
    expect(dueIn("year-march")).toEqual(["2024-12"]);
    expect(isDue(scheduleById(plan, "quarter-28"), period("2024-Q1"))).toBe(true);
    expect(isDue(scheduleById(plan, "year-september"), period("2024-Q1"))).toBe(false);
    expect(isDue(scheduleById(plan, "year-september"), period("2024"))).toBe(true);
  });

  it.each([
    ["quarter-10", "2024-06", "2024-07-10", "a Wednesday"],
    ["quarter-10", "2024-12", "2025-01-10", "in the next year"],
    ["month-28", "2024-02", "2024-03-28", "for 1—2月"],
    ["month-28", "2024-06", "2024-07-29", "Sunday the 28th moves to Monday"],
    ["month-28", "2024-08", "2024-09-30", "Saturday the 28th moves to Monday"],
    ["quarter-10", "2026-09", "2026-10-12", "Saturday the 10th moves to Monday"],
    ["year-march", "2023-12", "2024-04-01", "Sunday 31 March moves into April"],
    ["year-march", "2024-12", "2025-03-31", "31 March of the next year"],
    ["year-september", "2024-12", "2025-09-30", "30 September of the next year"],
  ])("%s of %s is %s: %s", (schedule, id, date) => {
    expect(due(schedule, id)).toBe(date);
  });

  it("stay within a short month", () => {
    const endOfMonth = withCalendar({
      schedules: [{ id: "end", frequency: "month", due: { monthsAfter: 2, day: 31 }, basis: "assumed" }],
    });
    expect(due("end", "2025-12", endOfMonth)).toBe("2026-03-02");
    expect(due("end", "2023-12", endOfMonth)).toBe("2024-02-29");
  });

  it("respect the holiday table, which also makes Sundays working days", () => {
    const holidays = withCalendar({
      holidays: [
        { date: "2024-07-10", kind: "holiday" },
        { date: "2024-07-11", kind: "holiday" },
        { date: "2024-07-28", kind: "workday" },
      ],
    });
    expect(due("quarter-10", "2024-06", holidays)).toBe("2024-07-12");
    expect(due("month-28", "2024-06", holidays)).toBe("2024-07-28");
    expect(isWorkingDay(holidays, "2024-07-28")).toBe(true);
    expect(isWorkingDay(plan, "2024-07-28")).toBe(false);
  });

  it("count days across a leap day and backwards", () => {
    expect(daysUntil("2025-07-10", "2025-07-07")).toBe(3);
    expect(daysUntil("2024-03-01", "2024-02-28")).toBe(2);
    expect(daysUntil("2024-07-01", "2024-07-10")).toBe(-9);
  });

  it("throw on a schedule the plan does not have", () => {
    expect(() => scheduleById(plan, "weekly")).toThrow("weekly");
  });
});

describe("periodAt", () => {
  it.each([
    ["2025-07-07", "2025-06"],
    ["2025-06-30", "2025-05"],
    ["2025-07-01", "2025-06"],
    ["2024-02-15", "2023-12"],
    ["2023-10-10", "2023-10"],
    ["2020-01-01", "2023-10"],
    ["2030-01-01", "2026-12"],
  ])("on %s is %s", (today, expected) => {
    expect(periodAt(plan, today)).toBe(expected);
  });
});
