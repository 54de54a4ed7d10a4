import { toCanonicalText } from "#shared/ledger/canonical.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { LedgerRecord } from "#shared/ledger/record.ts";
import type { Period } from "#shared/plan/ids.ts";
import { recordIdSchema } from "#shared/ledger/record.ts";
import { sha256Hex } from "../../keys/sha256.ts";
import type { RecordBytes, SealedBundle } from "../../bundle/types.ts";
import { insertBundle, seriesOf } from "../../store/bundles.ts";
import { OverlappingWrite } from "../../store/store-failures.ts";
import { isOnRecord, linkKnownRecord, type CanonicalEntry } from "../../store/records.ts";
import { bundleRow } from "./bundle-row.ts";
import { now, type Session } from "../session.ts";

/** Records and bundles made in this workspace. */

export function newEntry<R extends LedgerRecord>(record: R): Entry<R> & { readonly canonical: string } {
  const canonical = toCanonicalText(record);
  return { id: recordIdSchema.parse(sha256Hex(Buffer.from(canonical, "utf8"))), record, canonical };
}

/** The periods that records speak of, ascending. */
export const periodsOf = (entries: readonly Entry[]): Period[] =>
  [...new Set(entries.map(({ record }) => record.subject.period))].toSorted();

export const recordBytes = ({ id, canonical }: Pick<CanonicalEntry, "id" | "canonical">): RecordBytes => ({
  id,
  bytes: Buffer.from(canonical, "utf8"),
});

/**
 * Puts a bundle written here on record, with the records it holds. Inside the caller's transaction. Throws
 * `OverlappingWrite` where another process has taken its number meanwhile: one number never stands for two bundles;
 * or where a decision was taken back while it was being sealed.
 */
export function recordOwnBundle(
  session: Session,
  sealed: SealedBundle,
  held: readonly { readonly id: Entry["id"] }[],
  file: string | null,
): void {
  const { digest, manifest } = sealed;
  const { device, kind, unit, sequence } = manifest;
  const taken = seriesOf(session.db, { device, kind, unit }).some(
    (row) => row.sequence === sequence && row.digest !== digest,
  );
  if (taken) throw new OverlappingWrite(`number ${sequence} of ${kind}`);
  const no = insertBundle(session.db, bundleRow(sealed, { received_at: now(session), status: "own", file }));
  for (const { id } of held) {
    if (!isOnRecord(session.db, id)) throw new OverlappingWrite(`record ${id} of ${kind}`);
    linkKnownRecord(session.db, no, id);
  }
}
