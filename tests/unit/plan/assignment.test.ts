import { describe, expect, it } from "vitest";
import { itemsFor, tasksFor, unitsAsked, type AssignedItem } from "#shared/plan/assignment.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import type { Plan, Settings } from "#shared/plan/schema.ts";
import { period, plan } from "./bundled-plan.ts";

const key = (text: string) => unitKeySchema.parse(text);
const withSettings = (settings: Partial<Settings>): Plan => ({
  ...plan,
  settings: { ...plan.settings, ...settings },
});
const withDepartment = (unit: string, settings: Partial<Settings> = {}): Plan =>
  withSettings({
    ...settings,
    switches: [{ unit: key(unit), from: period("2023-10"), reporting: "on" }],
  });

function counts(items: readonly AssignedItem[]): Record<string, number> {
  const of = (kind: AssignedItem["kind"], due: boolean): number =>
    items.filter((item) => item.kind === kind && (!due || item.due)).length;
  return {
    indicators: of("indicator", false),
    indicatorsDue: of("indicator", true),
    registers: of("register", false),
    registersDue: of("register", true),
    tasks: of("task", false),
    tasksDue: of("task", true),
  };
}
const idsOf = (items: readonly AssignedItem[]): string[] => items.map((item) => item.item);

describe("a county", () => {
  it.each([
    ["2024-05", { indicatorsDue: 11, registersDue: 0, tasksDue: 0 }],
    ["2024-06", { indicatorsDue: 14, registersDue: 5, tasksDue: 37 }],
    ["2024-12", { indicatorsDue: 20, registersDue: 6, tasksDue: 37 }],
  ])("in %s is asked what is due", (id, due) => {
    const all = { indicators: 20, registers: 6, tasks: 37 };
    expect(counts(itemsFor(plan, "360981", period(id)))).toEqual({ ...all, ...due });
  });

  it("is asked the same as 宜春经开区", () => {
    const ids = (unit: string): string[] => idsOf(itemsFor(plan, unit, period("2024-06")));
    expect(ids("YC-JKQ")).toEqual(ids("360902"));
  });

  it("finds its items by section, indicators before tasks", () => {
    const items = itemsFor(plan, "360981", period("2024-06"));
    expect(idsOf(items).slice(0, 4)).toEqual([
      "indicator:T01-1",
      "task:1",
      "indicator:T02-1",
      "indicator:T03-1",
    ]);
    expect([...new Set(items.map((item) => item.section))]).toEqual(
      plan.sections.map((section) => section.id),
    );
    expect(idsOf(items.filter((item) => item.section === "S2"))).toEqual([
      "register:chain-leaders",
      "register:key-enterprises",
      "task:10",
      "task:11",
      "task:12",
      "task:13",
    ]);
  });

  it("gets due days with what is due and none with what may be reported", () => {
    const items = new Map(
      itemsFor(plan, "360981", period("2024-06")).map((item) => [String(item.item), item]),
    );
    expect(items.get("task:2")?.dueDate).toBe("2024-07-10");
    expect(items.get("indicator:T02-1")?.dueDate).toBe("2024-07-29");
    expect(items.get("indicator:T14-1")).toMatchObject({ due: false });
    expect(items.get("indicator:T14-1")).not.toHaveProperty("dueDate");
    const december = new Map(
      itemsFor(plan, "360981", period("2024-12")).map((item) => [String(item.item), item]),
    );
    expect(december.get("indicator:T14-1")?.dueDate).toBe("2025-09-30");
    expect(december.get("indicator:T29-1")?.dueDate).toBe("2025-03-31");
  });

  it("counts the five kinds of T33-1 but not the office's ranks", () => {
    const item = itemsFor(plan, "360981", period("2024-06")).find((each) => each.item === "indicator:T33-1");
    if (item?.kind !== "indicator") throw new Error("T33-1 is an indicator");
    expect(item.inputs.map((input) => input.id)).toEqual([
      "srdi",
      "little_giants",
      "champions",
      "unicorns",
      "gazelles",
    ]);
  });

  it("is not asked for a chain it does not take part in, but keeps its task", () => {
    const set = withSettings({ chainUnits: [{ chain: "biomedicine", units: [key("360982")] }] });
    const ids = idsOf(itemsFor(set, "360981", period("2024-06")));
    expect(ids).not.toContain("indicator:T05-1");
    expect(ids).not.toContain("indicator:T05-2");
    expect(ids).toContain("indicator:T06-1");
    expect(ids).toContain("task:5");
    expect(idsOf(itemsFor(set, "360982", period("2024-06")))).toContain("indicator:T05-2");
    expect(unitsAsked(set, indicatorItem("T05-1"), period("2024-06")).map((unit) => unit.key)).toEqual([
      "360982",
    ]);
  });
});

