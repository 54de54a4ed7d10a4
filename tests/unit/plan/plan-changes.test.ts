import { expect, it } from "vitest";
import { decimalSchema } from "#shared/plan/ids.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { planChanges } from "#shared/plan/plan-changes.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { plan, planJson } from "./bundled-plan.ts";

/** The bundled plan after a change, not judged by its rules: only the difference matters here. */
function changed(change: (next: Plan) => Plan): Plan {
  const parsed = parsePlan(planJson());
  if (!parsed.ok) throw new Error("the bundled plan is sound");
  return change({ ...parsed.value, version: 2 });
}

it("nothing changed, nothing told", () => {
  expect(
    planChanges(
      plan,
      changed((next) => next),
    ),
  ).toEqual([]);
});

it("tells an indicator that is gone, one with another target, and a figure that is asked besides", () => {
  const after = changed((next) => ({
    ...next,
    indicators: next.indicators
      .filter(({ id }) => id !== "T03-1")
      .map((indicator) => {
        if (indicator.id === "T02-1")
          return { ...indicator, target: { ...indicator.target, value: decimalSchema.parse("2600") } };
        const [first] = indicator.inputs;
        if (indicator.id !== "T04-1" || first === undefined) return indicator;
        return { ...indicator, inputs: [...indicator.inputs, { ...first, id: "exports", name: "出口额" }] };
      }),
  }));
  expect(planChanges(plan, after)).toMatchObject([
    { kind: "removed", part: "indicator", id: "T03-1" },
    { kind: "changed", part: "indicator", id: "T02-1", member: "target" },
    { kind: "added", part: "input", id: "exports", name: "出口额" },
  ]);
  const target = planChanges(plan, after).find(({ kind }) => kind === "changed");
  expect(target).toMatchObject({
    before: expect.stringContaining("2500"),
    after: expect.stringContaining("2600"),
  });
});

it("tells other due days with everything that follows them, and a task's new deadline", () => {
  const after = changed((next) => ({
    ...next,
    tasks: next.tasks.map((task) => (task.no === 2 ? { ...task, dueDate: "2027-12-31" } : task)),
    calendar: {
      ...next.calendar,
      schedules: next.calendar.schedules.map((schedule) =>
        schedule.frequency === "month" ? { ...schedule, due: { monthsAfter: 1, day: 25 } } : schedule,
      ),
    },
  }));
  const told = planChanges(plan, after);
  expect(told).toContainEqual(
    expect.objectContaining({
      kind: "changed",
      part: "task",
      id: "2",
      member: "due-date",
      after: "2027-12-31",
    }),
  );
  const due = told.find(({ kind }) => kind === "due");
  expect(due).toMatchObject({ before: { monthsAfter: 1, day: 28 }, after: { monthsAfter: 1, day: 25 } });
  expect(due?.kind === "due" && due.names.length).toBeGreaterThan(5);
});
