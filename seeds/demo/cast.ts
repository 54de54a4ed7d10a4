import type { Plan } from "#shared/plan/schema.ts";
import { periodSchema, unitKeySchema, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";

/** Who plays and in which periods. People are roles, figures are samples. */
export interface Cast {
  /** They report in every period; the first is the one that things happen to. */
  readonly units: readonly [UnitKey, ...UnitKey[]];
  /** They report in the last period only, so that its roll-up is complete. */
  readonly joining: readonly UnitKey[];
  readonly periods: readonly [Period, ...Period[]];
}

const unit = (key: string): UnitKey => unitKeySchema.parse(key);
const period = (id: string): Period => periodSchema.parse(id);

/** 丰城市, 铜鼓县, 高安市 and 经开区 for three periods; everybody else in the last. */
export function wholeCast(plan: Plan): Cast {
  const units = [unit("360981"), unit("360926"), unit("360983"), unit("YC-JKQ")] as const;
  const last = period("2024-04");
  const others = reportingUnits(plan, last).filter(({ key }) => !units.some((known) => known === key));
  return {
    units,
    joining: others.map(({ key }) => unit(key)),
    periods: [period("2024-02"), period("2024-03"), last],
  };
}

/** As few as can still disagree: two units, one period. */
export const smallCast: Cast = {
  units: [unit("360981"), unit("360926")],
  joining: [],
  periods: [period("2024-04")],
};

export const FILLER = "填报人甲";
export const SIGNERS = ["--filler", FILLER, "--reviewer", "审核人乙", "--head", "负责人丙"] as const;

export const SET_UP = "2024-02-20T01:00:00.000Z";
export const ENROLLED = "2024-02-21T01:00:00.000Z";

/** Nine in the morning in China, `day` days into the month after the period's. */
export function after(at: Period, day: number): string {
  const [year = 0, month = 0] = at.split("-").map(Number);
  return new Date(Date.UTC(year, month, day, 1)).toISOString();
}
