import { expect, it } from "vitest";
import { readHolidayLines } from "#shared/plan/holiday-lines.ts";

it("reads the ways in which a holiday table is written", () => {
  const { days, problems } = readHolidayLines(
    "2025-10-01 休\r\n2025/10/2\t放假\n\n２０２５年１０月１１日　班\n2025.10.12，Workday",
  );
  expect(problems).toEqual([]);
  expect(days).toEqual([
    { date: "2025-10-01", day: "holiday" },
    { date: "2025-10-02", day: "holiday" },
    { date: "2025-10-11", day: "workday" },
    { date: "2025-10-12", day: "workday" },
  ]);
});

it("names every line that it cannot read, and keeps the others", () => {
  const { days, problems } = readHolidayLines(
    "国庆节 休\n2025-02-30 休\n2025-10-01\n2025-10-01 出\n2025-10-03 休\n2025-10-03 班",
  );
  expect(days).toEqual([{ date: "2025-10-03", day: "holiday" }]);
  expect(problems.map(({ line, code }) => [line, code])).toEqual([
    [1, "no-date"],
    [2, "no-such-day"],
    [3, "no-word"],
    [4, "no-word"],
    [6, "twice"],
  ]);
});
