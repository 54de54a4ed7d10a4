import { compareIds, isDecisionEntry, isRevisionEntry, subjectKey, type Entry } from "./entry.ts";
import { subjectState, type SubjectState } from "./subject-state.ts";

/** A ledger is a set of records by id. Union is commutative, associative and idempotent. */
export type Ledger = ReadonlyMap<Entry["id"], Entry>;

export const ledgerOf = (entries: Iterable<Entry>): Ledger =>
  new Map(Array.from(entries, (entry) => [entry.id, entry]));

export const unionOf = (...ledgers: readonly Ledger[]): Ledger =>
  new Map(ledgers.flatMap((ledger) => [...ledger]));

/** States of all subjects of the set, by `subjectKey`. */
export function statesOf(ledger: Ledger): Map<string, SubjectState> {
  const bySubject = Map.groupBy(ledger.values(), ({ record }) => subjectKey(record.subject));
  return new Map(
    Array.from(bySubject, ([key, entries]) => [
      key,
      subjectState(entries.filter(isRevisionEntry), entries.filter(isDecisionEntry)),
    ]),
  );
}

/**
 * What the ledger digest is the SHA-256 of: each revision id and LF in ascending order, then each decision id
 * likewise. Ids arrive in any order.
 */
export function ledgerDigestText(revisions: Iterable<string>, decisions: Iterable<string>): string {
  const lines = (ids: Iterable<string>): string =>
    Array.from(ids)
      .toSorted(compareIds)
      .map((id) => `${id}\n`)
      .join("");
  return lines(revisions) + lines(decisions);
}
