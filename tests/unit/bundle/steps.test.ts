import { expect, test } from "vitest";
import { firstReason, REJECTION_REASONS } from "#shared/bundle/reasons.ts";
import { stepStates, VERDICT_STEPS } from "#shared/bundle/steps.ts";

test("a later reason never stops at an earlier step", () => {
  const stops = REJECTION_REASONS.map((reason) => {
    const states = stepStates(reason);
    return VERDICT_STEPS.findIndex((step) => states[step] === "failed");
  });
  expect(stops).toEqual(stops.toSorted((a, b) => a - b));
  expect(new Set(stops)).toEqual(new Set([0, 1, 2, 3]));
});

test("admitted passes every step, held stops at the plan", () => {
  expect(Object.values(stepStates(null))).toEqual(["passed", "passed", "passed", "passed"]);
  expect(stepStates("newer-plan")).toMatchObject({ authorisation: "passed", plan: "held" });
});

test("the reason that applies first wins, whichever way it is asked", () => {
  expect(firstReason("wrong-plan", "revoked")).toBe("revoked");
  expect(firstReason("revoked", "wrong-plan")).toBe("revoked");
});
