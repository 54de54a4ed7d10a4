import { createHash } from "node:crypto";
import { attachmentSha256 } from "#shared/bundle/entries.ts";
import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import { isSignedBy } from "../keys/certificate.ts";
import { pieces } from "./byte-source.ts";
import type { OpenedArchive } from "./open.ts";
import type { Documents } from "./read-documents.ts";
import type { ReadManifest } from "./read-manifest.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";

/** `unknown-root`, `bad-signature`, `digest-mismatch`. */
export async function authenticatedFault(
  manifest: ReadManifest,
  documents: Documents,
  archive: OpenedArchive,
  roots: readonly Fingerprint[],
): Promise<Refusal | null> {
  return signatureFault(manifest, documents, roots) ?? (await digestFault(manifest, archive));
}

/** `unknown-root`, `bad-signature`: who signed, up to a pinned root. An enrolment request vouches for itself. */
function signatureFault(
  { manifest, bytes, signature, suite }: ReadManifest,
  { signer, root, revocations, grant }: Documents,
  roots: readonly Fingerprint[],
): Refusal | null {
  const issuer = root ?? signer;
  if (root !== null && !roots.includes(root.fingerprint)) return refusal("unknown-root", root.fingerprint);
  if (!isSignedBy(issuer, issuer)) return refusal("bad-signature", "root certificate");
  if (!isSignedBy(signer, issuer)) return refusal("bad-signature", "signer's certificate");
  if (!suite.verify(signer.key, bytes, signature)) return refusal("bad-signature", "manifest");
  if (manifest.device !== signer.certificate.device)
    return refusal("bad-signature", "another device's manifest");
  if (revocations && !suite.verify(issuer.key, revocations.bytes, revocations.signature)) {
    return refusal("bad-signature", "revocations");
  }
  if (grant && !isSignedBy(grant.certificate, issuer)) return refusal("bad-signature", "granted certificate");
  return null;
}

/** Every listed entry has the size and digest that the signed manifest gives. */
async function digestFault(
  { manifest, suite }: ReadManifest,
  archive: OpenedArchive,
): Promise<Refusal | null> {
  for (const file of manifest.files) {
    const entry = archive.entries.get(file.path);
    if (entry?.size !== file.size) return refusal("digest-mismatch", `${file.path}: size`);
    const digest = suite.startDigest();
    const sha256 = createHash("sha256");
    for await (const piece of pieces(archive.source, entry.offset, entry.size)) {
      digest.add(piece);
      sha256.update(piece);
    }
    // An attachment is named by its SHA-256 in every suite.
    const named = attachmentSha256(file.path);
    const misnamed = named !== null && named !== sha256.digest("hex");
    if (digest.end() !== file.digest || misnamed) return refusal("digest-mismatch", file.path);
  }
  return null;
}
