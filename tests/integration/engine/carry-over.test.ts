import { expect, it } from "vitest";
import { periodSchema } from "#shared/plan/ids.ts";
import { submissionPreview } from "#main/engine/submission/submission.ts";
import { scene, withCity } from "../../support/scene.ts";
import { itemOf, must, revenue, save, seal } from "../../support/workspaces.ts";

withCity({ fengcheng: "360981" });

const [MARCH, APRIL] = ["2024-03", "2024-04"] as const;

/** March as reported: a figure, an answer that it does not apply, a contact, a row. */
async function afterMarch() {
  const laptop = scene.laptop("fengcheng");
  save(laptop, MARCH, {
    "indicator:T02-1": revenue("120"),
    "indicator:T09-1": { notApplicable: "本地无纺织鞋服规上企业" },
    "contact:2": { department: "工信局（样例）", person: "联系人甲" },
  });
  await seal(laptop, MARCH, scene.out());
  return laptop;
}

it("what stands from the period before is marked with where it comes from; a figure never is", async () => {
  const laptop = await afterMarch();
  expect(itemOf(laptop, APRIL, "indicator:T09-1")).toMatchObject({
    state: "na",
    draft: null,
    body: null,
    carried: { from: MARCH, body: { notApplicable: "本地无纺织鞋服规上企业" } },
  });
  expect(itemOf(laptop, APRIL, "contact:2").carried).toEqual({
    from: MARCH,
    body: { department: "工信局（样例）", person: "联系人甲" },
  });
  expect(itemOf(laptop, APRIL, "indicator:T02-1")).toMatchObject({
    state: "empty",
    draft: null,
    body: null,
    carried: null,
  });
  expect(itemOf(laptop, MARCH, "indicator:T09-1").carried).toBeNull();
  // Nothing of it goes out as if it had been said in April.
  expect(must(submissionPreview(laptop, periodSchema.parse(APRIL))).items).toEqual([]);
});

it("one word confirms it for the period, or another takes its place", async () => {
  const laptop = await afterMarch();
  const { carried } = itemOf(laptop, APRIL, "indicator:T09-1");
  if (carried === null) throw new Error("nothing stands");
  save(laptop, APRIL, { "indicator:T09-1": carried.body, "contact:2": { department: "商务局（样例）" } });
  expect(itemOf(laptop, APRIL, "indicator:T09-1")).toMatchObject({ state: "na", carried: null });
  expect(itemOf(laptop, APRIL, "contact:2")).toMatchObject({
    carried: null,
    draft: { department: "商务局（样例）" },
  });
  const sent = must(submissionPreview(laptop, periodSchema.parse(APRIL))).items.map(({ item }) => item);
  expect(sent).toEqual(expect.arrayContaining(["indicator:T09-1", "contact:2"]));
});

it("a figure over 不涉及 ends it for the periods that follow", async () => {
  const laptop = await afterMarch();
  save(laptop, APRIL, { "indicator:T09-1": revenue("5") });
  await seal(laptop, APRIL, scene.out());
  expect(itemOf(laptop, "2024-05", "indicator:T09-1")).toMatchObject({ state: "empty", carried: null });
});
