import { expect, it } from "vitest";
import type { ItemView } from "#shared/ipc/views.ts";
import { itemSchema, periodSchema } from "#shared/plan/ids.ts";
import { explanationIn, foundIn, withExplanation } from "../../../src-renderer/features/checks/found.ts";

const view = (item: string, changes: Partial<ItemView>): ItemView => ({
  item: itemSchema.parse(item),
  period: periodSchema.parse("2024-03"),
  state: "draft",
  due: true,
  dueDate: null,
  draft: null,
  body: null,
  previous: [],
  lastYear: null,
  findings: [],
  returned: null,
  locked: false,
  carried: null,
  incomplete: false,
  savedAt: null,
  author: null,
  ...changes,
});
const finding = (item: string, tier: "hard" | "soft" | "hint") => ({
  item: itemSchema.parse(item),
  rule: "样例",
  tier,
  params: {},
  explained: false,
});

it("lists what was found by tier, then in the grid's order", () => {
  const items = [
    view("task:2", { findings: [finding("task:2", "hint"), finding("task:2", "soft")] }),
    view("indicator:T03-1", { findings: [finding("indicator:T03-1", "hard")] }),
    view("task:3", { findings: [finding("task:3", "soft")] }),
    view("task:4", {}),
  ];
  const grid = { period: periodSchema.parse("2024-03"), items, savedAt: null, locked: false, extensions: [] };
  expect(foundIn(grid).map(({ tier, view: { item } }) => `${tier} ${item}`)).toEqual([
    "hard indicator:T03-1",
    "soft task:2",
    "soft task:3",
    "hint task:2",
  ]);
});

it("explains a figure in its note and a task in its reason, and leaves the rest of the answer as it is", () => {
  const figure = view("indicator:T03-1", { body: { inputs: { revenue: "10" } } });
  const explained = withExplanation(figure, "高端铸造项目6月投产（样例）");
  expect(explained).toEqual({ inputs: { revenue: "10" }, note: "高端铸造项目6月投产（样例）" });
  const task = view("task:2", { draft: { status: "completed", reason: "样例理由" } });
  expect(explanationIn(task)).toBe("样例理由");
  expect(withExplanation(task, " ")).toEqual({ status: "completed" });
});
