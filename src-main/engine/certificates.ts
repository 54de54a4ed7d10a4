import type { BundleSigner } from "../bundle/types.ts";
import {
  issueCertificate,
  readCertificate,
  selfSignedRoot,
  type SignedCertificate,
} from "../keys/certificate.ts";
import type { Secrets } from "../keys/key-file.ts";
import { insertCertificate, ownCertificate } from "../store/trust.ts";
import type { CertificateTable } from "../store/tables.ts";
import type { Database } from "../store/database.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { identityOf, recipientOf } from "./keyring.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { now, type Session } from "./session.ts";
import { requireKeys } from "./keyring.ts";
import type { Answer } from "./types.ts";

const DAY_MS = 86_400_000;

/** Certificates last to the end, in China, of the year after the plan: annual items are reported then. Assumed. */
export const endOfValidity = (plan: Plan): string => `${plan.document.endYear + 1}-12-31T15:59:59.000Z`;

/** A day's grace backwards, for laptops whose clock runs behind the office's. */
export const startOfValidity = (at: Date): string => new Date(at.getTime() - DAY_MS).toISOString();

/** The office's root, signed by itself, and the certificate of its own PC. */
export async function certifyOffice(
  db: Database,
  secrets: { readonly root: Secrets; readonly device: Secrets },
  office: { readonly name: string; readonly plan: Plan; readonly at: Date },
): Promise<{ readonly fingerprint: string; readonly device: string }> {
  const { plan, at, name } = office;
  const subject = {
    officers: [name],
    plan: plan.id,
    unit: plan.officeUnit,
    notBefore: startOfValidity(at),
    notAfter: endOfValidity(plan),
  };
  const root = selfSignedRoot(secrets.root, { ...subject, encryption: await recipientOf(secrets.root) });
  const device = identityOf(secrets.device);
  const own = issueCertificate(
    { privateKey: secrets.root.privateKey, certificate: root },
    {
      ...subject,
      encryption: await recipientOf(secrets.device),
      publicKey: device.publicKey,
      role: "office",
      serial: 1,
    },
  );
  const { fingerprint } = identityOf(secrets.root);
  saveCertificate(db, root, fingerprint, { own: true, at: at.toISOString() });
  saveCertificate(db, own, fingerprint, { own: true, at: at.toISOString() });
  return { fingerprint, device: device.device };
}

/** Keeps a certificate; false where its serial already stands for another one of that root. */
export function saveCertificate(
  db: Database,
  signed: SignedCertificate,
  root: string,
  { own, at }: { readonly own: boolean; readonly at: string },
): boolean {
  const { certificate, bytes, signature } = signed;
  return insertCertificate(db, {
    serial: certificate.serial,
    root,
    device: certificate.device,
    unit: certificate.unit,
    role: certificate.role,
    certificate: Buffer.from(bytes).toString("utf8"),
    signature: Buffer.from(signature),
    own: own ? 1 : 0,
    granted_at: at,
  });
}

/** A stored certificate as it travels. Throws on a row that nobody could have written. */
export function signedFromRow(row: CertificateTable): SignedCertificate {
  const read = readCertificate(Buffer.from(row.certificate, "utf8"), row.signature);
  if (!read.ok) throw new Error(`stored certificate ${row.serial} is ${read.error}`);
  const { certificate, bytes, signature } = read.value;
  return { certificate, bytes, signature };
}

/**
 * Who signs bundles of this workspace in the given role, checked against the clock: programs refuse to seal
 * outside their certificate.
 */
export function signerOf(session: Session, role: "root" | "office" | "reporter"): Answer<BundleSigner> {
  const keys = requireKeys(session);
  if (!keys.ok) return keys;
  const row = ownCertificate(session.db, role);
  const rootRow = rootOf(session, row);
  const secrets = role === "root" ? keys.value.root : keys.value.device;
  if (row === undefined || rootRow === undefined || secrets === null) return fail(appError("not-enrolled"));
  const certificate = signedFromRow(row);
  const at = now(session);
  const { notBefore, notAfter } = certificate.certificate;
  if (at < notBefore || at > notAfter)
    return fail(appError("outside-certificate", { at, notBefore, notAfter }));
  return ok({ privateKey: secrets.privateKey, certificate, root: signedFromRow(rootRow) });
}

const rootOf = (session: Session, row: CertificateTable | undefined): CertificateTable | undefined =>
  row &&
  session.db
    .prepared("SELECT * FROM certificate WHERE root = ? AND serial = 0")
    .all(row.root)
    .map((found) => found as CertificateTable)[0];
