import { describe, expect, it } from "vitest";
import { itemSchema, type Item } from "#shared/plan/ids.ts";
import {
  contactItem,
  indicatorItem,
  itemTitle,
  parseItem,
  periodItem,
  registerItem,
  taskItem,
  type ItemParts,
} from "#shared/plan/item.ts";
import { plan } from "./bundled-plan.ts";

const cases: readonly [Item, string, ItemParts, string][] = [
  [taskItem(2), "task:2", { kind: "task", no: 2 }, "新能源（锂电）产业链"],
  [contactItem(37), "contact:37", { kind: "contact", no: 37 }, "经验典型宣传推广"],
  [
    indicatorItem("T02-1"),
    "indicator:T02-1",
    { kind: "indicator", id: "T02-1" },
    "新能源（锂电）产业链营业收入",
  ],
  [
    indicatorItem("T12-1", "new-energy"),
    "indicator:T12-1/new-energy",
    { kind: "indicator", id: "T12-1", chain: "new-energy" },
    "重点产业链“四图五清单”完备 · 新能源（锂电）",
  ],
  [registerItem("problems"), "register:problems", { kind: "register", register: "problems" }, "问题清单"],
  [
    registerItem("national-platforms", "发改〔2024〕1号:附"),
    "register:national-platforms/发改〔2024〕1号:附",
    { kind: "register", register: "national-platforms", key: "发改〔2024〕1号:附" },
    "国家级平台 · 发改〔2024〕1号:附",
  ],
  [periodItem, "period", { kind: "period" }, "报告期"],
];

describe("items", () => {
  it.each(cases)("%s", (item, text, parts, title) => {
    expect(item).toBe(text);
    expect(parseItem(item)).toEqual(parts);
    expect(itemTitle(plan, item, "zh")).toBe(title);
  });

  it("show their id where the plan no longer has them", () => {
    expect(itemTitle(plan, itemSchema.parse("task:99"), "zh")).toBe("task:99");
    expect(itemTitle(plan, itemSchema.parse("indicator:T99-1/gone"), "en")).toBe("T99-1 · gone");
    expect(itemTitle(plan, periodItem, "en")).toBe("Reporting period");
  });

  it("refuse keys that would not come back", () => {
    expect(() => registerItem("problems", "a/b")).toThrow();
    expect(() => registerItem("problems", "")).toThrow();
    expect(() => taskItem(0)).toThrow();
  });
});
