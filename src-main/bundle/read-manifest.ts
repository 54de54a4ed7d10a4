import { MANIFEST, MANIFEST_SIGNATURE } from "#shared/bundle/entries.ts";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import { requireSuite } from "../keys/suites.ts";
import { MANIFEST_FORM } from "./document-forms.ts";
import { entryBytes } from "./open.ts";
import type { OpenedArchive } from "./open.ts";
import { readDocument } from "./read-document.ts";
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

/** `newer-format`, `unsupported-suite` or `bad-encoding` of the manifest alone. */
export function readManifest(archive: OpenedArchive): Result<ReadManifest, Refusal> {
  const bytes = requireEntry(archive, MANIFEST);
  const signature = requireEntry(archive, MANIFEST_SIGNATURE);
  const manifest = readDocument(bytes, MANIFEST_FORM, null);
  if (!manifest.ok) return fail(refusal(manifest.error, MANIFEST));
  const suite = requireSuite(manifest.value.suite);
  return ok({ manifest: manifest.value, bytes, signature, suite, digest: suite.digest(bytes) });
}

/** `bad-encoding` of what the suite of a readable manifest asks for. */
export function suiteFault({ manifest, signature, suite }: ReadManifest): Refusal | null {
  if (!suite.isSignatureForm(signature)) return refusal("bad-encoding", MANIFEST_SIGNATURE);
  const digests = [
    ...manifest.files.map((file) => file.digest),
    ...(manifest.previous ? [manifest.previous] : []),
  ];
  return digests.every((digest) => digest.startsWith(suite.digestPrefix))
    ? null
    : refusal("bad-encoding", "digest of another suite");
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
