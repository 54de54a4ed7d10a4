import { mayReport } from "#shared/plan/units.ts";
import { enrolRequestSchema, type EnrolRequest } from "#shared/bundle/enrolment.ts";
import { officersSchema } from "#shared/bundle/certificate.ts";
import { digestSchema } from "#shared/bundle/identifiers.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { BundleSigner } from "../../bundle/types.ts";
import { issueCertificate, selfSignedApplicant, type SignedCertificate } from "../../keys/certificate.ts";
import { insertEnrolEvent } from "../../store/enrol-events.ts";
import { writeFact } from "../../store/facts.ts";
import { OverlappingWrite } from "../../store/store-failures.ts";
import { certificates, nextSerial, requests } from "../../store/trust.ts";
import { endOfValidity, ownCertificate, saveCertificate, signerOf, startOfValidity } from "./certificates.ts";
import { signedFromRow } from "./stored-certificate.ts";
import { identityOf, recipientOf, requireKeys } from "../workspace/session-keys.ts";
import { issueBundle, type IssuedBundle } from "../bundles/issue-bundle.ts";
import { currentRevocations } from "./revocations.ts";
import { isRefused } from "./refused-requests.ts";
import { isRevokedHere } from "./trust.ts";
import { hasRootKey } from "../workspace/key-files.ts";
import { officeRecipients } from "./recipients.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** A laptop's request to be certified, signed by itself. It is not encrypted: it holds no figures. */
export async function requestEnrolment(
  session: Session,
  { officer, dir }: { readonly officer: string; readonly dir: string },
): Promise<Answer<IssuedBundle & { readonly device: string }>> {
  if (hasRootKey(session.dir)) return fail(appError("wrong-role"));
  const keys = requireKeys(session);
  if (!keys.ok) return keys;
  const officers = officersSchema.safeParse([officer]);
  if (!officers.success) return fail(appError("invalid-input", { where: "officer" }));
  const { device: secrets } = keys.value;
  const identity = identityOf(secrets);
  const { plan, role, unit } = session;
  const subject = {
    encryption: await recipientOf(secrets),
    officers: officers.data,
    plan: plan.id,
    unit,
    notBefore: startOfValidity(session.clock()),
    notAfter: endOfValidity(plan),
  };
  const request = enrolRequestSchema.parse({
    format: "taizhang-enrol-request",
    v: 1,
    device: identity.device,
    encryption: subject.encryption,
    officers: subject.officers,
    plan: { id: plan.id, version: plan.version },
    publicKey: identity.publicKey,
    role,
    suite: secrets.suite,
    unit,
  });
  const issued = await issueBundle(
    session,
    {
      signer: {
        privateKey: secrets.privateKey,
        certificate: selfSignedApplicant(secrets, subject, role),
        root: null,
      },
      kind: "enrol-request",
      unit,
      people: { filler: officer },
      content: { request },
      onRecord: () => {
        writeFact(session.db, "request-at", now(session));
        // What it had before: once that has ended, this is the request that the laptop waits on.
        writeFact(session.db, "request-after", String(ownCertificate(session)?.serial ?? 0));
      },
    },
    { dir, recipients: [] },
  );
  return issued.ok ? ok({ ...issued.value, device: identity.device }) : issued;
}

/**
 * Certifies a requesting laptop. `confirm` is the device id as the other side read it out over the telephone; a
 * request alone proves nothing about who sent it.
 */
export async function grantEnrolment(
  session: Session,
  { device, confirm, dir }: { readonly device: string; readonly confirm: string; readonly dir: string },
): Promise<Answer<IssuedBundle & { readonly serial: number }>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const stored = requests(session.db).find((request) => request.device === device);
  if (stored === undefined) return fail(appError("unknown-device", { device }));
  if (confirm.replaceAll(/\s/g, "").toLowerCase() !== device)
    return fail(appError("device-mismatch", { device }));
  if (isRefused(session, stored)) return fail(appError("request-refused", { device }));
  const request = enrolRequestSchema.parse(JSON.parse(stored.request));
  if (!mayBeGranted(session, request)) return fail(appError("unknown-unit", { unit: request.unit }));
  const signer = signerOf(session, "root");
  if (!signer.ok) return signer;
  if (request.suite !== signer.value.certificate.certificate.suite)
    return fail(appError("suite-mismatch", { device }));
  const { plan } = session;
  const certificate = certificateFor(session, signer.value, request);
  const { serial } = certificate.certificate;
  const revocations = currentRevocations(session);
  const issued = await issueBundle(
    session,
    {
      signer: signer.value,
      kind: "enrol-grant",
      unit: request.unit,
      people: { office: session.name },
      content: {
        grant: {
          format: "taizhang-enrol-grant",
          v: 1,
          certificate: certificate.certificate,
          certificateSignature: Buffer.from(certificate.signature).toString("base64"),
          office: { name: session.name, recipients: officeRecipients(session), unit: plan.officeUnit },
          plan: { id: plan.id, version: plan.version },
          request: digestSchema.parse(stored.bundle),
        },
        ...(revocations && { revocations }),
      },
      onRecord: () => {
        const { issuer } = signer.value.certificate.certificate;
        const isSaved = saveCertificate(session.db, certificate, issuer, now(session));
        if (!isSaved) throw new OverlappingWrite(`serial ${serial}`);
        const { unit, bundle } = stored;
        const at = now(session);
        insertEnrolEvent(session.db, {
          at,
          act: "granted",
          device,
          unit,
          request: bundle,
          serial,
          why: null,
        });
      },
    },
    { dir, recipients: [request.encryption] },
  );
  return issued.ok ? ok({ ...issued.value, serial }) : issued;
}

/** A reporting unit's laptop, or a further PC of the office. */
const mayBeGranted = ({ plan }: Session, { role, unit }: EnrolRequest): boolean =>
  role === "office" ? unit === plan.officeUnit : mayReport(plan, unit);

/**
 * The certificate that the laptop has, while it says the same and stands; else a new one under a new serial, so that
 * no serial ever stands for two.
 */
function certificateFor(session: Session, root: BundleSigner, request: EnrolRequest): SignedCertificate {
  const { encryption, officers, publicKey, role, unit } = request;
  const isGone = isRevokedHere(session);
  const notAfter = endOfValidity(session.plan);
  const standing = certificates(session.db)
    .filter(
      (row) =>
        row.device === request.device &&
        row.role === role &&
        row.root === root.certificate.certificate.issuer &&
        !isGone(row),
    )
    .map(signedFromRow)
    .find(
      ({ certificate }) =>
        certificate.notAfter === notAfter &&
        certificate.unit === unit &&
        certificate.encryption === encryption &&
        certificate.officers.join("\n") === officers.join("\n"),
    );
  if (standing) return standing;
  return issueCertificate(root, {
    encryption,
    officers,
    plan: session.plan.id,
    unit,
    notBefore: startOfValidity(session.clock()),
    notAfter,
    publicKey,
    role,
    serial: nextSerial(session.db, root.certificate.certificate.issuer),
  });
}
