import { CERTIFICATE_FORMAT } from "#shared/bundle/certificate.ts";
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
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import type { Receipt } from "#shared/bundle/receipt.ts";
import type { RevocationList } from "#shared/bundle/revocations.ts";
import { parseCanonical, RECORD_DEPTH, toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { readCertificate } from "../keys/certificate.ts";
import type { ReadCertificate } from "../keys/certificate.ts";
import { headProblem } from "../keys/document-head.ts";
import { isRecipient } from "../keys/recipient.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import { entryBytes } from "./open.ts";
import type { OpenedArchive } from "./open.ts";
import { GRANT_FORM, PLAN_FORM, RECEIPT_FORM, REQUEST_FORM, REVOCATIONS_FORM } from "./document-forms.ts";
import type { DocumentForm } from "./document-forms.ts";
import { readDocument } from "./read-document.ts";
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
  const plan = documentOf(archive, PLAN, PLAN_FORM, suite);
  const receipt = documentOf(archive, RECEIPT, RECEIPT_FORM, suite);
  const request = requestOf(archive, suite);
  const grant = documentOf(archive, GRANT, GRANT_FORM, suite);
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
    request: request.value,
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
  return certificateIn({ bytes, signature }, suite, path);
}

/** One suite per root: a certificate of another than the manifest's is `unsupported-suite`, whatever else it is. */
function certificateIn(
  { bytes, signature }: SignedBytes,
  suite: SignatureSuite | null,
  path: string,
): Result<ReadCertificate, Refusal> {
  const parsed = parseCanonical(bytes, { maxDepth: RECORD_DEPTH });
  const problem = parsed.ok ? headProblem(parsed.value, CERTIFICATE_FORMAT, suite) : parsed.error;
  if (problem !== null) return fail(refusal(problem, path));
  const read = readCertificate(bytes, signature);
  return read.ok ? read : fail(refusal(read.error, path));
}

function documentOf<T>(
  archive: OpenedArchive,
  path: string,
  form: DocumentForm<T>,
  suite: SignatureSuite | null,
): Result<{ readonly bytes: Uint8Array; readonly value: T } | null, Refusal> {
  const bytes = entryBytes(archive, path);
  if (bytes === null) return ok(null);
  const read = readDocument(bytes, form, suite);
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
  if (!grant.office.recipients.every(isRecipient))
    return fail(refusal("bad-encoding", "office's recipients"));
  if (isOfOther(grant.request, suite)) return fail(refusal("bad-encoding", "request of another suite"));
  return certificateIn({ bytes: toCanonicalBytes(grant.certificate), signature }, suite, GRANT);
}

function revocationsOf(
  archive: OpenedArchive,
  suite: SignatureSuite | null,
): Result<(SignedBytes & { list: RevocationList }) | null, Refusal> {
  const document = documentOf(archive, REVOCATIONS, REVOCATIONS_FORM, suite);
  if (!document.ok || document.value === null) return document.ok ? ok(null) : document;
  const signature = entryBytes(archive, REVOCATIONS_SIGNATURE);
  if (signature === null || suite?.isSignatureForm(signature) === false) {
    return fail(refusal("bad-encoding", REVOCATIONS_SIGNATURE));
  }
  const list = document.value.value;
  if (list.revoked.some(({ keep }) => keep.some((digest) => isOfOther(digest, suite))))
    return fail(refusal("bad-encoding", "kept digest of another suite"));
  return ok({ bytes: document.value.bytes, signature, list });
}

function requestOf(
  archive: OpenedArchive,
  suite: SignatureSuite | null,
): Result<EnrolRequest | null, Refusal> {
  const request = documentOf(archive, REQUEST, REQUEST_FORM, suite);
  if (!request.ok || request.value === null) return request.ok ? ok(null) : request;
  const { value } = request.value;
  return isRecipient(value.encryption)
    ? ok(value)
    : fail(refusal("bad-encoding", "recipient of the request"));
}

const isOfOther = (digest: BundleDigest, suite: SignatureSuite | null): boolean =>
  suite !== null && !digest.startsWith(suite.digestPrefix);
