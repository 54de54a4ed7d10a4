import type { DecisionStep } from "#shared/ipc/review-view.ts";
import { isDecisionEntry, type DecisionEntry } from "#shared/ledger/entry.ts";
import { isLock } from "#shared/ledger/judgement.ts";
import { appError } from "#shared/errors.ts";
import type { Period } from "#shared/plan/ids.ts";
import { periodItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import { deleteStep, recordsOfStep, stepsOnlyHere } from "../../store/decision-steps.ts";
import { readFact } from "../../store/facts.ts";
import { deleteRecord, recordById, subjectEntries } from "../../store/records.ts";
import { projectSubject } from "../../store/subjects.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * Taking acts of the office back. A decision that has left in a package stays for ever; one that nobody else can know
 * of is withdrawn from the ledger as if it had never been taken.
 */

const MOST_STEPS = 20;

/** The acts that can be taken back now, the latest first. */
export function decisionSteps(session: Session): Answer<DecisionStep[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  // NOTE: before a restore there may have been packages that the backup does not know of.
  const restored = readFact(session.db, "restored-at") ?? "";
  return ok(
    stepsOnlyHere(session.db, restored, MOST_STEPS).flatMap(({ no, at }) => {
      const decisions = decisionsOf(session, no);
      const [first] = decisions;
      if (first === undefined || !decisions.every((entry) => isOnTop(session, entry))) return [];
      const subjects = decisions.map(({ record: { subject } }) => subject);
      return [
        {
          no,
          at,
          outcome: first.record.body.outcome,
          subjects: subjects.map(({ unit, period, item }) => ({ unit, period, item })),
        },
      ];
    }),
  );
}

/** Takes one act back; null where it cannot be any more. */
export function takeBack(session: Session, no: number): Answer<DecisionStep | null> {
  return session.db.transaction(() => {
    const steps = decisionSteps(session);
    if (!steps.ok) return steps;
    const step = steps.value.find((known) => known.no === no);
    if (step === undefined) return ok(null);
    for (const { id, record } of decisionsOf(session, no)) {
      deleteRecord(session.db, id);
      projectSubject(session.db, record.subject);
    }
    deleteStep(session.db, no);
    return ok(step);
  });
}

const decisionsOf = ({ db }: Session, no: number): DecisionEntry[] =>
  recordsOfStep(db, no).flatMap((id) => {
    const entry = recordById(db, id);
    return entry !== undefined && isDecisionEntry(entry) ? [entry] : [];
  });

/** Nothing was decided on top of it, and its period is open and not frozen since; a lock is no bar to its own lifting. */
function isOnTop(session: Session, { id, record: { at, subject, body } }: DecisionEntry): boolean {
  const { decisions } = subjectEntries(session.db, subject);
  if (decisions.some(({ record }) => record.parents.includes(id))) return false;
  if (body.outcome === "snapshot" || isFrozenSince(session, subject.period, at)) return false;
  const staysOpen = isLock(body.outcome) || body.outcome === "published";
  return staysOpen || !isPeriodLocked(session, subject.period, subject.unit);
}

/** A 汇总定稿 that may be on paper already rests on what was decided before it; its number is not given twice. */
const isFrozenSince = ({ db, plan }: Session, period: Period, at: string): boolean =>
  subjectEntries(db, { unit: plan.officeUnit, period, item: periodItem }).decisions.some(
    ({ record }) => record.body.outcome === "snapshot" && record.at >= at,
  );
