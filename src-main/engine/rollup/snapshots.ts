import { z } from "zod";
import { LIMITS } from "#shared/bundle/limits.ts";
import { appError } from "#shared/errors.ts";
import type { SnapshotList } from "#shared/ipc/snapshot-view.ts";
import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { itemSchema, type Period } from "#shared/plan/ids.ts";
import { periodItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import {
  nextNumber,
  snapshotFigures,
  snapshotsOf,
  type Basis,
  type SnapshotValue,
} from "#shared/rollup/snapshot.ts";
import { basisOf, itemsSince } from "#shared/rollup/snapshot-basis.ts";
import { subjectEntries } from "../../store/records.ts";
import { snapshotSubjects } from "../../store/subjects.ts";
import { newDecision, putOnRecord } from "../review/decision-record.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { ledgerDigest } from "../ledger/ledger-audit.ts";
import { rollUpPeriod } from "./rollup.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * 汇总定稿: freezes what is accepted of a period under the next number. A closed period can be frozen too: most are
 * closed before. What comes in later still merges and counts from the next version.
 */
export function makeSnapshot(
  session: Session,
  { period, comment }: { readonly period: Period; readonly comment: string },
): Answer<{ readonly number: number; readonly ledger: string }> {
  const rolled = rollUpPeriod(session, period, false);
  if (!rolled.ok) return rolled;
  if (comment.trim() === "") return fail(appError("invalid-input", { where: "comment" }));
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  return session.db.transaction(() => {
    const { digest, revisions, decisions } = ledgerDigest(session);
    const value: SnapshotValue = {
      number: nextNumber(versionsOf(session, period)),
      ledger: digest,
      revisions,
      decisions,
      figures: snapshotFigures(rolled.value),
      basis: basisNow(session, period),
    };
    const body = { outcome: "snapshot" as const, comment: comment.trim(), value };
    const decision = newDecision(session, officePeriod(session, period), body, device.value);
    if (!decision.ok) return decision;
    // NOTE: a longer line would make every later office bundle one that nobody takes.
    if (Buffer.byteLength(toCanonicalText(decision.value)) > LIMITS.record)
      return fail(appError("snapshot-too-large", { period }));
    putOnRecord(session, [decision.value]);
    return ok({ number: value.number, ledger: digest });
  });
}

/** Every version of a period with what came after it. */
export function snapshotList(session: Session, period: Period): Answer<SnapshotList> {
  const rolled = rollUpPeriod(session, period, false);
  if (!rolled.ok) return rolled;
  const basis = basisNow(session, period);
  return ok({
    versions: versionsOf(session, period).map(({ value, ...version }) => ({
      ...version,
      ledger: value.ledger,
      records: value.revisions + value.decisions,
      figures: value.figures,
      since: itemsSince(session.plan, period, value.basis, basis),
    })),
    now: snapshotFigures(rolled.value),
  });
}

const officePeriod = ({ plan }: Session, period: Period) => ({
  unit: plan.officeUnit,
  period,
  item: periodItem,
});

const versionsOf = (session: Session, period: Period) =>
  snapshotsOf(subjectEntries(session.db, officePeriod(session, period)).decisions);

function basisNow({ db, plan }: Session, period: Period): Basis {
  const subjects = snapshotSubjects(db, period).map((row) => {
    const { state, notApplicable } = saidBy(row.current_body ?? row.accepted_body);
    return {
      unit: row.unit,
      period: row.period,
      item: itemSchema.parse(row.item),
      accepted: row.accepted,
      current: row.current,
      verified: row.verified === 1 ? row.decision : null,
      withdrawn: state === "withdrawn",
      notApplicable: notApplicable !== undefined,
    };
  });
  return basisOf(plan, period, subjects);
}

const saidSchema = z.object({ state: z.string().optional(), notApplicable: z.string().optional() });

const saidBy = (body: string | null): z.infer<typeof saidSchema> =>
  body === null ? {} : saidSchema.parse(JSON.parse(body));
