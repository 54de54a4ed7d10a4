import type { z } from "zod";
import { enrolGrantSchema, enrolRequestSchema } from "#shared/bundle/enrolment.ts";
import type { EnrolGrant, EnrolRequest } from "#shared/bundle/enrolment.ts";
import {
  GRANT,
  PLAN,
  RECEIPT,
  REQUEST,
  REVOCATIONS,
  REVOCATIONS_SIGNATURE,
  ROOT,
  ROOT_SIGNATURE,
  SIGNER,
  SIGNER_SIGNATURE,
} from "#shared/bundle/entries.ts";
import { receiptSchema } from "#shared/bundle/receipt.ts";
import type { Receipt } from "#shared/bundle/receipt.ts";
import { revocationListSchema } from "#shared/bundle/revocations.ts";
import type { RevocationList } from "#shared/bundle/revocations.ts";
import { PLAN_DEPTH, RECORD_DEPTH, toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { planSchema } from "#shared/plan/schema.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { readCertificate } from "../keys/certificate.ts";
import type { CertificateProblem, ReadCertificate } from "../keys/certificate.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import { entryBytes } from "./open.ts";
import type { OpenedArchive } from "./open.ts";
import { readDocument, suiteNamedIn } from "./read-document.ts";
import { firstRefusal, refusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { SignedBytes } from "./types.ts";

/** Everything in JSON but manifest and records, in its one allowed form; no signature is checked yet. */
export interface Documents {
  readonly signer: ReadCertificate;
  readonly root: ReadCertificate | null;
  readonly plan: { readonly bytes: Uint8Array; readonly value: Plan } | null;
  readonly receipt: Receipt | null;
  readonly request: EnrolRequest | null;
  readonly grant: { readonly value: EnrolGrant; readonly certificate: ReadCertificate } | null;
  readonly revocations: (SignedBytes & { readonly list: RevocationList }) | null;
}

/**
 * `newer-format`, `unsupported-suite`, `bad-encoding`: of all documents the reason that applies first. `suite`
 * is the manifest's, null where the manifest could not be read.
 */
export function readDocuments(
  archive: OpenedArchive,
  suite: SignatureSuite | null,
): Result<Documents, Refusal> {
  const signer = certificateOf(archive, suite, SIGNER, SIGNER_SIGNATURE);
  const root = archive.entries.has(ROOT) ? certificateOf(archive, suite, ROOT, ROOT_SIGNATURE) : ok(null);
  const plan = documentOf(archive, PLAN, "taizhang-plan", planSchema, PLAN_DEPTH);
  const receipt = documentOf(archive, RECEIPT, "taizhang-receipt", receiptSchema);
  const request = documentOf(archive, REQUEST, "taizhang-enrol-request", enrolRequestSchema);
  const grant = documentOf(archive, GRANT, "taizhang-enrol-grant", enrolGrantSchema);
  const granted = grantedCertificate(grant.ok ? (grant.value?.value ?? null) : null, suite);
  const revocations = revocationsOf(archive, suite);
  if (
    !(signer.ok && root.ok && plan.ok && receipt.ok && request.ok && grant.ok && granted.ok && revocations.ok)
  ) {
    const all = [signer, root, plan, receipt, request, grant, granted, revocations];
    const first = firstRefusal(all.map((result) => (result.ok ? null : result.error)));
    if (first === null) throw new Error("a failure without a reason");
    return fail(first);
  }
  return ok({
    signer: signer.value,
    root: root.value,
    plan: plan.value,
    receipt: receipt.value?.value ?? null,
    request: request.value?.value ?? null,
    grant: grant.value && granted.value && { value: grant.value.value, certificate: granted.value },
    revocations: revocations.value,
  });
}

function certificateOf(
  archive: OpenedArchive,
  suite: SignatureSuite | null,
  path: string,
  signaturePath: string,
): Result<ReadCertificate, Refusal> {
  const bytes = entryBytes(archive, path);
  const signature = entryBytes(archive, signaturePath);
  if (bytes === null || signature === null) return fail(refusal("bad-encoding", `no ${path}`));
  const read = readCertificate(bytes, signature);
  // NOTE: what is read as a key of another suite is misshapen too; that it is of another suite applies first.
  const isOther = !read.ok && read.error === "bad-encoding" && isOfOther(suiteNamedIn(bytes), suite);
  return ofSuite(isOther ? fail("unsupported-suite") : read, suite, path);
}

const isOfOther = (named: SignatureSuite | null, suite: SignatureSuite | null): boolean =>
  named !== null && suite !== null && named !== suite;

/** One suite per root: whatever uses another than the manifest's is not supported. */
function ofSuite(
  read: Result<ReadCertificate, CertificateProblem>,
  suite: SignatureSuite | null,
  path: string,
): Result<ReadCertificate, Refusal> {
  if (!read.ok) return fail(refusal(read.error, path));
  return isOfOther(read.value.suite, suite)
    ? fail(refusal("unsupported-suite", `${path}: not the manifest's`))
    : read;
}

function documentOf<T>(
  archive: OpenedArchive,
  path: string,
  format: string,
  schema: z.ZodType<T>,
  maxDepth = RECORD_DEPTH,
): Result<{ readonly bytes: Uint8Array; readonly value: T } | null, Refusal> {
  const bytes = entryBytes(archive, path);
  if (bytes === null) return ok(null);
  const read = readDocument(bytes, { format, schema, maxDepth });
  return read.ok ? ok({ bytes, value: read.value }) : fail(refusal(read.error, path));
}

function grantedCertificate(
  grant: EnrolGrant | null,
  suite: SignatureSuite | null,
): Result<ReadCertificate | null, Refusal> {
  if (grant === null) return ok(null);
  const signature = Buffer.from(grant.certificateSignature, "base64");
  if (signature.toString("base64") !== grant.certificateSignature) {
    return fail(refusal("bad-encoding", "grant: base64 of the signature"));
  }
  const bytes = toCanonicalBytes(grant.certificate);
  return ofSuite(readCertificate(bytes, signature), suite, GRANT);
}

function revocationsOf(
  archive: OpenedArchive,
  suite: SignatureSuite | null,
): Result<(SignedBytes & { list: RevocationList }) | null, Refusal> {
  const document = documentOf(archive, REVOCATIONS, "taizhang-revocations", revocationListSchema);
  if (!document.ok || document.value === null) return document.ok ? ok(null) : document;
  const signature = entryBytes(archive, REVOCATIONS_SIGNATURE);
  if (signature === null || suite?.isSignatureForm(signature) === false) {
    return fail(refusal("bad-encoding", REVOCATIONS_SIGNATURE));
  }
  return ok({ bytes: document.value.bytes, signature, list: document.value.value });
}