describe("the office's own unit", () => {
  it("answers per chain what belongs to chains, and what only the office knows", () => {
    const december = itemsFor(plan, "360900", period("2024-12"));
    expect(counts(december)).toEqual({
      // T01-2, T12-1 ×8, T20-1 ×8 and its milestone, T25-1, T33-1
      indicators: 20,
      indicatorsDue: 20,
      registers: 6,
      registersDue: 0,
      tasks: 37,
      tasksDue: 37,
    });
    const ids = idsOf(december);
    expect(ids).toContain("indicator:T12-1/new-energy");
    expect(ids).not.toContain("indicator:T12-1");
    expect(ids).not.toContain("indicator:T02-1");
  });

  it("answers the milestone of T20-1 once, beside the chains", () => {
    const items = itemsFor(plan, "360900", period("2024-06")).filter((item) => item.item.includes("T20-1"));
    expect(items).toHaveLength(9);
    expect(
      items.map((item) => (item.kind === "indicator" ? item.inputs.map((input) => input.id) : [])),
    ).toEqual([["election"], ...plan.chains.map(() => ["branch"])]);
  });

  it("gives the ranks of T33-1 in December", () => {
    const at = (id: string): boolean | undefined =>
      itemsFor(plan, "360900", period(id)).find((item) => item.item === "indicator:T33-1")?.due;
    expect([at("2024-09"), at("2024-12")]).toEqual([false, true]);
  });

  it("takes over an indicator that the setting gives to the office alone", () => {
    const set = withSettings({ officeAlone: ["T29-1"] });
    expect(idsOf(itemsFor(set, "360900", period("2024-12")))).toContain("indicator:T29-1");
    expect(idsOf(itemsFor(set, "360981", period("2024-12")))).not.toContain("indicator:T29-1");
    expect(unitsAsked(set, indicatorItem("T29-1"), period("2024-12"))).toEqual([]);
    expect(unitsAsked(set, indicatorItem("T29-2"), period("2024-12"))).toHaveLength(11);
  });
});

describe("a department", () => {
  it("is asked nothing while switched off", () => {
    expect(itemsFor(plan, "kjj", period("2024-06"))).toEqual([]);
  });

  it("answers the tasks that name it, required where it is first listed, and no county figure", () => {
    const items = itemsFor(withDepartment("kjj"), "kjj", period("2024-06"));
    expect(new Set(items.map((item) => item.kind))).toEqual(new Set(["task"]));
    expect(idsOf(items.filter((item) => item.due))).toEqual(["task:14", "task:15", "task:16", "task:17"]);
    expect(items).toHaveLength(tasksFor(plan, "kjj").length);
    expect(tasksFor(plan, "kjj")).toHaveLength(12);
  });

  it("relieves the office of the tasks it leads", () => {
    const office = itemsFor(withDepartment("kjj"), "360900", period("2024-06"));
    const due = office.filter((item) => item.kind === "task" && item.due);
    expect(due).toHaveLength(33);
    expect(idsOf(due)).not.toContain("task:14");
  });

  it("answers an office indicator delegated to it, by itself", () => {
    const delegated = withDepartment("swj", { delegated: [{ indicator: "T12-1", unit: key("swj") }] });
    expect(idsOf(itemsFor(delegated, "swj", period("2024-06")))).toContain("indicator:T12-1/new-energy");
    expect(idsOf(itemsFor(delegated, "360900", period("2024-06")))).not.toContain(
      "indicator:T12-1/new-energy",
    );
  });

  it("leaves the delegated indicator to the office while it is off", () => {
    const off = withSettings({ delegated: [{ indicator: "T12-1", unit: key("swj") }] });
    expect(idsOf(itemsFor(off, "360900", period("2024-06")))).toContain("indicator:T12-1/new-energy");
  });

  it("is bound through a group whose members the office has named", () => {
    const members = withSettings({ groupMembers: [{ group: key("lsg-members"), units: [key("czj")] }] });
    expect(tasksFor(plan, "czj").map((task) => task.no)).toEqual([11, 16]);
    expect(tasksFor(members, "czj").map((task) => task.no)).toEqual([11, 16, 34, 35, 36]);
  });
});

describe("a zone that the clause does not name", () => {
  it("is asked all tasks once switched on, and nothing before", () => {
    expect(itemsFor(plan, "YC-MYS", period("2024-06"))).toEqual([]);
    const on = withDepartment("YC-MYS");
    expect(counts(itemsFor(on, "YC-MYS", period("2024-06")))).toMatchObject({
      tasksDue: 37,
      indicatorsDue: 14,
    });
    expect(unitsAsked(on, indicatorItem("T02-1"), period("2024-06"))).toHaveLength(12);
  });
});

it("an unknown unit is asked nothing", () => {
  expect(itemsFor(plan, "nobody", period("2024-06"))).toEqual([]);
  expect(tasksFor(plan, "nobody")).toEqual([]);
});
