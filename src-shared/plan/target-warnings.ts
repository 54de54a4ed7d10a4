import { decimal } from "../rollup/decimal.ts";
import type { DecimalString } from "./ids.ts";
import type { Indicator, Plan } from "./schema.ts";

/** An annual target that does not go with what the plan asks for at its end. Nothing forbids it; somebody should look. */
export interface TargetWarning {
  /** `above`: a year before the end asks for more. `other`: the end's own year asks for something else. */
  readonly code: "above" | "other";
  readonly year: number;
  readonly value: DecimalString;
  readonly goal: DecimalString;
  readonly goalYear: number;
}

/** By year. Only of targets that name a figure to be reached once and not to fall short of. */
export function targetWarnings({ settings }: Plan, { id, target }: Indicator): TargetWarning[] {
  const { comparator, value: goal, year: goalYear, every } = target;
  if (comparator !== "ge" || goal === undefined || goalYear === undefined || every !== undefined) return [];
  return settings.annualTargets
    .filter(({ indicator }) => indicator === id)
    .toSorted((a, b) => a.year - b.year)
    .flatMap(({ year, value }): TargetWarning[] => {
      const against = { year, value, goal, goalYear };
      if (year === goalYear && !decimal(value).eq(decimal(goal))) return [{ code: "other", ...against }];
      return year < goalYear && decimal(value).gt(decimal(goal)) ? [{ code: "above", ...against }] : [];
    });
}
