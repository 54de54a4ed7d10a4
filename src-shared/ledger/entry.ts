import type { Decision, LedgerRecord, RecordId, Revision, Subject } from "./record.ts";

/** A record with its id: the lower-case hex SHA-256 of its canonical bytes. */
export interface Entry<R extends LedgerRecord = LedgerRecord> {
  readonly id: RecordId;
  readonly record: R;
}
export type RevisionEntry = Entry<Revision>;
export type DecisionEntry = Entry<Decision>;

export const isDecisionEntry = (entry: Entry): entry is DecisionEntry => entry.record.type === "decision";
export const isRevisionEntry = (entry: Entry): entry is RevisionEntry => entry.record.type !== "decision";

/** One string per subject, usable as a map key. */
export const subjectKey = (subject: Subject): string =>
  `${subject.plan} ${subject.unit} ${subject.period} ${subject.item}`;

export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
