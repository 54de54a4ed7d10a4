import { appError } from "#shared/errors.ts";
import type { Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { rollUp } from "#shared/rollup/roll-up.ts";
import type { RollupResult } from "#shared/rollup/types.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { factsSource } from "./facts-source.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** City figures of a period from what is accepted; with `includePending` also from what waits, and they say so. */
export function rollUpPeriod(
  session: Session,
  period: Period,
  includePending: boolean,
): Answer<RollupResult> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const { plan } = session;
  return ok(
    rollUp({
      plan,
      period,
      includePending,
      facts: factsSource(session.db, plan, period),
    }),
  );
}
