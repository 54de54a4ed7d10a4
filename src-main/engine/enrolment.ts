import { enrolRequestSchema } from "#shared/bundle/enrolment.ts";
import { certificateSchema } from "#shared/bundle/certificate.ts";
import { revocationListSchema } from "#shared/bundle/revocations.ts";
import { digestSchema } from "#shared/bundle/identifiers.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { appError } from "#shared/errors.ts";
import type { DeviceView } from "#shared/ipc/views.ts";
import { deviceIdSchema } from "#shared/ledger/record.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { sealAndArchive } from "./seal-and-archive.ts";
import type { SignedBytes } from "../bundle/types.ts";
import { issueCertificate, selfSignedApplicant } from "../keys/certificate.ts";
import { requireSuite } from "../keys/suites.ts";
import { bundlesOfKind, seriesOf } from "../store/bundles.ts";
import { writeFact } from "../store/facts.ts";
import { certificates, insertRevocationList, nextSerial, requests, revocationLists } from "../store/trust.ts";
import { writeOut } from "./archive.ts";
import { endOfValidity, saveCertificate, signerOf, startOfValidity } from "./certificates.ts";
import { identityOf, recipientOf, requireKeys } from "./keyring.ts";
import { recordOwnBundle } from "./own-bundle.ts";
import { planDigest } from "./plans.ts";
import { nextInSeries } from "./sequence.ts";
import { now, type Session } from "./session.ts";
import type { Answer } from "./types.ts";

/** A laptop's request to be certified, signed by itself. It is not encrypted: it holds no figures. */
export async function requestEnrolment(
  session: Session,
  { officer, dir }: { readonly officer: string; readonly dir: string },
): Promise<Answer<{ readonly file: string; readonly device: string; readonly digest: string }>> {
  if (session.role !== "reporter") return fail(appError("wrong-role"));
  const keys = requireKeys(session);
  if (!keys.ok) return keys;
  const { device: secrets } = keys.value;
  const identity = identityOf(secrets);
  const subject = {
    encryption: await recipientOf(secrets),
    officers: [officer],
    plan: session.plan.id,
    unit: session.unit,
    notBefore: startOfValidity(session.clock()),
    notAfter: endOfValidity(session.plan),
  };
  const sealed = await sealAndArchive(session, {
    kind: "enrol-request",
    unit: session.unit,
    plan: { id: session.plan.id, version: session.plan.version },
    periods: [],
    people: { filler: officer },
    ...nextInSeries(session.db, { device: identity.device, kind: "enrol-request", unit: session.unit }),
    createdAt: now(session),
    signer: {
      privateKey: secrets.privateKey,
      certificate: selfSignedApplicant(secrets, subject, "reporter"),
      root: null,
    },
    content: {
      request: enrolRequestSchema.parse({
        format: "taizhang-enrol-request",
        v: 1,
        device: identity.device,
        encryption: subject.encryption,
        officers: subject.officers,
        plan: { id: session.plan.id, version: session.plan.version },
        publicKey: identity.publicKey,
        role: "reporter",
        suite: secrets.suite,
        unit: session.unit,
      }),
    },
  });
  if (!sealed.ok) return sealed;
  const bundle = sealed.value;
  session.db.transaction(() => {
    recordOwnBundle(session, bundle, [], dir);
    writeFact(session.db, "request-at", now(session));
  });
  const written = await writeOut(dir, bundle, []);
  return written.ok
    ? ok({ file: written.value.file, device: identity.device, digest: bundle.digest })
    : written;
}

/**
 * Certifies a requesting laptop. `confirm` is the device id as the other side read it out over the telephone; a
 * request alone proves nothing about who sent it.
 */
export async function grantEnrolment(
  session: Session,
  { device, confirm, dir }: { readonly device: string; readonly confirm: string; readonly dir: string },
): Promise<Answer<{ readonly file: string; readonly serial: number; readonly digest: string }>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const stored = requests(session.db).find((request) => request.device === device);
  if (stored === undefined) return fail(appError("unknown-device", { device }));
  if (confirm.replaceAll(/\s/g, "").toLowerCase() !== device)
    return fail(appError("device-mismatch", { device }));
  const request = enrolRequestSchema.parse(JSON.parse(stored.request));
  const signer = signerOf(session, "root");
  if (!signer.ok) return signer;
  const known = certificates(session.db).find((row) => row.device === device && row.role === "reporter");
  const serial = known?.serial ?? nextSerial(session.db);
  const { plan } = session;
  const certificate = issueCertificate(signer.value, {
    encryption: request.encryption,
    officers: request.officers,
    plan: plan.id,
    unit: request.unit,
    notBefore: startOfValidity(session.clock()),
    notAfter: endOfValidity(plan),
    publicKey: request.publicKey,
    role: request.role,
    serial,
  });
  const rootDevice = signer.value.certificate.certificate.device;
  const revocations = currentRevocations(session);
  const sealed = await sealAndArchive(session, {
    kind: "enrol-grant",
    unit: request.unit,
    plan: { id: plan.id, version: plan.version },
    periods: [],
    people: { office: session.name },
    ...nextInSeries(session.db, { device: rootDevice, kind: "enrol-grant", unit: request.unit }),
    createdAt: now(session),
    signer: signer.value,
    content: {
      grant: {
        format: "taizhang-enrol-grant",
        v: 1,
        certificate: certificate.certificate,
        certificateSignature: Buffer.from(certificate.signature).toString("base64"),
        office: {
          name: session.name,
          recipients: officeCertificateRecipients(session),
          unit: plan.officeUnit,
        },
        plan: { id: plan.id, version: plan.version },
        request: digestSchema.parse(stored.bundle),
      },
      ...(revocations && { revocations }),
    },
  });
  if (!sealed.ok) return sealed;
  const bundle = sealed.value;
  session.db.transaction(() => {
    recordOwnBundle(session, bundle, [], dir);
    saveCertificate(session.db, certificate, signer.value.certificate.certificate.issuer, {
      own: false,
      at: now(session),
    });
  });
  const written = await writeOut(dir, bundle, [request.encryption]);
  return written.ok ? ok({ file: written.value.file, serial, digest: bundle.digest }) : written;
}

