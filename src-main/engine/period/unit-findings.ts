import type { Finding } from "#shared/checks/finding.ts";
import { appError } from "#shared/errors.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { unitOf, type Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { readUnitPeriod } from "./unit-period.ts";

/** What the checks find in a unit's period: with its drafts on its own computer, else in what it reported. */
export function unitFindings(session: Session, unit: UnitKey, period: Period): Answer<readonly Finding[]> {
  const { plan, db, role } = session;
  if (unitOf(plan, unit) === undefined || (role === "reporter" && unit !== session.unit))
    return fail(appError("unknown-unit", { unit }));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const { findings } = readUnitPeriod(db, plan, { unit, period }, { drafts: unit === session.unit });
  return ok([...findings.values()].flat());
}
