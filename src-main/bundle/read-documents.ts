import { z } from "zod";
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
import { isDigestOf } from "#shared/bundle/identifiers.ts";
import { receiptSchema } from "#shared/bundle/receipt.ts";
import type { Receipt } from "#shared/bundle/receipt.ts";
import { revocationListSchema } from "#shared/bundle/revocations.ts";
import type { RevocationList } from "#shared/bundle/revocations.ts";
import { parseCanonical, PLAN_DEPTH, RECORD_DEPTH, toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { planSchema } from "#shared/plan/schema.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { readCertificate } from "../keys/certificate.ts";
import type { ReadCertificate } from "../keys/certificate.ts";
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
  const grant = grantOf(archive, suite);
  const granted = grantedCertificate(archive, suite);
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
  return ofSuite(bytes, signature, suite, path);
}

const isOfOther = (named: SignatureSuite | null, suite: SignatureSuite | null): boolean =>
  named !== null && suite !== null && named !== suite;

/** One suite per root: whatever uses another than the manifest's is not supported. */
function ofSuite(
  bytes: Uint8Array,
  signature: Uint8Array,
  suite: SignatureSuite | null,
  path: string,
): Result<ReadCertificate, Refusal> {
  const read = readCertificate(bytes, signature);
  // NOTE: what is read as a key of another suite is misshapen too; that it is of another suite applies first.
  const named = read.ok ? read.value.suite : read.error === "bad-encoding" ? suiteNamedIn(bytes) : null;
  if (isOfOther(named, suite)) return fail(refusal("unsupported-suite", `${path}: not the manifest's`));
  return read.ok ? read : fail(refusal(read.error, path));
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

function grantOf(
  archive: OpenedArchive,
  suite: SignatureSuite | null,
): Result<{ readonly value: EnrolGrant } | null, Refusal> {
  const grant = documentOf(archive, GRANT, "taizhang-enrol-grant", enrolGrantSchema);
  if (!grant.ok || grant.value === null || suite === null) return grant;
  return isDigestOf(suite.name, grant.value.value.request)
    ? grant
    : fail(refusal("bad-encoding", "grant: digest of another suite"));
}

/** Read for itself: a certificate of a newer version, or of another suite, says so whatever shape its grant has. */
function grantedCertificate(
  archive: OpenedArchive,
  suite: SignatureSuite | null,
): Result<ReadCertificate | null, Refusal> {
  const bytes = entryBytes(archive, GRANT);
  if (bytes === null) return ok(null);
  const parsed = parseCanonical(bytes, { maxDepth: RECORD_DEPTH });
  const grant = grantMembersSchema.safeParse(parsed.ok ? parsed.value : null);
  if (!grant.success) return fail(refusal("bad-encoding", GRANT));
  const { certificate, certificateSignature } = grant.data;
  const signature = Buffer.from(certificateSignature, "base64");
  const read = ofSuite(toCanonicalBytes(certificate), signature, suite, GRANT);
  if (!read.ok || signature.toString("base64") === certificateSignature) return read;
  return fail(refusal("bad-encoding", "grant: base64 of the signature"));
}

const grantMembersSchema = z.looseObject({ certificate: z.json(), certificateSignature: z.string() });

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
  const { bytes, value: list } = document.value;
  const kept = list.revoked.flatMap(({ keep }) => keep);
  if (suite !== null && !kept.every((digest) => isDigestOf(suite.name, digest))) {
    return fail(refusal("bad-encoding", "revocations: digest of another suite"));
  }
  return ok({ bytes, signature, list });
}
