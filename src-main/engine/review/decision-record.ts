import { recordFault } from "#shared/bundle/record-rules.ts";
import { appError } from "#shared/errors.ts";
import { headsOf } from "#shared/ledger/heads.ts";
import { decisionSchema, type Decision, type DecisionBody, type DeviceId } from "#shared/ledger/record.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { insertStep } from "../../store/decision-steps.ts";
import { insertRecord, subjectEntries } from "../../store/records.ts";
import { projectSubject } from "../../store/subjects.ts";
import { newEntry } from "../bundles/own-bundle.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** A decision's body as it is proposed; the format has the last word on it. */
type ProposedBody = Omit<DecisionBody, "value"> & { readonly value?: unknown };

/** A decision of this PC over all decided before on its subject; `invalid-input` where the format does not take it. */
export function newDecision(
  session: Session,
  address: { readonly unit: UnitKey; readonly period: Period; readonly item: Item },
  body: ProposedBody,
  device: DeviceId,
): Answer<Decision> {
  const { decisions: earlier } = subjectEntries(session.db, address);
  const decision = decisionSchema.safeParse({
    format: "taizhang-record",
    v: 1,
    type: "decision",
    at: now(session),
    author: { name: session.name, role: "office" },
    body,
    device,
    parents: headsOf(earlier).heads.map(({ id }) => id),
    planVersion: session.plan.version,
    subject: { ...address, plan: session.plan.id },
  });
  // NOTE: what the format refuses would make every later receipt of the unit one that nobody takes.
  const isSound = decision.success && recordFault(decision.data) === null;
  return isSound ? ok(decision.data) : fail(appError("invalid-input", { where: address.item }));
}

/** Into the ledger and its projection one by one, as one act that can be taken back, in the caller's transaction. */
export function putOnRecord(session: Session, decisions: Iterable<Decision>): void {
  const { db } = session;
  const records: string[] = [];
  for (const decision of decisions) {
    const entry = newEntry(decision);
    insertRecord(db, entry, true);
    projectSubject(db, decision.subject);
    records.push(entry.id);
  }
  if (records.length > 0) insertStep(db, now(session), records);
}
