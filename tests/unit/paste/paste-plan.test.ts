import { describe, expect, it } from "vitest";
import { decimalSchema } from "#shared/plan/ids.ts";
import { planPaste } from "#shared/paste/paste-plan.ts";
import type { PasteTarget } from "#shared/paste/target.ts";

const target = (row: string, more: Partial<PasteTarget> & { readonly was?: string } = {}): PasteTarget => {
  const { was, ...rest } = more;
  return {
    row,
    kind: "amount",
    names: [row],
    unit: "万元",
    current: "",
    known: was === undefined ? null : decimalSchema.parse(was),
    locked: null,
    answered: null,
    priorRow: null,
    text: null,
    ...rest,
  };
};

const lines = [
  target("新能源产业链营业收入", { was: "319870.2", priorRow: "上年" }),
  target("上年", { names: [], was: "290000" }),
  target("节能环保产业链营业收入", { was: "930145.08", current: "1" }),
  target("电子信息产业链营业收入", { was: "237816.44", locked: "accepted" }),
  target("纺织鞋服产业链营业收入", { answered: "not-applicable" }),
  target("增速", { kind: "computed" }),
  target("小巨人企业", { kind: "count", unit: "家" }),
  target("工业经济平稳运行", { kind: "status", text: "", unit: "" }),
];
const from = (row: string, part: "value" | "text" = "value") => ({ row, part });
const outcome = (block: readonly (readonly string[])[], start: string, unit: "yi" | "wan" | null = null) =>
  planPaste(block, lines, from(start), unit).lines.map(({ target: to, write, skip }) => [
    to?.row ?? null,
    write ?? skip,
  ]);

describe("figures alone, from the cursor down", () => {
  it("are turned into 万元 by the guessed unit; locked, 不涉及 and computed lines stay as they are", () => {
    const block = [
      ["38.641275"],
      ["35.1"],
      ["112.460933"],
      ["28.8"],
      ["/"],
      ["9.4%"],
      ["12"],
      ["推进中"],
      ["5"],
    ];
    expect(outcome(block, "新能源产业链营业收入")).toEqual([
      ["新能源产业链营业收入", "386412.75"],
      ["上年", "351000"],
      ["节能环保产业链营业收入", "1124609.33"],
      ["电子信息产业链营业收入", "locked"],
      ["纺织鞋服产业链营业收入", "not-applicable"],
      ["增速", "computed"],
      ["小巨人企业", "12"],
      ["工业经济平稳运行", "in-progress"],
      [null, "below-grid"],
    ]);
  });

  it("keep their own unit where they name one, and refuse what does not fit", () => {
    expect(outcome([["1.2亿"], ["3.5%"], ["abc"]], "新能源产业链营业收入")).toEqual([
      ["新能源产业链营业收入", "12000"],
      ["上年", "percent"],
      ["节能环保产业链营业收入", "not-a-number"],
    ]);
    expect(outcome([["3亿"], ["干完了"]], "小巨人企业")).toEqual([
      ["小巨人企业", "wrong-unit"],
      ["工业经济平稳运行", "not-a-choice"],
    ]);
  });

  it("never clear by a blank, and say where nothing changes", () => {
    expect(outcome([[""], ["x"], ["1"]], "新能源产业链营业收入", "wan")).toEqual([
      ["上年", "not-a-number"],
      ["节能环保产业链营业收入", "same"],
    ]);
  });

  it("go on into a task's words", () => {
    const plan = planPaste([["推进中", "开工3个项目"]], lines, from("工业经济平稳运行"), null);
    expect(plan.lines.map(({ part, write }) => [part, write])).toEqual([
      ["value", "in-progress"],
      ["text", "开工3个项目"],
    ]);
  });
});

describe("a table with names", () => {
  const table = [
    ["序号", "指标名称", "单位", "本期累计", "上年同期", "同比%"],
    ["1", "（一）节能环保产业链营业收入", "亿元", "112.460933", "103.2", "9.0"],
    ["2", "新能源产业链", "亿元", "38.641275", "35.2", "9.7"],
    ["3", "新能源产业链", "亿元", "38.7", "", ""],
    ["4", "量子产业链", "亿元", "1", "", ""],
  ];

  it("goes to the lines that it names, wherever the cursor is", () => {
    const plan = planPaste(table, lines, from("小巨人企业"), null);
    expect(plan.layout).toMatchObject({ by: "name", heads: 1 });
    expect(plan.layout.roles).toEqual(["ignored", "name", "unit", "now", "prior", "ignored"]);
    expect(plan.lines.map(({ no, target: to, write, skip }) => [no, to?.row ?? null, write ?? skip])).toEqual(
      [
        [2, "节能环保产业链营业收入", "1124609.33"],
        [3, "新能源产业链营业收入", "386412.75"],
        [3, "上年", "352000"],
        [4, "新能源产业链营业收入", "twice"],
        [5, null, "unknown-name"],
      ],
    );
  });

  it("tells a task from the indicator of its name by what is said of it", () => {
    const both = [
      target("建材家具产业链营业收入"),
      target("建材", { kind: "status", names: ["建材家具产业链"], text: "" }),
    ];
    const rows = (value: string) => [
      ["建材家具产业链", value],
      ["建材", value],
    ];
    const reached = (value: string) =>
      planPaste(rows(value), both, from("建材"), "wan").lines.map(({ target: to }) => to?.row ?? null);
    expect(reached("100")).toEqual(["建材家具产业链营业收入", null]);
    expect(reached("推进中")).toEqual(["建材", null]);
  });

  it("takes the unit from a head over the whole table", () => {
    const plan = planPaste(
      [
        ["单位：千元", ""],
        ["指标", "本期"],
        ["新能源产业链", "3864127.5"],
        ["节能环保产业链", "11246093.3"],
      ],
      lines,
      from("小巨人企业"),
      null,
    );
    expect(plan.unit).toBe("thousand-yuan");
    expect(plan.lines.map(({ write }) => write)).toEqual(["386412.75", "1124609.33"]);
  });
});
