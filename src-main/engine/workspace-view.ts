import { certificateSchema } from "#shared/bundle/certificate.ts";
import type { WorkspaceView } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import { readFact } from "../store/facts.ts";
import { pinnedRoots } from "../store/trust.ts";
import { ownCertificate } from "./certificates.ts";
import { readDeviceId } from "./device-id.ts";
import { hasKeys, hasRootKey } from "./key-files.ts";
import { now, type Session } from "./session.ts";

/** What the windows show of the open workspace. */
export function workspaceView(session: Session): WorkspaceView {
  const { db, plan, role } = session;
  const row = ownCertificate(session);
  const certificate = row && certificateSchema.parse(JSON.parse(row.certificate));
  return {
    dir: session.dir,
    role,
    unit: { key: session.unit, name: unitName(plan, session.unit) },
    name: session.name,
    plan: {
      id: plan.id,
      version: plan.version,
      title: plan.document.title,
      shortTitle: plan.document.shortTitle,
      bundled: role === "reporter" && session.planBundled,
    },
    fingerprint: pinnedRoots(db)[0] ?? null,
    device: readDeviceId(db),
    certificate: certificate
      ? { serial: certificate.serial, notAfter: certificate.notAfter, officers: [...certificate.officers] }
      : null,
    enrolment: enrolmentOf(session, certificate?.notAfter),
    unlocked: session.keys !== null,
    sample: readFact(db, "sample") === "yes",
  };
}

function enrolmentOf(session: Session, notAfter: string | undefined): WorkspaceView["enrolment"] {
  if (hasRootKey(session.dir)) return "office";
  if (!hasKeys(session.dir)) return "no-key";
  if (notAfter !== undefined) return notAfter < now(session) ? "expired" : "granted";
  return readFact(session.db, "request-at") === undefined ? "no-request" : "requested";
}
