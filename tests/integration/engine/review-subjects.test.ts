import { describe, expect, it } from "vitest";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { officeHome } from "#main/engine/review/office-home.ts";
import { reviewItems, reviewOfItem } from "#main/engine/review/review.ts";
import { reviewSubjects } from "#main/engine/review/review-subjects.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, judge, must, revenue, save, seal, take } from "../../support/workspaces.ts";

const PERIOD = periodSchema.parse("2024-03");
const ITEM = itemSchema.parse("indicator:T03-1");
const UNITS = { tonggu: "360926", fengcheng: "360981", gaoan: "360983" } as const;

withCity(UNITS);

describe("a period, item by item", () => {
  it("counts where the units of each stand, in the plan's order", async () => {
    const office = scene.office();
    for (const [name, unit] of Object.entries(UNITS)) {
      const laptop = scene.laptop(name);
      save(laptop, PERIOD, {
        [ITEM]: revenue("10"),
        ...(name === "gaoan" && { "task:2": { status: "in-progress", progress: "样例" } }),
      });
      await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
      if (name === "tonggu") judge(office, "accepted", [unit, PERIOD, ITEM]);
      if (name === "fengcheng") judge(office, "returned", [unit, PERIOD, ITEM], "请核对");
    }
    const subjects = must(reviewSubjects(office, PERIOD));
    const of = (item: string) => subjects.find((each) => each.item === item);
    expect(of(ITEM)).toEqual({
      item: ITEM,
      expected: 11,
      reported: 3,
      toJudge: 1,
      returned: 1,
      conflicts: 0,
    });
    expect(of("task:2")).toMatchObject({ expected: 11, reported: 1, toJudge: 1 });
    const items = subjects.map(({ item }) => item as string);
    expect(items.indexOf("task:2")).toBeLessThan(items.indexOf("indicator:T02-1"));
    expect(items.indexOf("indicator:T02-1")).toBeLessThan(items.indexOf("task:3"));
    expect(items.some((item) => item.startsWith("register:") || item.startsWith("contact:"))).toBe(false);
  });
  it("gives of one item what each unit's own list gives", async () => {
    const office = scene.office();
    for (const name of ["tonggu", "gaoan"]) {
      const laptop = scene.laptop(name);
      save(laptop, PERIOD, { [ITEM]: revenue(name === "gaoan" ? "20" : "10") });
      await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    }
    const across = must(reviewOfItem(office, PERIOD, ITEM));
    expect(across.filter(({ heads }) => heads.length > 0).map(({ unit }) => unit)).toEqual([
      UNITS.tonggu,
      UNITS.gaoan,
    ]);
    for (const each of across) {
      const own = must(reviewItems(office, PERIOD, unitKeySchema.parse(each.unit)));
      expect(own.find(({ item }) => item === ITEM)).toEqual(each);
    }
  });
  it("says at the desk how much waits in other periods, in the measure of that period's own list", async () => {
    const office = scene.office();
    const laptop = scene.laptop("tonggu");
    for (const [period, items] of [
      ["2024-02", [ITEM, "contact:2"]],
      ["2024-03", [ITEM, "indicator:T04-1"]],
    ] as const) {
      save(
        laptop,
        period,
        Object.fromEntries(
          items.map((item) => [item, item === "contact:2" ? { department: "样例发改委" } : revenue("10")]),
        ),
      );
      await take(office, [(await seal(laptop, period, scene.out())).file]);
    }
    const february = must(officeHome(office, periodSchema.parse("2024-02")));
    expect(february.elsewhere).toEqual([{ period: "2024-03", toJudge: 2 }]);
    expect(february.units.reduce((sum, { toJudge }) => sum + toJudge, 0)).toBe(1);
    judge(office, "accepted", [UNITS.tonggu, PERIOD, ITEM, "indicator:T04-1"]);
    expect(must(officeHome(office, periodSchema.parse("2024-02"))).elsewhere).toEqual([]);
    expect(must(officeHome(office, PERIOD)).elsewhere).toEqual([{ period: "2024-02", toJudge: 1 }]);
  });
  it("is the office's alone, and of a period of the plan", () => {
    expect(codeOf(reviewSubjects(scene.laptop("tonggu"), PERIOD))).toBe("wrong-role");
    expect(codeOf(reviewSubjects(scene.office(), periodSchema.parse("2020-01")))).toBe("unknown-period");
    expect(codeOf(reviewOfItem(scene.office(), periodSchema.parse("2020-01"), ITEM))).toBe("unknown-period");
  });
});
