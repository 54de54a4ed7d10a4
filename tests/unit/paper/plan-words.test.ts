import { describe, expect, test } from "vitest";
import { planName, titleLines } from "#shared/paper/plan-words.ts";
import { chineseNumber, numberRuns } from "#shared/paper/section-groups.ts";
import { paperDay, paperMinute, writtenDay } from "#shared/paper/sheet-time.ts";
import { plan } from "../plan/bundled-plan.ts";

describe("title", () => {
  test("leaves out the years and what the notice adds for itself", () => {
    expect(planName(plan)).toBe("宜春市制造业重点产业链现代化建设“869”行动计划");
  });

  test("is broken before the sheet's name, else before the quotation, else nowhere", () => {
    expect(titleLines(plan, "重点任务推进情况表", 33)).toEqual([
      "宜春市制造业重点产业链现代化建设“869”行动计划",
      "重点任务推进情况表",
    ]);
    expect(titleLines(plan, "责任清单", 20)[1]).toBe("“869”行动计划责任清单");
    expect(titleLines(plan, "责任清单", 60)).toHaveLength(1);
  });
});

test("section numbers are written in Chinese figures", () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual([
    "一",
    "九",
    "十",
    "十一",
    "二十",
    "二十一",
    "九十九",
  ]);
});

test("item numbers are drawn together in runs", () => {
  expect(numberRuns([1])).toBe("1");
  expect(numberRuns([2, 3, 4, 9])).toBe("2—4、9");
});

describe("times on paper", () => {
  test("are China's, wherever the laptop stands", () => {
    expect(paperDay("2025-12-31T16:00:00.000Z")).toBe("2026-01-01");
    expect(paperMinute("2025-07-08T08:20:59.999Z")).toBe("2025-07-08 16:20");
    expect(writtenDay("2025-07-08")).toBe("2025年7月8日");
  });

  test("what is no time is refused loudly", () => {
    expect(() => paperDay("yesterday")).toThrow("not a time");
  });
});
