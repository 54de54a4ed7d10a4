import { expect, it } from "vitest";
import { itemSchema, periodSchema } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { gridView } from "#main/engine/entry/entry.ts";
import { markPlanRead, planNews } from "#main/engine/plan/plan-news.ts";
import { adoptNewestPlan, storePlan } from "#main/engine/plan/plans.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { submissionPreview } from "#main/engine/submission/submission.ts";
import { walkStep } from "#main/engine/entry/undo.ts";
import { scene, withCity } from "../../support/scene.ts";
import { itemOf, must, revenue, save, take } from "../../support/workspaces.ts";

withCity({ fengcheng: "360981" });

const PERIOD = periodSchema.parse("2024-03");
const GONE = itemSchema.parse("indicator:T03-1");

/** Version 2: one indicator fewer, one figure fewer. */
const second = (plan: Plan): Plan => ({
  ...plan,
  version: 2,
  indicators: plan.indicators
    .filter(({ id }) => id !== "T03-1")
    .map((indicator) =>
      indicator.id === "T02-1"
        ? {
            ...indicator,
            inputs: indicator.inputs.filter(({ id }) => id === "revenue"),
            aggregation: { kind: "sum", input: "revenue" },
          }
        : indicator,
    ),
});

async function published(): Promise<string> {
  const office = scene.office();
  storePlan(office.db, second(office.plan), null);
  adoptNewestPlan(office);
  return must(await publishPlan(office, scene.out())).file;
}

it("drafts are brought over; what the new version has no place for is listed whole and no longer counted", async () => {
  const file = await published();
  const laptop = scene.laptop("fengcheng");
  save(laptop, PERIOD, {
    "indicator:T02-1": { inputs: { revenue: "120", revenue_prior: "100" }, note: "样例说明" },
    [GONE]: revenue("30", "样例说明"),
    "indicator:T04-1": revenue("40"),
    "task:2": { status: "in-progress", progress: "按计划推进（样例）" },
  });
  expect(planNews(laptop)).toMatchObject({ from: null, changes: [], kept: [] });
  expect((await take(laptop, [file]))[0]).toMatchObject({ status: "merged", kind: "plan" });
  expect(laptop.plan.version).toBe(2);

  expect(itemOf(laptop, PERIOD, "indicator:T04-1").draft).toEqual(revenue("40"));
  expect(itemOf(laptop, PERIOD, "task:2").draft).toMatchObject({ progress: "按计划推进（样例）" });
  expect(itemOf(laptop, PERIOD, "indicator:T02-1")).toMatchObject({
    draft: revenue("120", "样例说明"),
    state: "draft",
  });
  expect(must(gridView(laptop, PERIOD)).items.some(({ item }) => item === GONE)).toBe(false);
  const { items, excluded } = must(submissionPreview(laptop, PERIOD));
  expect([...items, ...excluded].some(({ item }) => item === GONE)).toBe(false);

  const news = planNews(laptop);
  expect(news).toMatchObject({ from: 1, to: 2 });
  expect(news.changes).toContainEqual(
    expect.objectContaining({ kind: "removed", part: "indicator", id: "T03-1" }),
  );
  expect(news.changes).toContainEqual(
    expect.objectContaining({ kind: "removed", part: "input", id: "revenue_prior" }),
  );
  const kept = news.kept.map(({ item, whole, lines, author }) => ({
    item,
    whole,
    author,
    values: lines.map(({ value }) => value),
  }));
  expect(kept).toContainEqual({ item: GONE, whole: true, author: "填报人甲", values: ["30", "样例说明"] });
  expect(kept).toContainEqual({
    item: "indicator:T02-1",
    whole: false,
    author: "填报人甲",
    values: ["120", "100", "样例说明"],
  });
  expect(news.kept.find(({ item }) => item === GONE)?.title).not.toBe(GONE);

  // Undo does not bring back what has no place any more.
  expect(must(walkStep(laptop, PERIOD, "undo")).barred).toMatchObject({ why: expect.any(String) });
  markPlanRead(laptop);
  expect(planNews(scene.copyOf(laptop))).toMatchObject({ from: null, changes: [], kept: [{}, {}] });
});

it("a crash between the new plan and its drafts is made good at the next start", () => {
  const laptop = scene.laptop("fengcheng");
  save(laptop, PERIOD, { [GONE]: revenue("30") });
  storePlan(laptop.db, second(laptop.plan), `sha256:${"0".repeat(64)}`);
  const again = scene.copyOf(laptop);
  expect(again.plan.version).toBe(2);
  expect(planNews(again)).toMatchObject({ from: 1, to: 2, kept: [{ item: GONE, whole: true }] });
});
