import { describe, expect, test } from "vitest";
import { progressSheetModel } from "#shared/paper/progress-sheet.ts";
import { sheetModelSchema } from "#shared/paper/sheet-model.ts";
import { period, plan } from "../plan/bundled-plan.ts";
import { digest, inputOf } from "./progress-answers.ts";

const model = (more: Parameters<typeof inputOf>[0] = {}) => progressSheetModel(inputOf(more));
const people = { filler: "填报人甲", reviewer: "审核人乙", head: "负责人丙" };

test("every stage is a valid model with all 37 tasks", () => {
  for (const stage of ["draft", "review", "sealed"] as const) {
    const sheet = model({ stage, digest });
    expect(sheetModelSchema.safeParse(sheet).success).toBe(true);
    expect(sheet.groups.flatMap((group) => group.rows.map((row) => row.no))).toEqual(
      plan.tasks.map((task) => task.no),
    );
  }
});

describe("period", () => {
  test("a month that ends a quarter is the quarter's, since texts are asked by the quarter", () => {
    const sheet = model();
    expect(sheet.periodName).toBe("2025年第二季度（截至6月）");
    expect(sheet.margin.run).toBe("铜鼓县　2025年第二季度重点任务推进情况表（续）");
  });

  test("other months stand for themselves, February for 1—2月", () => {
    expect(model({ period: period("2025-05") }).periodName).toBe("2025年5月");
    expect(model({ period: period("2024-02") }).periodName).toBe("2024年1—2月");
  });

  test("a filled-in sheet without a period is refused loudly", () => {
    expect(() => model({ period: null })).toThrow();
  });
});

describe("送审稿", () => {
  test("is boxed on page 1 and marked from page 2", () => {
    const sheet = model({ sample: true });
    expect(sheet.head.state).toBe("送审稿");
    expect(sheet.margin).toMatchObject({ mark: "送审稿　样例数据", markFirst: "样例数据" });
    expect(sheet.watermark).toBeNull();
  });

  test("carries the check code 4×4 in text, margin and QR code", () => {
    const sheet = model();
    expect(sheet.check).toEqual({ code: "7C1E 90A4 5B2D F386", qr: "TZ1/360926/2025-06/1/7C1E90A45B2DF386" });
    expect(sheet.margin.foot).toBe("核对码 7C1E 90A4 5B2D F386");
    expect(sheet.digest).toBeNull();
  });

  test("is stamped with plan version and China's wall clock", () => {
    expect(model().margin.stamp).toBe("计划第1版　2025-07-08 16:20印");
  });

  test("leaves head and reviewer to sign by hand", () => {
    expect(model({ people: { ...people, phone: "0795-0000001" } }).sign).toEqual({
      head: "",
      reviewer: "",
      filler: "填报人甲",
      phone: "0795-0000001",
      date: "2025年7月8日",
    });
  });
});

test("草稿 stands across the page only while hard findings remain", () => {
  expect(model({ stage: "draft" })).toMatchObject({ watermark: "草稿", head: { state: "草稿" } });
  expect(model({ stage: "draft" }).sign.date).toContain("年　月　日");
});

test("a sealed sheet is no 送审稿 and carries the bundle's digest beside the check code", () => {
  const sheet = model({ stage: "sealed", digest, people });
  expect(sheet.head.state).toBeNull();
  expect(sheet.margin).toMatchObject({ mark: "", markFirst: "", foot: "报送包摘要 6485 ea12…2927" });
  expect(sheet.digest).toEqual([
    "6485 ea12 1ab7 0378 1892 3ad2 0d76 ab07",
    "f0e8 2096 1800 746e a5f2 9bc5 ea92 2927",
  ]);
  expect(sheet.check?.qr).toBe(`TZ1/360926/2025-06/1/7C1E90A45B2DF386/${digest.toUpperCase()}`);
  expect(sheet.sign).toMatchObject({ head: "", reviewer: "审核人乙", filler: "填报人甲" });
});

describe("the blank sheet", () => {
  const blank = (more: Parameters<typeof inputOf>[0] = {}) => model({ blank: true, period: null, ...more });

  test("has the plan's words and nothing else, whatever has been answered", () => {
    const rows = blank({ sample: true }).groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(37);
    for (const row of rows) {
      expect(row).toMatchObject({
        department: "",
        progress: "",
        figures: [],
        status: "",
        next: "",
        phone: "",
      });
      expect(row.flow).toBe("keep");
    }
  });

  test("leaves the period to be written in, or prints the one asked for", () => {
    expect(blank()).toMatchObject({ periodName: null, periodBlanks: ["年第", "季度"] });
    expect(blank({ period: period("2025-06") })).toMatchObject({
      periodName: "2025年第二季度（截至6月）",
      periodBlanks: [],
    });
  });

  test("has no check code and says so on every page", () => {
    expect(blank()).toMatchObject({ check: null, digest: null, stage: "blank" });
    expect(blank().margin).toMatchObject({
      mark: "空表",
      markFirst: "空表",
      foot: "手填用，无核对码",
      stamp: "计划第1版",
    });
    expect(blank().notes[0]).toContain("手填空表");
  });
});
