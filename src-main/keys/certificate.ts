import { CERTIFICATE_FORMAT, certificateSchema } from "#shared/bundle/certificate.ts";
import type { Certificate, CertificateRole } from "#shared/bundle/certificate.ts";
import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import { parseCanonical, RECORD_DEPTH, toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { DeviceId } from "#shared/ledger/record.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { deviceIdOf, fingerprintOf } from "./device.ts";
import { headProblem } from "./document-head.ts";
import type { DocumentProblem } from "./document-head.ts";
import { isRecipient } from "./recipient.ts";
import { sha256Hex } from "./sha256.ts";
import type { PublicKey, SignatureSuite } from "./suite.ts";
import { requireSuite } from "./suites.ts";

/** A certificate as it travels: `bytes` are what `signature` is over, the value what they say. */
export interface SignedCertificate {
  readonly certificate: Certificate;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** A certificate whose form, suite and key were checked; its signature not yet. */
export interface ReadCertificate extends SignedCertificate {
  readonly suite: SignatureSuite;
  readonly key: PublicKey;
  readonly fingerprint: Fingerprint;
}

/** What a certificate says beside what follows from the key. Times are `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export interface CertificateSubject {
  readonly encryption: string;
  readonly officers: readonly string[];
  readonly plan: string;
  readonly unit: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/** The root's own certificate: serial 0, signed by itself. */
export function selfSignedRoot(
  key: { readonly suite: string; readonly privateKey: string },
  subject: CertificateSubject,
): SignedCertificate {
  return selfSigned(key, subject, "root");
}

/** What a laptop signs itself to ask for enrolment; it proves possession of the key and nothing else. */
export function selfSignedApplicant(
  key: { readonly suite: string; readonly privateKey: string },
  subject: CertificateSubject,
  role: "reporter" | "office",
): SignedCertificate {
  return selfSigned(key, subject, role);
}

/** Only a root signs certificates. Throws where root and subject do not fit: the caller chose them. */
export function issueCertificate(
  root: { readonly privateKey: string; readonly certificate: SignedCertificate },
  subject: CertificateSubject & {
    readonly publicKey: string;
    readonly role: "reporter" | "office";
    readonly serial: number;
  },
): SignedCertificate {
  const { certificate: issuer } = root.certificate;
  const suite = requireSuite(issuer.suite);
  if (issuer.role !== "root" || subject.serial < 1) throw new Error("not a root, or no serial");
  const issuerKey = requireKey(suite, issuer.publicKey);
  return build(suite, root.privateKey, issuerKey, subject, subject);
}

/**
 * Reads a certificate in its one allowed form and checks what it says of its own key.
 * Says nothing about who signed it: see `isSignedBy`.
 */
export function readCertificate(
  bytes: Uint8Array,
  signature: Uint8Array,
): Result<ReadCertificate, DocumentProblem> {
  const what = `${sha256Hex(bytes)} ${Buffer.from(signature).toString("hex")}`;
  const known = certificatesRead.get(what);
  if (known !== undefined) return ok(known);
  const read = readAfresh(bytes, signature);
  if (read.ok) remember(certificatesRead, what, read.value);
  return read;
}

function readAfresh(bytes: Uint8Array, signature: Uint8Array): Result<ReadCertificate, DocumentProblem> {
  const parsed = parseCanonical(bytes, { maxDepth: RECORD_DEPTH });
  if (!parsed.ok) return parsed;
  const problem = headProblem(parsed.value, CERTIFICATE_FORMAT);
  if (problem !== null) return fail(problem);
  const certificate = certificateSchema.safeParse(parsed.value);
  if (!certificate.success) return fail("bad-encoding");
  const suite = requireSuite(certificate.data.suite);
  const key = suite.readPublicKey(certificate.data.publicKey);
  if (!key.ok) return key;
  const inForm =
    certificate.data.device === deviceIdOf(key.value) &&
    isRecipient(certificate.data.encryption) &&
    suite.isSignatureForm(signature);
  if (!inForm) return fail("bad-encoding");
  const fingerprint = fingerprintOf(key.value);
  // Serial 0 means issued by itself; a root's issued ones count from 1, so that they can be revoked.
  const selfIssued = certificate.data.issuer === fingerprint;
  if (selfIssued !== (certificate.data.serial === 0)) return fail("bad-encoding");
  return ok({ certificate: certificate.data, bytes, signature, suite, key: key.value, fingerprint });
}

/** Whether `issuer` (a root, or the certificate itself) vouches for the certificate. Both use one suite. */
export function isSignedBy(read: ReadCertificate, issuer: ReadCertificate): boolean {
  return (
    read.suite === issuer.suite &&
    read.certificate.issuer === issuer.fingerprint &&
    isVerified(issuer, read.bytes, read.signature)
  );
}

/** The same few certificates come with every bundle: what was read once reads the same, what held once holds. */
const certificatesRead = new Map<string, ReadCertificate>();
const signaturesHeld = new Map<string, true>();
const MOST_REMEMBERED = 1000;

function remember<T>(known: Map<string, T>, what: string, value: T): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(what, value);
}

function isVerified(
  { suite, key, fingerprint }: ReadCertificate,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const what = `${fingerprint} ${sha256Hex(bytes)} ${Buffer.from(signature).toString("hex")}`;
  if (signaturesHeld.has(what)) return true;
  const holds = suite.verify(key, bytes, signature);
  if (holds) remember(signaturesHeld, what, true);
  return holds;
}

/** Form and signature of an issued certificate against its root, both as they travel. */
export function verifyCertificate(
  signed: { readonly bytes: Uint8Array; readonly signature: Uint8Array },
  root: { readonly bytes: Uint8Array; readonly signature: Uint8Array },
): Result<ReadCertificate, DocumentProblem | "bad-signature" | "wrong-role"> {
  const issuer = readCertificate(root.bytes, root.signature);
  if (!issuer.ok) return issuer;
  const read = readCertificate(signed.bytes, signed.signature);
  if (!read.ok) return read;
  if (!isSignedBy(issuer.value, issuer.value) || !isSignedBy(read.value, issuer.value)) {
    return fail("bad-signature");
  }
  return issuer.value.certificate.role === "root" ? read : fail("wrong-role");
}

/** Device id and fingerprint of a private key. */
export function identityOfKey(key: { readonly suite: string; readonly privateKey: string }): {
  readonly device: DeviceId;
  readonly fingerprint: Fingerprint;
  readonly publicKey: string;
} {
  const suite = requireSuite(key.suite);
  const publicKey = suite.publicKeyOf(key.privateKey);
  const read = requireKey(suite, publicKey);
  return { device: deviceIdOf(read), fingerprint: fingerprintOf(read), publicKey };
}

function selfSigned(
  { suite: suiteName, privateKey }: { readonly suite: string; readonly privateKey: string },
  subject: CertificateSubject,
  role: CertificateRole,
): SignedCertificate {
  const suite = requireSuite(suiteName);
  const publicKey = suite.publicKeyOf(privateKey);
  return build(suite, privateKey, requireKey(suite, publicKey), subject, { publicKey, role, serial: 0 });
}

function build(
  suite: SignatureSuite,
  issuerPrivateKey: string,
  issuerKey: PublicKey,
  subject: CertificateSubject,
  bound: { readonly publicKey: string; readonly role: CertificateRole; readonly serial: number },
): SignedCertificate {
  const certificate = certificateSchema.parse({
    format: CERTIFICATE_FORMAT,
    v: 1,
    device: deviceIdOf(requireKey(suite, bound.publicKey)),
    encryption: subject.encryption,
    issuer: fingerprintOf(issuerKey),
    notAfter: subject.notAfter,
    notBefore: subject.notBefore,
    officers: [...subject.officers],
    plan: subject.plan,
    publicKey: bound.publicKey,
    role: bound.role,
    serial: bound.serial,
    suite: suite.name,
    unit: subject.unit,
  });
  const bytes = toCanonicalBytes(certificate);
  return { certificate, bytes, signature: suite.sign(issuerPrivateKey, bytes) };
}

function requireKey(suite: SignatureSuite, pem: string): PublicKey {
  const key = suite.readPublicKey(pem);
  if (!key.ok) throw new Error("public key not in the suite's form");
  return key.value;
}
