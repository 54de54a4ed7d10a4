import type { UnitAnswer } from "./answers.ts";
import type { Figure, UnitState } from "./types.ts";

const isExpected = ({ state }: UnitAnswer): boolean =>
  state !== "not-applicable" && state !== "counted-inside";

/** Every expected unit is in the figure, and there is one. */
export const isComplete = (answers: readonly UnitAnswer[]): boolean => {
  const expected = answers.filter(isExpected);
  return expected.length > 0 && expected.every(({ state }) => state === "counted");
};

const named = (answers: readonly UnitAnswer[]): Figure["units"]["missing"] => [
  ...new Set(answers.map(({ unit }) => unit)),
];

/** “9 of 10 reported, 1 not applicable”, and everyone by name who is not simply in the figure. */
export function tally(answers: readonly UnitAnswer[]): Figure["units"] {
  const inState = (state: UnitState): Figure["units"]["missing"] =>
    named(answers.filter((answer) => answer.state === state));
  const waiting = (kind: UnitAnswer["waiting"]): Figure["units"]["missing"] =>
    named(answers.filter((answer) => answer.waiting === kind));
  const count = (state: UnitState): number => answers.filter((answer) => answer.state === state).length;
  return {
    reported: count("counted"),
    expected: answers.filter(isExpected).length,
    notApplicable: count("not-applicable"),
    missing: inState("missing"),
    noData: inState("no-data"),
    pending: waiting("pending"),
    returned: waiting("returned"),
    conflict: waiting("conflict"),
  };
}
