import { describe, expect, test } from "vitest";
import { neutralText, plainText } from "#shared/workbook/neutral.ts";
import { readSpecial } from "#shared/workbook/answer-words.ts";

describe("answers besides a value", () => {
  test.each([
    ["不涉及", { notApplicable: "" }],
    ["不涉及：本地无纺织鞋服企业", { notApplicable: "本地无纺织鞋服企业" }],
    ["不涉及（本地无纺织鞋服企业）", { notApplicable: "本地无纺织鞋服企业" }],
    ["暂无数据", { noData: {} }],
    ["暂无数据：统计局，预计2024-05-20", { noData: { source: "统计局", expected: "2024-05-20" } }],
    ["暂无数据：统计局，2024年5月20日", { noData: { source: "统计局", expected: "2024年5月20日" } }],
    ["暂无数据：市、县统计局", { noData: { source: "市、县统计局" } }],
  ])("%s", (typed, answer) => {
    expect(readSpecial(typed)).toEqual(answer);
  });

  test("a text that only begins with the word is a value", () => {
    expect(readSpecial("不涉及面广")).toBeNull();
    expect(readSpecial("12")).toBeNull();
  });
});

describe("text that would be a formula", () => {
  test.each(["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])(
    "%j is made text and read back",
    (typed) => {
      expect(neutralText(typed)).toBe(`'${typed}`);
      expect(plainText(neutralText(typed))).toBe(typed);
    },
  );

  test("figures and other texts stay as they are", () => {
    for (const typed of ["-5", "-0.25", "12", "进展", "'引号", ""]) {
      expect(neutralText(typed)).toBe(typed);
      expect(plainText(typed)).toBe(typed);
    }
  });

  test("a quote mark of one's own survives", () => {
    expect(plainText(neutralText("'=1"))).toBe("'=1");
  });
});
