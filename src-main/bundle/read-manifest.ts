import { MANIFEST, MANIFEST_SIGNATURE } from "#shared/bundle/entries.ts";
import { isDigestOf, type BundleDigest } from "#shared/bundle/identifiers.ts";
import { manifestSchema } from "#shared/bundle/manifest.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import { parseCanonical, RECORD_DEPTH } from "#shared/ledger/canonical.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import { suiteByName } from "../keys/suites.ts";
import { entryBytes } from "./open.ts";
import type { OpenedArchive } from "./open.ts";
import { membersOf, readDocument } from "./read-document.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";
import type { Claimed } from "./types.ts";

export interface ReadManifest {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly suite: SignatureSuite;
  readonly digest: BundleDigest;
}

/** `newer-format`, `unsupported-suite` or `bad-encoding` of the manifest; the form of its signature is another matter. */
export function readManifest(archive: OpenedArchive): Result<ReadManifest, Refusal> {
  const bytes = manifestBytes(archive);
  const signature = requireEntry(archive, MANIFEST_SIGNATURE);
  const document = { format: "taizhang-bundle", schema: manifestSchema, maxDepth: RECORD_DEPTH };
  const manifest = readDocument(bytes, document);
  if (!manifest.ok) {
    const reason =
      manifest.error === "bad-encoding" && namesUnknownSuite(bytes) ? "unsupported-suite" : manifest.error;
    return fail(refusal(reason, MANIFEST));
  }
  const suite = suiteByName(manifest.value.suite);
  if (suite === null) return fail(refusal("unsupported-suite", manifest.value.suite));
  const { files, previous } = manifest.value;
  const named = [...files.map((file) => file.digest), ...(previous === null ? [] : [previous])];
  if (!named.every((digest) => isDigestOf(suite.name, digest))) {
    return fail(refusal("bad-encoding", "digest of another suite"));
  }
  return ok({ manifest: manifest.value, bytes, signature, suite, digest: suite.digest(bytes) });
}

/** `bad-encoding` of `manifest.sig`, which takes nothing from what the manifest lists. */
export const signatureFormFault = ({ suite, signature }: ReadManifest): Refusal | null =>
  suite.isSignatureForm(signature) ? null : refusal("bad-encoding", MANIFEST_SIGNATURE);

export const manifestBytes = (archive: OpenedArchive): Uint8Array => requireEntry(archive, MANIFEST);

/** A suite no version of this program has heard of is told from a manifest that is merely misshapen. */
function namesUnknownSuite(bytes: Uint8Array): boolean {
  const parsed = parseCanonical(bytes, { maxDepth: RECORD_DEPTH });
  if (!parsed.ok) return false;
  const { format, suite } = membersOf(parsed.value);
  return format === "taizhang-bundle" && typeof suite === "string" && suiteByName(suite) === null;
}

function requireEntry(archive: OpenedArchive, name: string): Uint8Array {
  const bytes = entryBytes(archive, name);
  if (bytes === null) throw new Error(`no ${name}`);
  return bytes;
}

export function claimedBy({ digest, manifest }: ReadManifest): Claimed {
  const { kind, unit, device, sequence, createdAt } = manifest;
  return { digest, kind, unit, device, sequence, createdAt };
}
