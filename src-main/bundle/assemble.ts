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
import type { Manifest } from "#shared/bundle/manifest.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import { requireSuite } from "../keys/suites.ts";
import type { BundleContent, BundleSigner, RecordBytes, SealedBundle, SealInput } from "./types.ts";
import { writeZip } from "./zip-write.ts";
import type { ZipEntry } from "./zip-write.ts";

/** Writes and signs a bundle as asked, without judging it: `sealBundle` does. */
export async function assembleBundle(input: SealInput): Promise<SealedBundle> {
  const { signer, content } = input;
  const suite = requireSuite(signer.certificate.certificate.suite);
  const entries = [...certificateEntries(signer), ...contentEntries(content)].toSorted(byName);
  const manifest = manifestOf(input, suite, entries);
  const manifestBytes = toCanonicalBytes(manifest);
  const signature = suite.sign(signer.privateKey, manifestBytes);
  const bytes = await writeZip([
    { name: MANIFEST, bytes: manifestBytes },
    { name: MANIFEST_SIGNATURE, bytes: signature },
    ...entries,
  ]);
  return { bytes, digest: suite.digest(manifestBytes), manifest };
}

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
    files: entries.map(({ name, bytes }) => ({
      digest: suite.digest(bytes),
      path: name,
      size: bytes.length,
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
  const signer = [
    { name: SIGNER, bytes: certificate.bytes },
    { name: SIGNER_SIGNATURE, bytes: certificate.signature },
  ];
  if (root === null) return signer;
  return [...signer, { name: ROOT, bytes: root.bytes }, { name: ROOT_SIGNATURE, bytes: root.signature }];
}

function contentEntries(content: BundleContent): ZipEntry[] {
  const { plan, revocations, receipt, request, grant } = content;
  const entries = [
    ...recordsEntry(REVISIONS, content.revisions),
    ...recordsEntry(DECISIONS, content.decisions),
    ...(content.bundles ?? []).map(({ digest, bytes }) => ({
      name: embeddedPath(digest.slice(digest.indexOf(":") + 1)),
      bytes,
    })),
    ...(content.attachments ?? []).map(({ sha256, bytes }) => ({ name: attachmentPath(sha256), bytes })),
    ...(plan ? [{ name: PLAN, bytes: plan }] : []),
    ...(receipt ? [{ name: RECEIPT, bytes: toCanonicalBytes(receipt) }] : []),
    ...(request ? [{ name: REQUEST, bytes: toCanonicalBytes(request) }] : []),
    ...(grant ? [{ name: GRANT, bytes: toCanonicalBytes(grant) }] : []),
    ...(revocations
      ? [
          { name: REVOCATIONS, bytes: revocations.bytes },
          { name: REVOCATIONS_SIGNATURE, bytes: revocations.signature },
        ]
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
  return [{ name, bytes: Buffer.concat(lines) }];
}

const LINE_END = Buffer.from("\n");
