import { attachmentSha256 } from "#shared/bundle/entries.ts";
import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import { isSignedBy } from "../keys/certificate.ts";
import { startSha256 } from "../keys/sha256.ts";
import { digestOf } from "./digest-of.ts";
import type { OpenedArchive } from "./open.ts";
import type { Documents } from "./read-documents.ts";
import type { ReadManifest } from "./read-manifest.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";

/** `unknown-root`, `bad-signature`, `digest-mismatch`. */
export function authenticatedFault(
  manifest: ReadManifest,
  documents: Documents,
  archive: OpenedArchive,
  roots: readonly Fingerprint[],
): Refusal | null {
  return signatureFault(manifest, documents, roots) ?? digestFault(manifest, archive);
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
function digestFault({ manifest, suite }: ReadManifest, { entries }: OpenedArchive): Refusal | null {
  for (const { path, size, digest } of manifest.files) {
    const entry = entries.get(path);
    if (entry?.size !== size) return refusal("digest-mismatch", `${path}: size`);
    if (digestOf(entry, suite.startDigest()) !== digest) return refusal("digest-mismatch", path);
    // An attachment is named by its SHA-256 in every suite.
    const sha256 = attachmentSha256(path);
    if (sha256 !== null && digestOf(entry, startSha256()) !== sha256) return refusal("digest-mismatch", path);
  }
  return null;
}
