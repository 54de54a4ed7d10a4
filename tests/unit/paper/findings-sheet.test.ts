import { expect, it } from "vitest";
import { findingsSheetModel } from "#shared/paper/findings-sheet.ts";
import { itemSchema, periodSchema } from "#shared/plan/ids.ts";
import { plan } from "../plan/bundled-plan.ts";
import { tonggu } from "./progress-answers.ts";

const common = {
  plan,
  unit: tonggu,
  period: periodSchema.parse("2025-06"),
  checkCode: "7c1e90a45b2df386",
  printedAt: "2025-07-07T06:03:00.000Z",
  sample: true,
};
const found = (id: string, tier: "hard" | "soft" | "hint", explanation = "") => {
  const item = itemSchema.parse(id);
  const finding = { item, rule: "completed-evidence", tier, params: {}, explained: false };
  return { item, findings: [finding], explanation, filler: "填报人甲" };
};

it("numbers what was found through all tiers, worst first", () => {
  const model = findingsSheetModel({
    ...common,
    found: [
      found("task:2", "hint", "不印"),
      found("task:3", "soft", "样例原因"),
      found("indicator:T03-1", "hard"),
    ],
  });
  const rows = model.groups.flatMap((group) => group.rows);
  expect(rows.map(({ no, item, explanation }) => [no, item, explanation])).toEqual([
    [1, "T03-1　节能环保（循环经济）产业链营业收入", ""],
    [2, expect.stringMatching(/^任务3　/), "样例原因"],
    [3, expect.stringMatching(/^任务2　/), ""],
  ]);
  expect(model.groups.map(({ title }) => title.slice(0, 3))).toEqual(["强制性", "核实性", "提示性"]);
  expect(model).toMatchObject({ margin: { foot: "核对码 7C1E 90A4 5B2D F386", mark: "样例数据" } });
});

it("says that nothing was found", () => {
  const model = findingsSheetModel({ ...common, found: [] });
  expect([model.groups, model.notes[0]]).toEqual([[], "自动检查没有发现问题。"]);
});
