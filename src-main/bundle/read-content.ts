import { attachmentSha256, DECISIONS, embeddedDigestHex, REVISIONS } from "#shared/bundle/entries.ts";
import { digestSchema } from "#shared/bundle/identifiers.ts";
import { decisionSchema, revisionSchema } from "#shared/ledger/record.ts";
import type { LedgerRecord } from "#shared/ledger/record.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import type { z } from "zod";
import { sha256Hex } from "../keys/sha256.ts";
import { Citations } from "./check-attachments.ts";
import { planFaults } from "./check-plan.ts";
import type { Origin } from "./judge.ts";
import type { OpenedArchive } from "./open.ts";
import type { Documents } from "./read-documents.ts";
import type { ReadManifest } from "./read-manifest.ts";
import { readRecords } from "./read-records.ts";
import type { ReadRecords, RecordVisitor } from "./read-records.ts";
import { firstRefusal, refusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { KnownPlans, OpenedBundle } from "./types.ts";

/** `wrong-unit`, `wrong-plan`, `malformed-record` of everything inside; called once signature and digests hold. */
export function readContent(
  { archive, read, documents }: Origin,
  plans: KnownPlans | null,
  visit: RecordVisitor,
): Result<OpenedBundle, Refusal> {
  const attachments = attachmentsOf(archive);
  const citations = new Citations(new Map(attachments.map(({ sha256, source }) => [sha256, source.size])));
  const revisions = recordsOf(archive, REVISIONS, revisionSchema, read, (entry) => {
    citations.add(entry.record);
    visit(entry);
  });
  const decisions = recordsOf(archive, DECISIONS, decisionSchema, read, visit);
  const first = firstRefusal([
    revisions.fault,
    decisions.fault,
    ...planFaults(read, documents, plans),
    requestFault(documents),
    countFault(read, revisions, decisions, attachments.length),
    citations.fault(),
  ]);
  if (first !== null) return fail(first);
  const { signer, root, plan, receipt, request, grant, revocations } = documents;
  return ok({
    digest: read.digest,
    source: archive.source,
    manifest: read.manifest,
    signer,
    root: root && { fingerprint: root.fingerprint, certificate: root.certificate },
    ...(plan && { plan: { ...plan, digest: `sha256:${sha256Hex(plan.bytes)}` } }),
    ...(receipt && { receipt }),
    ...(request && { request }),
    ...(grant && { grant }),
    ...(revocations && { revocations }),
    embedded: embeddedOf(archive, read),
    attachments,
  });
}

const NO_RECORDS: ReadRecords = { count: 0, fault: null };

function recordsOf(
  { entries }: OpenedArchive,
  path: string,
  schema: z.ZodType<LedgerRecord>,
  { manifest }: ReadManifest,
  visit: RecordVisitor,
): ReadRecords {
  const entry = entries.get(path);
  return entry === undefined ? NO_RECORDS : readRecords(entry, schema, manifest, visit);
}

function attachmentsOf({ entries }: OpenedArchive): OpenedBundle["attachments"] {
  return Array.from(entries).flatMap(([name, source]) => {
    const sha256 = attachmentSha256(name);
    return sha256 === null ? [] : [{ sha256, source }];
  });
}

function embeddedOf({ entries }: OpenedArchive, { suite }: ReadManifest): OpenedBundle["embedded"] {
  return Array.from(entries).flatMap(([name, source]) => {
    const hex = embeddedDigestHex(name);
    return hex === null ? [] : [{ digest: digestSchema.parse(`${suite.digestPrefix}${hex}`), source }];
  });
}

function countFault(
  { manifest: { counts } }: ReadManifest,
  revisions: ReadRecords,
  decisions: ReadRecords,
  attachments: number,
): Refusal | null {
  const agree =
    counts.revisions === revisions.count &&
    counts.decisions === decisions.count &&
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
