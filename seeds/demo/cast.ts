import { periodSchema, unitKeySchema, type Period, type UnitKey } from "#shared/plan/ids.ts";

/** Who plays, in which periods, and when. Names are roles, figures are samples. */
export interface Cast {
  /** Folder that all is written to. */
  readonly dir: string;
  readonly units: readonly UnitKey[];
  readonly periods: readonly Period[];
}

export const DEMO_UNITS = ["360981", "360926", "360983", "YC-JKQ"].map((key) => unitKeySchema.parse(key));
export const DEMO_PERIODS = ["2024-02", "2024-03", "2024-04"].map((period) => periodSchema.parse(period));

export const FILLER = "填报人甲";
export const SIGNERS = ["--filler", FILLER, "--reviewer", "审核人乙", "--head", "负责人丙"] as const;

export const SET_UP = "2024-02-20T01:00:00.000Z";
export const ENROLLED = "2024-02-21T01:00:00.000Z";

/** A time `days` after the period's last month has ended, at nine in the morning in China. */
export function after(period: Period, days: number): string {
  const [year = 0, month = 0] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month, days, 1)).toISOString();
}
