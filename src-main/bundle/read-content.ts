import { attachmentSha256, DECISIONS, embeddedDigestHex, REVISIONS } from "#shared/bundle/entries.ts";
import { digestSchema } from "#shared/bundle/identifiers.ts";
import { decisionSchema, revisionSchema } from "#shared/ledger/record.ts";
import type { Decision, LedgerRecord, Revision } from "#shared/ledger/record.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { sha256Hex } from "../keys/sha256.ts";
import { attachmentFaults } from "./check-attachments.ts";
import type { OpenedArchive } from "./open.ts";
import { planFaults } from "./check-plan.ts";
import type { Documents } from "./read-documents.ts";
import type { ReadManifest } from "./read-manifest.ts";
import { readRecords } from "./read-records.ts";
import type { ReadRecords } from "./read-records.ts";
import { firstRefusal, refusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { KnownPlans, OpenedBundle } from "./types.ts";
import type { z } from "zod";

/** `wrong-unit`, `wrong-plan`, `malformed-record` of everything inside; called once signature and digests hold. */
export async function readContent(
  read: ReadManifest,
  documents: Documents,
  archive: OpenedArchive,
  plans: KnownPlans | null,
): Promise<Result<OpenedBundle, Refusal>> {
  const revisions = await recordsOf(archive, REVISIONS, revisionSchema, read);
  const decisions = await recordsOf(archive, DECISIONS, decisionSchema, read);
  const attachments = attachmentsOf(archive);
  const first = firstRefusal([
    ...revisions.faults,
    ...decisions.faults,
    ...planFaults(read, documents, plans),
    requestFault(documents),
    countFault(read, revisions, decisions, attachments.length),
    ...attachmentFaults(revisions.records, attachments),
  ]);
  if (first !== null) return fail(first);
  const { signer, root, plan, receipt, request, grant, revocations } = documents;
  return ok({
    digest: read.digest,
    bytes: await archive.source.read(0, archive.source.size),
    manifest: read.manifest,
    signer,
    root: root && { fingerprint: root.fingerprint, certificate: root.certificate },
    revisions: revisions.records,
    decisions: decisions.records,
    ...(plan && { plan: { ...plan, digest: `sha256:${sha256Hex(plan.bytes)}` } }),
    ...(receipt && { receipt }),
    ...(request && { request }),
    ...(grant && { grant }),
    ...(revocations && { revocations }),
    embedded: await embeddedOf(archive, read),
    attachments,
  });
}

async function recordsOf<T extends LedgerRecord>(
  archive: OpenedArchive,
  path: string,
  schema: z.ZodType<T>,
  { manifest }: ReadManifest,
): Promise<ReadRecords<T>> {
  const entry = archive.entries.get(path);
  return entry === undefined
    ? { records: [], faults: [] }
    : readRecords(await archive.read(entry), schema, manifest);
}

function attachmentsOf(archive: OpenedArchive): { sha256: string; size: number }[] {
  return [...archive.entries.values()].flatMap(({ name, size }) => {
    const sha256 = attachmentSha256(name);
    return sha256 === null ? [] : [{ sha256, size }];
  });
}

async function embeddedOf(
  archive: OpenedArchive,
  { digest }: ReadManifest,
): Promise<OpenedBundle["embedded"]> {
  const algorithm = digest.slice(0, digest.indexOf(":"));
  const embedded: OpenedBundle["embedded"][number][] = [];
  for (const entry of archive.entries.values()) {
    const hex = embeddedDigestHex(entry.name);
    if (hex === null) continue;
    embedded.push({ digest: digestSchema.parse(`${algorithm}:${hex}`), bytes: await archive.read(entry) });
  }
  return embedded;
}

function countFault(
  { manifest: { counts } }: ReadManifest,
  revisions: ReadRecords<Revision>,
  decisions: ReadRecords<Decision>,
  attachments: number,
): Refusal | null {
  const agree =
    counts.revisions === revisions.records.length &&
    counts.decisions === decisions.records.length &&
    counts.attachments === attachments;
  return agree ? null : refusal("malformed-record", "counts");
}

/** A request asks for exactly what its self-signed certificate says. */
function requestFault({ request, signer: { certificate } }: Documents): Refusal | null {
  if (request === null) return null;
  if (request.unit !== certificate.unit) return refusal("wrong-unit", "request");
  const agrees =
    request.device === certificate.device &&
    request.encryption === certificate.encryption &&
    request.publicKey === certificate.publicKey &&
    request.role === certificate.role &&
    request.suite === certificate.suite &&
    request.officers.join("\n") === certificate.officers.join("\n");
  return agrees ? null : refusal("malformed-record", "request and certificate differ");
}
