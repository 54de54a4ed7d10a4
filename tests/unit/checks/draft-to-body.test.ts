import { describe, expect, it } from "vitest";
import { draftToBody } from "#shared/checks/draft-to-body.ts";
import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import { draftFits, hasAnswer, isEmptyDraft } from "#shared/checks/item-state.ts";
import { item, plan } from "./checking.ts";

const body = (text: string, draft: Draft) => {
  const result = draftToBody(plan, item(text), draft);
  return result.ok ? result.value : result.error.map(({ rule, input }) => `${rule} ${input ?? "-"}`);
};

describe("draftToBody", () => {
  it("normalises decimals, trims texts into NFC and leaves blanks out", () => {
    expect(
      body("indicator:T02-1", {
        inputs: { revenue: " １,234.50 ", revenue_prior: "" },
        note: " cafe\u0301 \r\n第二行\u200b ",
        correction: "",
      }),
    ).toEqual({ inputs: { revenue: "1234.5" }, note: "café \n第二行" });
  });

  it("stores yes, no and 未入榜 as values", () => {
    expect(body("indicator:T12-1/new-energy", { inputs: { map_1: "是", map_2: false } })).toEqual({
      inputs: { map_1: true, map_2: false },
    });
    expect(body("indicator:T01-2", { inputs: { rank: "未入榜" } })).toEqual({ inputs: { rank: "unranked" } });
  });

  it("gives 暂无数据 an ISO date and a source on one line", () => {
    expect(
      body("indicator:T02-1", { noData: { source: "统计局\n工业科", expected: "2024年5月2日" } }),
    ).toEqual({
      noData: { source: "统计局 工业科", expected: "2024-05-02" },
    });
  });

  it("seals a task with its extension and evidence", () => {
    const evidence = [{ name: "样例.pdf", sha256: "0".repeat(64), size: 3, type: "application/pdf" }];
    expect(
      body("task:2", {
        status: "in-progress",
        progress: "样例进展",
        problems: " ",
        noProgress: false,
        evidence,
        extension: { date: "2027/1/31", reason: "样例原因" },
      }),
    ).toEqual({
      status: "in-progress",
      progress: "样例进展",
      evidence,
      extension: { date: "2027-01-31", reason: "样例原因" },
    });
    expect(body("task:3", { noProgress: true })).toEqual({ noProgress: true });
  });

  it("stores a row's choices by id and fills the counted stage in", () => {
    const fields = { name: "样例企业", chain: "新能源（锂电）", provincial_platform: "省级", note: "" };
    expect(body("register:chain-leaders/本地-1", { fields })).toEqual({
      fields: {
        name: "样例企业",
        chain: "new-energy",
        stage: "certified",
        provincial_platform: "provincial",
      },
      state: "in-force",
    });
    expect(body("register:chain-leaders", { confirm: "nil" })).toEqual({ confirm: "nil" });
    expect(body("contact:2", { person: " 填报人甲 ", phone: "" })).toEqual({ person: "填报人甲" });
  });

  it.each<[string, Draft, string[]]>([
    ["indicator:T02-1", { inputs: { revenue: "1.2亿" } }, ["number revenue"]],
    ["indicator:T02-1", { notApplicable: " " }, ["part-missing notApplicable"]],
    ["indicator:T02-1", { noData: { source: "统计局", expected: "下月" } }, ["date-range noData.expected"]],
    ["indicator:T02-1", { inputs: { revenue: "1" }, notApplicable: "样例" }, ["one-answer -"]],
    ["indicator:T02-1", { note: "样例" }, ["wrong-shape -"]],
    ["indicator:T99-1", { inputs: { revenue: "1" } }, ["unknown-item -"]],
    ["task:2", { inputs: { revenue: "1" } }, ["wrong-shape -"]],
    ["task:2", { status: "completed", progress: "样".repeat(4001) }, ["text-length progress"]],
    ["task:2", { noProgress: true, extension: { date: "2026-12-31" } }, ["part-missing extension.reason"]],
    ["register:chain-leaders/本地-1", { fields: { chain: "房地产" } }, ["invalid-choice chain"]],
    ["contact:2", { phone: "1".repeat(61) }, ["text-length phone"]],
  ])("refuses %s %j with %j", (text, draft, expected) => {
    expect(body(text, draft)).toEqual(expected);
  });
});

describe("drafts", () => {
  it.each<[Draft, boolean, boolean]>([
    [{}, false, true],
    [{ inputs: { revenue: "  " }, note: "" }, false, true],
    [{ inputs: { revenue: "0" } }, true, false],
    [{ inputs: { map_1: false } }, true, false],
    [{ note: "样例" }, false, false],
    [{ notApplicable: "" }, true, false],
    [{ noData: {} }, true, false],
    [{ noProgress: false }, false, true],
    [{ noProgress: true }, true, false],
    [{ status: "" }, false, true],
    [{ fields: { name: "" }, state: "in-force" }, false, true],
    [{ fields: {}, state: "withdrawn" }, true, false],
    [{ confirm: "nil" }, true, false],
    [{ person: "填报人甲" }, true, false],
  ])("%j: has an answer %s, is empty %s", (draft, answer, empty) => {
    expect(hasAnswer(draft)).toBe(answer);
    expect(isEmptyDraft(draft)).toBe(empty);
  });

  it("fit the item they are for", () => {
    expect(draftFits(item("task:2"), { status: "completed" })).toBe(true);
    expect(draftFits(item("task:2"), { inputs: {} })).toBe(false);
    expect(draftFits(item("register:chain-leaders"), { confirm: "nil" })).toBe(true);
    expect(draftFits(item("register:chain-leaders/K"), { confirm: "nil" })).toBe(false);
    expect(draftFits(item("period"), {})).toBe(false);
  });

  it("hold any text", () => {
    const wild = { inputs: { revenue: "\u0000=cmd|' /C calc'!A0\u202e" } };
    expect(draftSchema.parse(wild)).toEqual(wild);
  });
});
