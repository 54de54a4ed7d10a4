import type { OfficeHome, ReviewUnit } from "#shared/ipc/views.ts";

type Counts = Pick<
  ReviewUnit,
  "expected" | "accepted" | "pending" | "returned" | "conflicts" | "missing" | "waiting" | "toJudge"
>;

/** Sums over all units, and how many units reported how. */
export type Totals = Counts & {
  readonly units: number;
  readonly reported: number;
  readonly onTime: number;
  readonly late: number;
  readonly notReported: number;
  readonly notDue: number;
};

export function totalsOf(units: readonly ReviewUnit[]): Totals {
  const sum = (member: keyof Counts): number => units.reduce((total, unit) => total + unit[member], 0);
  const having = (timeliness: ReviewUnit["timeliness"]): number =>
    units.filter((unit) => unit.timeliness === timeliness).length;
  return {
    expected: sum("expected"),
    accepted: sum("accepted"),
    pending: sum("pending"),
    returned: sum("returned"),
    conflicts: sum("conflicts"),
    missing: sum("missing"),
    waiting: sum("waiting"),
    toJudge: sum("toJudge"),
    units: units.length,
    reported: units.filter((unit) => unit.receivedAt !== null).length,
    onTime: having("on-time"),
    late: having("late"),
    notReported: having("missing"),
    notDue: having("not-due"),
  };
}

/** What the one big button offers: the most pressing thing. */
export type FirstStep = "alert" | "review" | "receipts" | "requests" | "receive";

export function firstStep(home: OfficeHome, totals: Totals): FirstStep {
  if (totals.toJudge > 0) return "review";
  if (home.alerts.some(({ kind }) => kind === "conflict")) return "alert";
  if (home.receipts.length > 0) return "receipts";
  if (home.requests > 0) return "requests";
  return "receive";
}
