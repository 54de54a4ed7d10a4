import { digestSchema, type Fingerprint } from "#shared/bundle/identifiers.ts";
import { revocationListSchema, type RevocationList } from "#shared/bundle/revocations.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { SignedBytes } from "../../bundle/types.ts";
import { requireSuite } from "../../keys/suites.ts";
import { bundlesSignedBy } from "../../store/bundles.ts";
import { insertEnrolEvent } from "../../store/enrol-events.ts";
import { certificates, insertRevocationList, revocationLists } from "../../store/trust.ts";
import { signerOf } from "./certificates.ts";
import { changeTrust } from "../inbox/judge-again.ts";
import { readDeviceId } from "./device-id.ts";
import { planDigest } from "../plan/plans.ts";
import { now, type Session } from "../session.ts";
import { isRevokedHere, knownRevocations } from "./trust.ts";
import type { Answer } from "../types.ts";

/**
 * Revokes a certificate. What the office has merged from it stays (`keep`), and what is named besides; everything
 * else it ever signed is refused, whenever it says it was written: a thief chooses his dates.
 */
export async function revokeCertificate(
  session: Session,
  serial: number,
  keep: readonly string[],
): Promise<Answer<{ readonly revoked: number; readonly kept: number }>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const signer = signerOf(session, "root");
  if (!signer.ok) return signer;
  const wrong = keep.find((digest) => !digestSchema.safeParse(digest).success);
  if (wrong !== undefined) return fail(appError("invalid-input", { where: wrong }));
  const { issuer: root, suite: suiteName } = signer.value.certificate.certificate;
  const row = certificates(session.db).find((known) => known.root === root && known.serial === serial);
  if (row === undefined || row.role === "root" || row.device === readDeviceId(session.db))
    return fail(appError("unknown-device", { device: String(serial) }));
  const merged = mergedFrom(session, row.device).map(({ digest }) => digest);
  const list = listWith(session, root, serial, [...merged, ...keep]);
  const bytes = toCanonicalBytes(list);
  const signature = requireSuite(suiteName).sign(signer.value.privateKey, bytes);
  const act = isRevokedHere(session)(row) ? "kept" : "revoked";
  const done = { at: now(session), act, serial, request: null, why: null } as const;
  await changeTrust(session, [serial], () => {
    insertRevocationList(session.db, planDigest(bytes), Buffer.from(bytes).toString("utf8"), signature);
    insertEnrolEvent(session.db, { ...done, device: row.device, unit: row.unit ?? "" });
  });
  const kept = list.revoked.find((entry) => entry.serial === serial)?.keep.length ?? 0;
  return ok({ revoked: serial, kept });
}

/** What a device signed and the office has merged: it stays whatever happens to the certificate. */
export const mergedFrom = ({ db }: Session, device: string) =>
  bundlesSignedBy(db, [device]).filter(({ kind }) => kind !== "enrol-request");

/** All that the root has revoked so far, and this. */
function listWith(
  session: Session,
  root: Fingerprint,
  serial: number,
  keep: readonly string[],
): RevocationList {
  const entries = new Map<number, Set<string>>([[serial, new Set(keep)]]);
  for (const known of knownRevocations(session)) {
    if (known.root !== root) continue;
    for (const entry of known.list.revoked) {
      entries.set(entry.serial, new Set(entries.get(entry.serial)).union(new Set<string>(entry.keep)));
    }
  }
  return revocationListSchema.parse({
    format: "taizhang-revocations",
    v: 1,
    plan: session.plan.id,
    revoked: [...entries]
      .toSorted(([a], [b]) => a - b)
      .map(([number, digests]) => ({ serial: number, keep: [...digests].toSorted() })),
  });
}

/** What travels with plans, grants and receipts: the office's own lists only grow, so the longest says all. */
export function currentRevocations({ db }: Session): SignedBytes | null {
  const [longest] = revocationLists(db).toSorted((a, b) => b.canonical.length - a.canonical.length);
  return longest ? { bytes: Buffer.from(longest.canonical, "utf8"), signature: longest.signature } : null;
}
