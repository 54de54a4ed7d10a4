import {
  attachmentPath,
  contentOf,
  DECISIONS,
  embeddedPath,
  GRANT,
  MANIFEST,
  MANIFEST_SIGNATURE,
  PLAN,
  RECEIPT,
  REQUEST,
  REVISIONS,
  REVOCATIONS,
  REVOCATIONS_SIGNATURE,
  ROOT,
  ROOT_SIGNATURE,
  SIGNER,
  SIGNER_SIGNATURE,
} from "#shared/bundle/entries.ts";
import { hexOf } from "#shared/bundle/identifiers.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import { requireSuite } from "../keys/suites.ts";
import type { BundleContent, BundleSigner, RecordBytes, SealedBundle, SealInput } from "./types.ts";
import { digestOf } from "./digest-of.ts";
import type { Scratch } from "./plain-bundle.ts";
import { bytesSource } from "./byte-source.ts";
import { writeZip } from "./zip-write.ts";
import type { ZipEntry } from "./zip-write.ts";

/** Writes and signs a bundle as asked into `scratch`, without judging it: `sealBundle` does. */
export async function assembleBundle(input: SealInput, scratch: Scratch): Promise<SealedBundle> {
  const { signer, content } = input;
  const suite = requireSuite(signer.certificate.certificate.suite);
  const entries = [...certificateEntries(signer), ...contentEntries(content)].toSorted(byName);
  const manifest = manifestOf(input, suite, entries);
  const manifestBytes = toCanonicalBytes(manifest);
  const signature = suite.sign(signer.privateKey, manifestBytes);
  const all = [inMemory(MANIFEST, manifestBytes), inMemory(MANIFEST_SIGNATURE, signature), ...entries];
  await writeZip(all, (piece) => scratch.write(piece));
  return { digest: suite.digest(manifestBytes), manifest };
}

const inMemory = (name: string, bytes: Uint8Array): ZipEntry => ({ name, source: bytesSource(bytes) });

const byName = (a: ZipEntry, b: ZipEntry): number => (a.name < b.name ? -1 : 1);

function manifestOf(input: SealInput, suite: SignatureSuite, entries: readonly ZipEntry[]): Manifest {
  const { content, signer, kind, unit, plan, people, sequence, previous, createdAt } = input;
  return {
    format: "taizhang-bundle",
    v: 1,
    counts: {
      attachments: entries.filter((entry) => contentOf(entry.name) === "attachments").length,
      decisions: content.decisions?.length ?? 0,
      revisions: content.revisions?.length ?? 0,
    },
    createdAt,
    device: signer.certificate.certificate.device,
    files: entries.map(({ name, source }) => ({
      digest: digestOf(source, suite.startDigest()),
      path: name,
      size: source.size,
    })),
    kind,
    people,
    periods: [...new Set(input.periods)].toSorted(),
    plan: { id: plan.id, version: plan.version },
    previous,
    sequence,
    suite: suite.name,
    unit,
  };
}

function certificateEntries({ certificate, root }: BundleSigner): ZipEntry[] {
  const signer = [inMemory(SIGNER, certificate.bytes), inMemory(SIGNER_SIGNATURE, certificate.signature)];
  if (root === null) return signer;
  return [...signer, inMemory(ROOT, root.bytes), inMemory(ROOT_SIGNATURE, root.signature)];
}

function contentEntries(content: BundleContent): ZipEntry[] {
  const { plan, revocations, receipt, request, grant } = content;
  const entries = [
    ...recordsEntry(REVISIONS, content.revisions),
    ...recordsEntry(DECISIONS, content.decisions),
    ...(content.bundles ?? []).map(({ digest, source }) => ({ name: embeddedPath(hexOf(digest)), source })),
    ...(content.attachments ?? []).map(({ sha256, source }) => ({ name: attachmentPath(sha256), source })),
    ...(plan ? [inMemory(PLAN, plan)] : []),
    ...(receipt ? [inMemory(RECEIPT, toCanonicalBytes(receipt))] : []),
    ...(request ? [inMemory(REQUEST, toCanonicalBytes(request))] : []),
    ...(grant ? [inMemory(GRANT, toCanonicalBytes(grant))] : []),
    ...(revocations
      ? [inMemory(REVOCATIONS, revocations.bytes), inMemory(REVOCATIONS_SIGNATURE, revocations.signature)]
      : []),
  ];
  // The same file cited twice, the same bundle asked for twice: one entry.
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

/** Lines ascending by id, LF after each; no entry where there are no records. */
function recordsEntry(name: string, records: readonly RecordBytes[] | undefined): ZipEntry[] {
  if (records === undefined || records.length === 0) return [];
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const lines = sorted.flatMap(({ bytes }) => [bytes, LINE_END]);
  return [inMemory(name, Buffer.concat(lines))];
}

const LINE_END = Buffer.from("\n");
