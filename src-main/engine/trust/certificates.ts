import type { BundleSigner } from "../../bundle/types.ts";
import { issueCertificate, selfSignedRoot, type SignedCertificate } from "../../keys/certificate.ts";
import type { Secrets } from "../../keys/key-file.ts";
import { readFact } from "../../store/facts.ts";
import { certificatesOfDevice, insertCertificate, pinnedRoots, rootCertificate } from "../../store/trust.ts";
import { readDeviceId } from "./device-id.ts";
import { signedFromRow } from "./stored-certificate.ts";
import { isRevokedHere } from "./trust.ts";
import type { CertificateTable } from "../../store/tables.ts";
import type { Database } from "../../store/database.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { now, type Session } from "../session.ts";
import { identityOf, recipientOf, requireKeys } from "../workspace/session-keys.ts";
import type { Answer } from "../types.ts";

const DAY_MS = 86_400_000;

/** Certificates last to the end, in China, of the year after the plan: annual items are reported then. Assumed. */
export const endOfValidity = (plan: Plan): string => `${plan.document.endYear + 1}-12-31T15:59:59.000Z`;

/** A day's grace backwards, for laptops whose clock runs behind the office's. */
export const startOfValidity = (at: Date): string => new Date(at.getTime() - DAY_MS).toISOString();

/** The office's root, signed by itself, and the certificate of its own PC; answers what puts them on record. */
export async function certifyOffice(
  secrets: { readonly root: Secrets; readonly device: Secrets },
  office: { readonly name: string; readonly plan: Plan; readonly at: Date },
): Promise<(db: Database) => void> {
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
  return (db) => {
    saveCertificate(db, root, fingerprint, at.toISOString());
    saveCertificate(db, own, fingerprint, at.toISOString());
  };
}

/** Keeps a certificate; false where its serial already stands for another one of that root. */
export function saveCertificate(db: Database, signed: SignedCertificate, root: string, at: string): boolean {
  const { certificate, bytes, signature } = signed;
  return insertCertificate(db, {
    serial: certificate.serial,
    root,
    device: certificate.device,
    unit: certificate.unit,
    role: certificate.role,
    certificate: Buffer.from(bytes).toString("utf8"),
    signature: Buffer.from(signature),
    granted_at: at,
  });
}

/**
 * The certificate this workspace signs with as its role: of those that pinned roots gave its device, the newest that
 * stands, else the newest.
 */
export function ownCertificate(session: Session): CertificateTable | undefined {
  const { db, role } = session;
  const pinned = new Set(pinnedRoots(db));
  const own = certificatesOfDevice(db, readDeviceId(db) ?? "", role)
    .filter(({ root }) => pinned.has(root))
    .toSorted((a, b) => (notBeforeOf(a) < notBeforeOf(b) ? -1 : 1));
  const isRevoked = isRevokedHere(session);
  return own.findLast((row) => !isRevoked(row)) ?? own.at(-1);
}

const notBeforeOf = (row: CertificateTable): string => signedFromRow(row).certificate.notBefore;

/**
 * Who signs bundles of this workspace, as its root or as itself, checked against the clock: programs refuse to seal
 * outside their certificate, and under one that they know to be revoked.
 */
export function signerOf(session: Session, as: "root" | "self"): Answer<BundleSigner> {
  const keys = requireKeys(session);
  if (!keys.ok) return keys;
  const { db } = session;
  const own = as === "root" ? rootCertificate(db, readFact(db, "root") ?? "") : ownCertificate(session);
  const root = own && rootCertificate(db, own.root);
  const secrets = as === "root" ? keys.value.root : keys.value.device;
  if (as === "root" && secrets === null) return fail(appError("no-root"));
  if (own === undefined || root === undefined || secrets === null) return fail(appError("not-enrolled"));
  const certificate = signedFromRow(own);
  const at = now(session);
  const { notBefore, notAfter } = certificate.certificate;
  if (as === "self" && isRevokedHere(session)(own)) return fail(appError("certificate-revoked"));
  if (at < notBefore || at > notAfter)
    return fail(appError("outside-certificate", { at, notBefore, notAfter }));
  return ok({ privateKey: secrets.privateKey, certificate, root: signedFromRow(root) });
}
