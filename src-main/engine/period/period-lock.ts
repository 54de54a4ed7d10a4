import { appError } from "#shared/errors.ts";
import type { Decision } from "#shared/ledger/record.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { periodItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import { readSubjectState } from "../../store/subjects.ts";
import { newDecision, putOnRecord } from "../review/decision-record.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { unitOf, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Closing a period for a unit: decisions on the item `period`. Programs refuse to seal or decide in it. */

export const isPeriodLocked = ({ db, unit: own }: Session, period: Period, unit: UnitKey = own): boolean =>
  readSubjectState(db, { unit, period, item: periodItem }).locked;

export interface LockRequest {
  readonly period: Period;
  readonly units: readonly UnitKey[];
  readonly outcome: "locked" | "unlocked";
  readonly comment?: string | undefined;
}

/** Closes a period for these units, or opens it again; those that are so already stay as they are. */
export function lockPeriod(
  session: Session,
  { period, units, outcome, comment }: LockRequest,
): Answer<{ readonly decided: number }> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const unknown = units.find((unit) => unitOf(session.plan, unit) === undefined);
  if (unknown !== undefined) return fail(appError("unknown-unit", { unit: unknown }));
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const body = { outcome, ...(comment?.trim() ? { comment: comment.trim() } : {}) };
  return session.db.transaction(() => {
    const decisions: Decision[] = [];
    for (const unit of units) {
      if (isPeriodLocked(session, period, unit) === (outcome === "locked")) continue;
      const decision = newDecision(session, { unit, period, item: periodItem }, body, device.value);
      // The first one says it for all: they differ in their unit alone.
      if (!decision.ok) return decision;
      decisions.push(decision.value);
    }
    putOnRecord(session, decisions);
    return ok({ decided: decisions.length });
  });
}
