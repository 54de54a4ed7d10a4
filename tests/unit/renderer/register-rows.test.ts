import { describe, expect, it } from "vitest";
import { draftSchema } from "#shared/checks/draft.ts";
import { writtenKey } from "#shared/checks/row-key.ts";
import { gridViewSchema, type GridView, type ItemView } from "#shared/ipc/views.ts";
import { revisionBodySchema } from "#shared/ledger/record.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { registerItem } from "#shared/plan/item.ts";
import type { Register } from "#shared/plan/schema.ts";
import { translateOf, createI18n } from "#shared/i18n/translator.ts";
import { keyProblem } from "../../../src-renderer/features/registers/key-problem.ts";
import { isFound, linesOf } from "../../../src-renderer/features/registers/rows.ts";

const register: Register = {
  id: "chain-leaders",
  name: "链主企业",
  key: { name: "统一社会信用代码", kind: "credit-code" },
  nameField: "name",
  fields: [{ id: "name", name: "企业名称", kind: "text", required: true }],
  schedule: "quarter-28",
};
const t = translateOf(createI18n("zh-CN"));
const period = periodSchema.parse("2024-03");
const row = { fields: { name: "样例锂能材料有限公司" }, state: "in-force" };

const view = (key: string, more: Partial<ItemView>): ItemView => ({
  item: registerItem("chain-leaders", key),
  period,
  state: "accepted",
  due: false,
  dueDate: null,
  draft: null,
  body: revisionBodySchema.parse(row),
  previous: [],
  lastYear: null,
  findings: [],
  returned: null,
  locked: false,
  incomplete: false,
  carried: null,
  savedAt: null,
  author: null,
  ...more,
});
const grid = (...items: ItemView[]): GridView =>
  gridViewSchema.parse({ period, items, savedAt: null, locked: false, extensions: [] });
const changes = (...items: ItemView[]) =>
  linesOf(grid(...items), register).map(({ key, change }) => [key, change]);
const typed = draftSchema.parse({ fields: row.fields });

describe("what a row is to the period", () => {
  it("is held when nothing was said of it in this period", () => {
    expect(changes(view("A", {}))).toEqual([["A", "kept"]]);
  });

  it("is reported, not held, once it was submitted in this period", () => {
    expect(changes(view("A", { state: "sealed", locked: true }))).toEqual([["A", "reported"]]);
  });

  it("is changed, not new, while two laptops disagree on it", () => {
    expect(changes(view("A", { state: "conflict", body: null }))).toEqual([["A", "changed"]]);
  });

  it("comes after what needs a hand and before what is held", () => {
    const lines = changes(
      view("A", {}),
      view("B", { state: "draft", draft: typed, body: null }),
      view("C", { state: "invalid", draft: typed }),
    );
    expect(lines).toEqual([
      ["C", "changed"],
      ["B", "added"],
      ["A", "kept"],
    ]);
  });
});

describe("a row's key", () => {
  it("may be a local one where the enterprise has no code", () => {
    expect(keyProblem(t, register, "本地-0001", false)).toBeNull();
    expect(keyProblem(t, register, "本地0001", false)).toContain("还差 12 位");
  });

  it("is told the place of a character that codes never hold", () => {
    expect(keyProblem(t, register, writtenKey(register, "9136098IMA00EX0058"), false)).toContain("第 8 位");
  });

  it("is found as it is shown, in two parts, and in lower case", () => {
    const [line] = linesOf(grid(view("91360981MA0EX0018T", {})), register);
    if (line === undefined) throw new Error("no line");
    expect(isFound(register, line, "91360981 ma0ex")).toBe(true);
    expect(isFound(register, line, "锂能")).toBe(true);
    expect(isFound(register, line, "0019")).toBe(false);
  });
});
