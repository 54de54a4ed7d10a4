import type { RejectionReason } from "#shared/bundle/reasons.ts";
import type { RecordVisitor } from "../../bundle/read-records.ts";
import type { Trust } from "../../bundle/types.ts";
import { verifyBundle } from "../../bundle/verify.ts";
import type { BundleRow } from "../../store/tables.ts";
import { archivedBundle } from "./archive.ts";
import type { Session } from "../session.ts";

/**
 * An archived original judged again from its bytes: null where it still is what it was taken for, else the reason.
 * `visit` sees its records as they are read; what it was given counts only where the answer is null.
 */
export async function archivedFault(
  session: Session,
  { digest, status }: Pick<BundleRow, "digest" | "status">,
  trust: Trust,
  visit?: RecordVisitor,
): Promise<RejectionReason | "bundle-missing" | null> {
  const source = archivedBundle(session, digest);
  if (source === null) return "bundle-missing";
  const verdict = await verifyBundle(source, trust, visit);
  if (verdict.status !== "rejected") return verdict.bundle.digest === digest ? null : "digest-mismatch";
  // NOTE: what a laptop wrote before it was revoked stays its own, whoever takes it.
  return verdict.reason === "revoked" && status === "own" ? null : verdict.reason;
}
