import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { REVOCATIONS, REVOCATIONS_SIGNATURE } from "#shared/bundle/entries.ts";
import { entryBytes, type OpenedArchive } from "../../bundle/open.ts";
import type { OpenedBundle, SignedBytes } from "../../bundle/types.ts";
import type { Database } from "../../store/database.ts";
import { type BundleNo } from "../../store/bundles.ts";
import { saveReceiptLine } from "../../store/receipt-lines.ts";
import { eraseFact, writeFact } from "../../store/facts.ts";
import { insertPlan } from "../../store/plans.ts";
import { insertRevocationList, saveRequest } from "../../store/trust.ts";
import { saveCertificate } from "../trust/certificates.ts";
import { readDeviceId } from "../trust/device-id.ts";
import { planDigest } from "../plan/plans.ts";
import type { Session } from "../session.ts";

/** Takes in what an admitted bundle brings besides records, inside the caller's transaction. */
export function admitDocuments(
  session: Session,
  bundle: OpenedBundle,
  no: BundleNo,
  receivedAt: string,
): void {
  const { db } = session;
  const { plan, revocations, request, grant, receipt, root, signer } = bundle;
  if (root) {
    saveCertificate(db, signer, root.fingerprint, receivedAt);
  }
  if (plan) {
    const { value, bytes } = plan;
    insertPlan(db, { plan: value, bytes, digest: planDigest(bytes), bundle: bundle.digest }, receivedAt);
  }
  if (revocations) saveRevocations(db, revocations);
  if (request && session.role === "office") {
    const { device, unit } = request;
    saveRequest(db, { device, unit, bundle: bundle.digest, request: toCanonicalText(request), receivedAt });
  }
  const isMine = grant?.certificate.certificate.device === readDeviceId(db);
  if (grant && root && (isMine || session.role === "office"))
    saveCertificate(db, grant.certificate, root.fingerprint, receivedAt);
  if (grant && isMine) {
    writeFact(db, "encryption-recipients", grant.value.office.recipients.join("\n"));
  }
  for (const line of receipt?.bundles ?? []) {
    const reason = line.status === "rejected" ? line.reason : null;
    saveReceiptLine(db, no, {
      bundle: line.digest,
      status: line.status,
      reason,
      receivedAt: line.receivedAt,
    });
  }
  if (bundle.manifest.kind === "office-exchange") eraseFact(db, "restored-at");
  if (bundle.manifest.kind !== "recovery") return;
  eraseFact(db, "restored-at");
  // What comes back from the office has arrived there.
  for (const { digest } of bundle.embedded)
    saveReceiptLine(db, no, {
      bundle: digest,
      status: "merged",
      reason: null,
      receivedAt: bundle.manifest.createdAt,
    });
}

/** Of a bundle whose signer is revoked: that the root signed the list was found before its signer was looked up. */
export function keepRevocations(db: Database, archive: OpenedArchive): void {
  const bytes = entryBytes(archive, REVOCATIONS);
  const signature = entryBytes(archive, REVOCATIONS_SIGNATURE);
  if (bytes !== null && signature !== null) saveRevocations(db, { bytes, signature });
}

function saveRevocations(db: Database, { bytes, signature }: SignedBytes): void {
  insertRevocationList(db, planDigest(bytes), Buffer.from(bytes).toString("utf8"), signature);
}
