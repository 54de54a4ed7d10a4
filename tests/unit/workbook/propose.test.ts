import { describe, expect, test } from "vitest";
import type { Draft } from "#shared/checks/draft.ts";
import { unitKeySchema, type Item } from "#shared/plan/ids.ts";
import { judgeProposal } from "#shared/workbook/judge.ts";
import { proposeDrafts } from "#shared/workbook/propose.ts";
import { readWorkbook } from "#shared/workbook/read-workbook.ts";
import { plan } from "../plan/bundled-plan.ts";

const INDICATORS = ["事项代码", "栏目代码", "本期", "情况说明"];
const TASKS = ["事项代码", "状态", "本期进展"];

/** Rows under a head row, as a sheet of the name, read over what is there. */
function proposed(
  name: string,
  rows: readonly (readonly string[])[],
  had: Readonly<Record<string, Draft>> = {},
) {
  const { tables } = readWorkbook(plan, [{ name, firstRow: 1, rows }]);
  return proposeDrafts(plan, tables, {
    asked: (item) => (item.startsWith("indicator:T12-1") ? null : item),
    answer: (item) => had[item],
  });
}
const standing = { settled: () => false, author: () => null, findings: new Map() };

describe("an indicator's rows", () => {
  test("a figure takes the place of 不涉及, and the other way round", () => {
    const figure = proposed("指标", [INDICATORS, ["indicator:T02-1", "revenue", "12", ""]], {
      "indicator:T02-1": { notApplicable: "本地没有" },
    });
    expect([...figure.drafts.values()]).toEqual([{ inputs: { revenue: "12" } }]);
    const none = proposed("指标", [INDICATORS, ["indicator:T02-1", "revenue", "不涉及：本地没有", ""]], {
      "indicator:T02-1": { inputs: { revenue: "12" } },
    });
    expect([...none.drafts.values()]).toEqual([{ notApplicable: "本地没有" }]);
  });

  test("both in one workbook stay, for the checks to say so", () => {
    const rows = [
      INDICATORS,
      ["indicator:T02-1", "revenue", "不涉及：x", ""],
      ["indicator:T02-1", "revenue_prior", "7", ""],
    ];
    expect([...proposed("指标", rows).drafts.values()]).toEqual([
      { notApplicable: "x", inputs: { revenue_prior: "7" } },
    ]);
  });

  test("what is declared equal is typed once and stored in each that says nothing itself", () => {
    const rows = [
      INDICATORS,
      ["indicator:T14-1", "enterprises", "300", ""],
      ["indicator:T14-3", "enterprises", "301", ""],
    ];
    expect(Object.fromEntries(proposed("指标", rows).drafts)).toEqual({
      "indicator:T14-1": { inputs: { enterprises: "300" } },
      "indicator:T14-2": { inputs: { enterprises: "300" } },
      "indicator:T14-3": { inputs: { enterprises: "301" } },
    });
  });

  test("the first of two rows that say different things holds, the second says so", () => {
    const rows = [
      INDICATORS,
      ["indicator:T02-1", "revenue", "1", ""],
      ["indicator:T02-1", "revenue", "2", ""],
    ];
    const proposal = proposed("指标", rows);
    expect([...proposal.drafts.values()]).toEqual([{ inputs: { revenue: "1" } }]);
    expect(judgeProposal(proposal, standing).rows.map(({ row, result, why }) => [row, result, why])).toEqual([
      [2, "fits", null],
      [3, "wrong", "twice"],
    ]);
  });
});

describe("rows that cannot be written", () => {
  test("an item that another answers, a code that is none, a sheet without codes", () => {
    const rows = [
      INDICATORS,
      ["indicator:T12-1/new-energy", "map_1", "是", ""],
      ["T02-1", "revenue", "1", ""],
    ];
    expect(proposed("指标", rows).unknown.map(({ row }) => row)).toEqual([2, 3]);
    expect(proposed("别的", [["甲", "乙"]]).unknown).toHaveLength(1);
  });

  test("a status that is none of the words", () => {
    const proposal = proposed("任务", [TASKS, ["task:2", "差不多", "进展"]]);
    expect([...proposal.drafts.values()]).toEqual([{ progress: "进展" }]);
    expect(judgeProposal(proposal, standing).rows[0]).toMatchObject({
      result: "wrong",
      why: "unfit",
      after: "",
    });
  });

  test("what is submitted or accepted is locked, and no draft of it is offered", () => {
    const proposal = proposed("任务", [TASKS, ["task:2", "推进中", ""]], {
      "task:2": { status: "completed" },
    });
    const judged = judgeProposal(proposal, { ...standing, settled: (item: Item) => item === "task:2" });
    expect(judged.rows).toMatchObject([{ result: "locked", why: "settled", before: "已完成", after: "" }]);
    expect(judged.changes).toEqual([]);
  });
});

test("columns and rows may be moved about", () => {
  const rows = [
    ["备注", "本期进展", "事项代码", "状态"],
    ["x", "无", "task:3", "已完成"],
    ["", "", "", ""],
    ["", "进展", "task:2", ""],
  ];
  expect(Object.fromEntries(proposed("改了名", rows).drafts)).toEqual({
    "task:3": { status: "completed", progress: "无" },
    "task:2": { progress: "进展" },
  });
});

test("the first sheet says unit and period by their codes", () => {
  const rows = [
    ["单位", "丰城", "360981"],
    ["报告期", "三月", "2024-03"],
    ["填表人", " 填表人丁 "],
  ];
  expect(readWorkbook(plan, [{ name: "说明", firstRow: 1, rows }]).cover).toMatchObject({
    unit: unitKeySchema.parse("360981"),
    period: "2024-03",
    author: "填表人丁",
    department: null,
  });
});
