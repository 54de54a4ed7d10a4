import { digestSchema } from "#shared/bundle/identifiers.ts";
import { bundleKindSchema } from "#shared/bundle/manifest.ts";
import type { TracedBundle } from "#shared/ipc/trace-view.ts";
import { deviceIdSchema } from "#shared/ledger/record.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { openArchive } from "../../bundle/open.ts";
import { signerOfBundle } from "../../bundle/signer-of-bundle.ts";
import { bundleByDigest } from "../../store/bundles.ts";
import type { BundleRow } from "../../store/tables.ts";
import { pinnedRoots } from "../../store/trust.ts";
import { archivedBundle } from "../bundles/archive.ts";
import type { Session } from "../session.ts";
import { isRevokedHere } from "../trust/trust.ts";

/** What is on record of these bundles, and who their archived originals say signed them, in the order asked for. */
export async function tracedBundles(session: Session, digests: readonly string[]): Promise<TracedBundle[]> {
  const pinned = new Set(pinnedRoots(session.db));
  const isRevoked = isRevokedHere(session);
  const traced: TracedBundle[] = [];
  for (const digest of digests) {
    const row = bundleByDigest(session.db, digest);
    if (row === undefined) continue;
    const signer = await signerOf(session, row);
    traced.push({
      digest: digestSchema.parse(row.digest),
      kind: bundleKindSchema.parse(row.kind),
      unit: row.unit === null ? null : unitKeySchema.parse(row.unit),
      device: deviceIdSchema.parse(row.device),
      sequence: row.sequence,
      revisions: row.revisions,
      createdAt: row.created_at,
      receivedAt: row.received_at,
      status: row.status,
      signature: signer && {
        suite: signer.suite,
        serial: signer.serial,
        role: signer.role,
        unit: signer.unit,
        officers: signer.officers,
        notBefore: signer.notBefore,
        notAfter: signer.notAfter,
        root: signer.issuer,
        pinned: pinned.has(signer.issuer),
        revoked: isRevoked({ root: signer.issuer, serial: signer.serial }),
      },
    });
  }
  return traced;
}

async function signerOf(session: Session, { digest }: BundleRow) {
  const source = archivedBundle(session, digest);
  const archive = source && (await openArchive(source));
  return archive?.ok === true ? signerOfBundle(archive.value) : null;
}
