import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { BundleTable } from "../store/tables.ts";
import {
  bundlesSignedBy,
  deleteBundle,
  heldBundles,
  quarantined,
  removeQuarantined,
  type Quarantined,
} from "../store/bundles.ts";
import { readFact, writeFact } from "../store/facts.ts";
import { removeRecordsOf } from "../store/records.ts";
import { projectSubject } from "../store/subjects.ts";
import { sha256Hex } from "../keys/sha256.ts";
import { archivedBundle } from "./archive.ts";
import { quarantine, rejectedReport } from "./bundle-reports.ts";
import { workspacePaths, type Session } from "./session.ts";
import { judge, takeBundle } from "./take-bundle.ts";
import { revokedDevices, trustOf } from "./trust.ts";

/** Reasons that a newly pinned root or a longer list of what is kept can lift. */
const LIFTED_BY_TRUST: ReadonlySet<string> = new Set(["unknown-root", "revoked"]);

/** What all verdicts here rest on, as one digest. Keys are no part of it: they decide what can be read. */
export function trustStamp(session: Session): string {
  const { roots, revocations, plans } = trustOf(session);
  const versions = [...(plans?.versions ?? [])].map(([version, digest]) => ({ version, digest }));
  return sha256Hex(toCanonicalBytes({ roots: [...roots], revocations: [...revocations], versions }));
}

/**
 * Held, quarantined and admitted bundles once more where a root, a revocation or a plan has arrived since they were
 * judged, so that no order of arrival makes a difference. The stamp is written last: what a crash leaves undone is
 * done with the next import. Answers the digests that a revocation withdrew.
 */
export async function judgeAgain(session: Session): Promise<ReadonlySet<string>> {
  const withdrawn = new Set<string>();
  for (;;) {
    const stamp = trustStamp(session);
    if (stamp === readFact(session.db, "judged-under")) return withdrawn;
    for (const row of bundlesSignedBy(session.db, revokedDevices(session))) {
      if (await withdrawIfRevoked(session, row)) withdrawn.add(row.digest);
    }
    for (const row of heldBundles(session.db)) await judgeHeld(session, row);
    for (const refused of quarantined(session.db)) {
      if (LIFTED_BY_TRUST.has(refused.reason)) await judgeRefused(session, refused);
    }
    writeFact(session.db, "judged-under", stamp);
  }
}

async function withdrawIfRevoked(session: Session, row: BundleTable): Promise<boolean> {
  const bytes = archivedBundle(session, row.digest);
  if (bytes === null) return false;
  const verdict = await judge(session, bytes);
  if (verdict.status !== "rejected" || verdict.reason !== "revoked") return false;
  const report = rejectedReport(
    row.file ?? row.digest,
    row.received_at,
    verdict.reason,
    verdict.claimed,
    verdict.steps,
  );
  await quarantine(session, bytes, report);
  session.db.transaction(() => {
    for (const address of removeRecordsOf(session.db, row.digest)) projectSubject(session.db, address);
    deleteBundle(session.db, row.digest);
  });
  return true;
}

async function judgeHeld(session: Session, row: BundleTable): Promise<void> {
  const bytes = archivedBundle(session, row.digest);
  if (bytes === null) return;
  const verdict = await judge(session, bytes);
  const name = row.file ?? row.digest;
  if (verdict.status === "admitted") await takeBundle(session, name, verdict, row.received_at, false);
  if (verdict.status !== "rejected") return;
  await quarantine(
    session,
    bytes,
    rejectedReport(name, row.received_at, verdict.reason, verdict.claimed, verdict.steps),
  );
  deleteBundle(session.db, row.digest);
}

async function judgeRefused(session: Session, { sha256, name, receivedAt }: Quarantined): Promise<void> {
  const path = join(workspacePaths(session.dir).quarantine, `${sha256}.bin`);
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const verdict = await judge(session, bytes);
  if (verdict.status === "rejected") {
    // NOTE: without its key an encrypted file cannot be judged; it keeps the reason it had.
    if (verdict.reason === "cannot-decrypt") return;
    await quarantine(
      session,
      bytes,
      rejectedReport(name, receivedAt, verdict.reason, verdict.claimed, verdict.steps),
    );
    return;
  }
  await takeBundle(session, name, verdict, receivedAt, false);
  removeQuarantined(session.db, sha256);
}
