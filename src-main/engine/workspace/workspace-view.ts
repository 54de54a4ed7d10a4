import { certificateSchema } from "#shared/bundle/certificate.ts";
import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";
import { unitName } from "#shared/plan/units.ts";
import { readFact } from "../../store/facts.ts";
import { allPlanDigests } from "../../store/plans.ts";
import type { CertificateTable } from "../../store/tables.ts";
import { pinnedRoots } from "../../store/trust.ts";
import { lockAfter } from "./app-lock.ts";
import { ownCertificate } from "../trust/certificates.ts";
import { readDeviceId } from "../trust/device-id.ts";
import { hasKeys, hasRootKey } from "./key-files.ts";
import { now, type Session } from "../session.ts";
import { isRevokedHere } from "../trust/trust.ts";

/** What the windows show of the open workspace. */
export function workspaceView(session: Session): WorkspaceView {
  const { db, plan, role } = session;
  const row = ownCertificate(session);
  const certificate = row && certificateSchema.parse(JSON.parse(row.certificate));
  const roots = pinnedRoots(db);
  return {
    dir: session.dir,
    role,
    unit: { key: session.unit, name: unitName(plan, session.unit) },
    name: session.name,
    officer: session.officer,
    locked: session.locked,
    lockAfter: hasKeys(session.dir) ? lockAfter(session) : null,
    plan: {
      id: plan.id,
      version: plan.version,
      digest: allPlanDigests(db, plan.id).get(plan.version) ?? "",
      title: plan.document.title,
      shortTitle: plan.document.shortTitle,
      bundled: role === "reporter" && session.planBundled,
    },
    fingerprint: readFact(db, "root") ?? roots[0] ?? null,
    roots,
    device: readDeviceId(db),
    certificate: certificate
      ? {
          serial: certificate.serial,
          notBefore: certificate.notBefore,
          notAfter: certificate.notAfter,
          officers: [...certificate.officers],
        }
      : null,
    enrolment: enrolmentOf(session, row),
    requestedAt: readFact(db, "request-at") ?? null,
    unlocked: session.keys !== null,
    sample: readFact(db, "sample") === "yes",
  };
}

/** A certificate that ended leaves the laptop waiting once it has asked anew, and where it began until then. */
function enrolmentOf(session: Session, own: CertificateTable | undefined): WorkspaceView["enrolment"] {
  const { db, dir } = session;
  if (hasRootKey(dir)) return "office";
  if (!hasKeys(dir)) return "no-key";
  const ended = own && endOf(session, own);
  if (own !== undefined && ended === null) return "granted";
  const isAsked = readFact(db, "request-at") !== undefined;
  if (ended == null) return isAsked ? "requested" : "no-request";
  return isAsked && readFact(db, "request-after") === String(own?.serial) ? "requested" : ended;
}

function endOf(session: Session, own: CertificateTable): "revoked" | "expired" | null {
  if (isRevokedHere(session)(own)) return "revoked";
  return certificateSchema.parse(JSON.parse(own.certificate)).notAfter < now(session) ? "expired" : null;
}
