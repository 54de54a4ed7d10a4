import { describe, expect, it } from "vitest";
import { planRegisterPaste, type KnownRow } from "#shared/paste/register-paste.ts";
import type { Register } from "#shared/plan/schema.ts";
import { plan } from "../checks/checking.ts";

/** Enterprises are made up (样例). */
const GOOD = ["91360981MA00EX001D", "91360981MA00EX002G", "91360981MA00EX003K"] as const;
const WRONG = "91360981MA00EX0058";

const registerOf = (id: string): Register => {
  const found = plan.registers.find((register) => register.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const leaders = registerOf("chain-leaders");
const enterprises = registerOf("key-enterprises");
const row = (key: string, fields: Record<string, string>, more: Partial<KnownRow> = {}): KnownRow => ({
  key,
  draft: { fields, state: "in-force" },
  barred: null,
  ...more,
});
const pasted = (
  register: Register,
  block: readonly (readonly string[])[],
  known: readonly KnownRow[] = [],
  unit: "yi" | null = null,
) => planRegisterPaste(plan, register, block, known, unit);

const HEADS = ["序号", "企业名称", "统一社会信用代码", "产业链", "省级平台", "阶段"];

describe("rows under heads", () => {
  it("are read by the heads, in any order, below a title", () => {
    const { layout, rows, ignoredColumns } = pasted(leaders, [
      ["样例市链主企业名单", "", "", "", "", ""],
      HEADS,
      ["1", "样例循环金属有限公司", " 91360981 ma00ex001d ", "节能环保产业链", "省级", "培育"],
    ]);
    expect(layout).toMatchObject({ by: "head", heads: 2 });
    expect(ignoredColumns).toBe(1);
    expect(rows).toMatchObject([
      {
        no: 3,
        key: GOOD[0],
        outcome: "write",
        draft: {
          fields: {
            name: "样例循环金属有限公司",
            chain: "env-protection",
            provincial_platform: "provincial",
            stage: "nurtured",
          },
        },
      },
    ]);
  });

  it("take the plan's defaults where the table says nothing", () => {
    const { rows } = pasted(leaders, [
      ["企业名称", "信用代码"],
      ["样例甲有限公司", GOOD[0]],
    ]);
    expect(rows[0]?.draft?.fields).toEqual({ name: "样例甲有限公司", stage: "certified" });
  });
});

it("without heads columns are told by what stands in them", () => {
  const { layout, rows } = pasted(leaders, [
    ["1", GOOD[0], "电子信息", "样例甲有限公司", "国家级"],
    ["2", GOOD[1], "建材家具", "样例乙有限公司", "没有"],
  ]);
  const ids = layout.columns.map((column) => (column === null || column === "key" ? column : column.id));
  expect(ids).toEqual([null, "key", "chain", "name", "provincial_platform"]);
  expect(rows.map(({ outcome }) => outcome)).toEqual(["write", "write"]);
});

it("keys that look like anything come first, then the fields as the plan lists them", () => {
  const { rows } = pasted(registerOf("national-platforms"), [
    ["样例发〔2025〕3号", "样例平台", "样例甲公司", "20250305"],
  ]);
  expect(rows[0]).toMatchObject({
    key: "样例发〔2025〕3号",
    outcome: "write",
    draft: { fields: { name: "样例平台", host: "样例甲公司", approved_on: "2025-03-05" } },
  });
});

describe("what is wrong", () => {
  const outcomes = (...block: readonly (readonly string[])[]) =>
    pasted(leaders, [["企业名称", "信用代码", "产业链"], ...block]).rows;

  it("names the wrong character of a code; such a row can still be kept", () => {
    const [check, letter, short] = outcomes(
      ["样例甲有限公司", WRONG, "电子信息"],
      ["样例乙有限公司", "9136098IMA00EX0058", "电子信息"],
      ["样例丙有限公司", "91360981MA00", "电子信息"],
    );
    expect(check).toMatchObject({
      outcome: "bad",
      problems: [
        { kind: "key", problem: { kind: "code", check: { problem: "check-character", position: 18 } } },
      ],
    });
    expect(check?.draft).not.toBeNull();
    expect(letter?.problems[0]).toMatchObject({ problem: { check: { position: 8, found: "I" } } });
    expect(short?.problems[0]).toMatchObject({ problem: { check: { problem: "length", length: 12 } } });
  });

  it("misses keys and names; without a usable key nothing can be kept", () => {
    const [noKey, slash, noName] = outcomes(
      ["样例甲有限公司", "", "电子信息"],
      ["样例乙有限公司", "本地-1/2", "电子信息"],
      ["", GOOD[0], "电子信息"],
    );
    expect(noKey).toMatchObject({ outcome: "bad", draft: null });
    expect(slash).toMatchObject({
      outcome: "bad",
      draft: null,
      problems: [{ problem: { kind: "unusable" } }],
    });
    expect(noName).toMatchObject({ outcome: "bad", problems: [{ kind: "name-missing" }] });
    expect(noName?.draft).not.toBeNull();
  });

  it("keeps a word that is no choice as it was written", () => {
    expect(outcomes(["样例甲有限公司", GOOD[0], "航空"])[0]).toMatchObject({
      outcome: "bad",
      draft: { fields: { chain: "航空" } },
      problems: [{ kind: "value", value: "航空", field: { id: "chain" } }],
    });
  });

  it("counts a key once, and passes over notes below the table", () => {
    const rows = outcomes(
      ["样例甲有限公司", GOOD[0], "电子信息"],
      ["样例乙有限公司", GOOD[0].toLowerCase(), "电子信息"],
      ["", "", "电子信息"],
      ["合 计", "", ""],
    );
    expect(rows.map(({ outcome, first, skip }) => [outcome, first, skip])).toEqual([
      ["write", null, null],
      ["twice", 2, null],
      ["skip", null, "no-row"],
      ["skip", null, "no-row"],
    ]);
  });
});

describe("rows that are here", () => {
  const here = [
    row(GOOD[0], { name: "样例甲有限公司", chain: "electronics", document: "样例1号" }),
    row(
      GOOD[1],
      { name: "样例乙有限公司" },
      { draft: { fields: { name: "样例乙有限公司" }, state: "ended" } },
    ),
    row(GOOD[2], { name: "样例丙有限公司" }, { barred: "accepted" }),
  ];

  it("show what would change; a blank clears nothing", () => {
    const { rows } = pasted(
      leaders,
      [
        ["企业名称", "信用代码", "产业链", "认定文号"],
        ["样例甲有限公司", GOOD[0], "新能源", ""],
        ["样例乙有限公司", GOOD[1], "新能源", ""],
        ["样例丙有限公司", GOOD[2], "新能源", ""],
      ],
      here,
    );
    expect(rows[0]).toMatchObject({
      outcome: "update",
      changes: [{ field: { id: "chain" }, from: "electronics", to: "new-energy" }],
      draft: { fields: { name: "样例甲有限公司", chain: "new-energy", document: "样例1号" } },
    });
    expect(rows.slice(1).map(({ outcome, skip }) => [outcome, skip])).toEqual([
      ["skip", "ended"],
      ["skip", "accepted"],
    ]);
  });

  it("are found by name where the table has no key; what is the same is passed over", () => {
    const { rows } = pasted(
      leaders,
      [
        ["企业名称", "产业链"],
        ["样例甲有限公司", "电子信息"],
      ],
      here,
    );
    expect(rows[0]).toMatchObject({ key: GOOD[0], outcome: "skip", skip: "same" });
  });
});

describe("money", () => {
  const known = [row(GOOD[0], { name: "样例甲有限公司", revenue: "1205000" })];
  const block = (head: string, revenue: string) => [
    ["企业名称", "信用代码", head, "营业收入年度"],
    ["样例甲有限公司", GOOD[0], revenue, "2024年"],
  ];
  const revenueOf = (paste: ReturnType<typeof pasted>) => paste.rows[0]?.draft?.fields["revenue"];

  it("comes in the unit of the head, of the cell, or of what was reported before", () => {
    expect(revenueOf(pasted(enterprises, block("年营业收入（亿元）", "130.5"), known))).toBe("1305000");
    expect(revenueOf(pasted(enterprises, block("年营业收入", "131亿"), known))).toBe("1310000");
    const guessed = pasted(enterprises, block("营业收入", "132.5"), known);
    expect(guessed).toMatchObject({ unit: "yi", hasMoney: true, guess: { near: 1, compared: 1 } });
    expect(revenueOf(guessed)).toBe("1325000");
    expect(guessed.rows[0]?.draft?.fields["year"]).toBe("2024");
  });
});

describe("a row without a key", () => {
  const [first, second] = GOOD;
  const known = [row(first, { name: "样例甲有限公司" }), row(second, { name: "样例乙有限公司" })];
  it("is the row of its name that is here", () => {
    const { rows } = pasted(
      leaders,
      [HEADS, ["1", "样例甲有限公司", "", "新能源产业链", "省级", "培育"]],
      known,
    );
    expect(rows).toMatchObject([{ key: first, outcome: "update" }]);
  });
  it("takes no row from a line that names it by its key", () => {
    const { rows } = pasted(
      leaders,
      [
        HEADS,
        ["1", "样例甲有限公司", "", "新能源产业链", "省级", "培育"],
        ["2", "样例甲有限公司", first, "节能环保产业链", "省级", "培育"],
      ],
      known,
    );
    expect(rows).toMatchObject([
      { key: "", outcome: "bad" },
      { key: first, outcome: "update" },
    ]);
  });
});