/** Where units can reach the office: every office certificate it issued. */
function officeCertificateRecipients({ db }: Session): string[] {
  const recipients = certificates(db)
    .filter(({ role }) => role === "office")
    .map(({ certificate }) => certificateSchema.parse(JSON.parse(certificate)).encryption);
  return [...new Set(recipients)].toSorted();
}

/** Where a unit can be reached: its certificates that are not revoked. */
export function unitRecipients(session: Session, unit: string): string[] {
  const gone = revokedSerials(session);
  const recipients = certificates(session.db)
    .filter((row) => row.role === "reporter" && row.unit === unit && !gone.has(row.serial))
    .map(({ certificate }) => certificateSchema.parse(JSON.parse(certificate)).encryption);
  return [...new Set(recipients)].toSorted();
}

/** Requests waiting and laptops certified, by unit. */
export function deviceList(session: Session): DeviceView[] {
  const gone = revokedSerials(session);
  const issued = certificates(session.db)
    .filter(({ role }) => role === "reporter")
    .map((row): DeviceView => {
      const certificate = certificateSchema.parse(JSON.parse(row.certificate));
      return {
        device: certificate.device,
        unit: certificate.unit,
        serial: certificate.serial,
        officers: [...certificate.officers],
        state: gone.has(certificate.serial) ? "revoked" : "granted",
        at: row.granted_at,
        notAfter: certificate.notAfter,
        lastBundle: lastBundleOf(session, row.device, certificate.unit),
      };
    });
  const certified = new Set(issued.map(({ device }) => device));
  const waiting = requests(session.db)
    .filter(({ device }) => !certified.has(deviceIdSchema.parse(device)))
    .map(({ device, unit, request, receivedAt }): DeviceView => ({
      device: deviceIdSchema.parse(device),
      unit: unitKeySchema.parse(unit),
      serial: null,
      officers: [...enrolRequestSchema.parse(JSON.parse(request)).officers],
      state: "requested",
      at: receivedAt,
      notAfter: null,
      lastBundle: null,
    }));
  return [...waiting, ...issued].toSorted((a, b) =>
    a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.at < b.at ? -1 : 1,
  );
}

function lastBundleOf({ db }: Session, device: string, unit: string): DeviceView["lastBundle"] {
  const last = seriesOf(db, { device, kind: "submission", unit }).at(-1);
  return last ? { sequence: last.sequence, receivedAt: last.received_at } : null;
}

/**
 * Revokes a certificate. What the office has merged from it stays (`keep`), and what is named besides; everything
 * else it ever signed is refused, whenever it says it was written: a thief chooses his dates.
 */
export async function revokeCertificate(
  session: Session,
  serial: number,
  keep: readonly string[],
): Promise<Answer<{ readonly revoked: number; readonly kept: number }>> {
  const signer = signerOf(session, "root");
  if (!signer.ok) return signer;
  const row = certificates(session.db).find((known) => known.serial === serial && known.role !== "root");
  if (row === undefined) return fail(appError("unknown-device", { device: String(serial) }));
  const merged = bundlesOfKind(session.db, "submission", ["admitted"])
    .filter(({ device }) => device === row.device)
    .map(({ digest }) => digest);
  const before = currentList(session);
  const entries = new Map(
    (before?.revoked ?? []).map((entry) => [entry.serial, new Set<string>(entry.keep)]),
  );
  const kept = entries.get(serial) ?? new Set<string>();
  for (const digest of [...merged, ...keep]) kept.add(digestSchema.parse(digest));
  entries.set(serial, kept);
  const list = revocationListSchema.parse({
    format: "taizhang-revocations",
    v: 1,
    plan: session.plan.id,
    revoked: [...entries]
      .toSorted(([a], [b]) => a - b)
      .map(([number, digests]) => ({ serial: number, keep: [...digests].toSorted() })),
  });
  const bytes = toCanonicalBytes(list);
  const suite = requireSuite(signer.value.certificate.certificate.suite);
  insertRevocationList(
    session.db,
    planDigest(bytes),
    Buffer.from(bytes).toString("utf8"),
    suite.sign(signer.value.privateKey, bytes),
  );
  return ok({ revoked: serial, kept: kept.size });
}

/** The office's own newest list: lists only grow, so it is the longest. */
function newestList({ db }: Session) {
  return revocationLists(db)
    .map(({ canonical, signature }) => ({
      canonical,
      signature,
      list: revocationListSchema.parse(JSON.parse(canonical)),
    }))
    .toSorted((a, b) => a.canonical.length - b.canonical.length)
    .at(-1);
}
const currentList = (session: Session) => newestList(session)?.list;

export function currentRevocations(session: Session): SignedBytes | null {
  const newest = newestList(session);
  return newest ? { bytes: Buffer.from(newest.canonical, "utf8"), signature: newest.signature } : null;
}

const revokedSerials = (session: Session): Set<number> =>
  new Set(
    revocationLists(session.db).flatMap(({ canonical }) =>
      revocationListSchema.parse(JSON.parse(canonical)).revoked.map(({ serial }) => serial),
    ),
  );
