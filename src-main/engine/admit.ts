import { chinaDay } from "#shared/plan/china-day.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { toCanonicalText } from "#shared/ledger/canonical.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import type { LedgerRecord, Subject } from "#shared/ledger/record.ts";
import type { OpenedBundle, OpenedRecord } from "../bundle/types.ts";
import { bundleByDigest, insertBundle, saveReceiptLine } from "../store/bundles.ts";
import { writeFact } from "../store/facts.ts";
import { insertPlan } from "../store/plans.ts";
import { hasRecord, insertRecord, linkRecordToBundle } from "../store/records.ts";
import { projectSubject } from "../store/subjects.ts";
import { insertRevocationList, saveRequest } from "../store/trust.ts";
import { NO_COUNTS, type Counts } from "./bundle-reports.ts";
import { saveCertificate } from "./certificates.ts";
import { readDeviceId } from "./device-id.ts";
import { planDigest } from "./plans.ts";
import type { Session } from "./session.ts";

export interface Arrival {
  readonly receivedAt: string;
  readonly status: "admitted" | "held";
  readonly late: boolean;
  readonly file: string;
  readonly report: BundleReport;
}

/**
 * Takes one verified bundle into the ledger, inside the caller's transaction. A held one is only put on record.
 * Answers what it added; the same bundle again adds nothing.
 */
export function admitBundle(session: Session, bundle: OpenedBundle, arrival: Arrival): Counts {
  const { db } = session;
  const { manifest, digest } = bundle;
  // NOTE: a bundle written here may come back inside a receipt; it stays this workspace's own.
  if (bundleByDigest(db, digest)?.status !== "own") {
    insertBundle(db, {
      digest,
      kind: manifest.kind,
      unit: manifest.unit,
      device: manifest.device,
      sequence: manifest.sequence,
      previous: manifest.previous,
      plan_version: manifest.plan.version,
      created_at: manifest.createdAt,
      received_at: arrival.receivedAt,
      status: arrival.status,
      late: arrival.late ? 1 : 0,
      manifest: toCanonicalText(manifest),
      file: arrival.file,
      report: JSON.stringify(arrival.report),
    });
  }
  if (arrival.status === "held") return NO_COUNTS;
  admitDocuments(session, bundle, arrival.receivedAt);
  return admitRecords(session, bundle);
}

function admitRecords(session: Session, bundle: OpenedBundle): Counts {
  const counts = { ...NO_COUNTS };
  const touched = new Map<string, Subject>();
  const entries: readonly OpenedRecord<LedgerRecord>[] = [...bundle.revisions, ...bundle.decisions];
  const fresh = new Set<string>();
  for (const entry of entries) {
    if (admitRecord(session, bundle.digest, entry)) fresh.add(entry.id);
    const { subject } = entry.record;
    touched.set(`${subject.unit} ${subject.period} ${subject.item}`, subject);
  }
  // NOTE: against what was held before the bundle: within it, order by id says nothing of what came first.
  const wasHeld = (id: string): boolean => !fresh.has(id) && hasRecord(session.db, id);
  for (const { id, record } of entries) {
    if (record.type === "decision") counts.decisions += fresh.has(id) ? 1 : 0;
    else if (!fresh.has(id)) counts.unchanged += 1;
    else if (record.parents.some(wasHeld)) counts.superseding += 1;
    else counts.added += 1;
  }
  for (const subject of touched.values()) {
    if (projectSubject(session.db, subject).status === "conflict") counts.conflicts += 1;
  }
  return counts;
}

function admitRecord(
  session: Session,
  digest: string,
  { id, bytes, record }: OpenedRecord<LedgerRecord>,
): boolean {
  const canonical = Buffer.from(bytes).toString("utf8");
  const isNew = insertRecord(session.db, { id, record, canonical }, false);
  linkRecordToBundle(session.db, digest, id);
  return isNew;
}

function admitDocuments(session: Session, bundle: OpenedBundle, receivedAt: string): void {
  const { db } = session;
  const { plan, revocations, request, grant, receipt, root, signer } = bundle;
  if (root) {
    saveCertificate(db, signer, root.fingerprint, { own: false, at: receivedAt });
  }
  if (plan) {
    insertPlan(db, {
      plan: plan.value,
      bytes: plan.bytes,
      digest: planDigest(plan.bytes),
      bundle: bundle.digest,
    });
  }
  if (revocations) {
    const canonical = Buffer.from(revocations.bytes).toString("utf8");
    insertRevocationList(db, planDigest(revocations.bytes), canonical, revocations.signature);
  }
  if (request && session.role === "office") {
    const { device, unit } = request;
    saveRequest(db, { device, unit, bundle: bundle.digest, request: toCanonicalText(request), receivedAt });
  }
  if (grant && root && grant.certificate.certificate.device === readDeviceId(db)) {
    saveCertificate(db, grant.certificate, root.fingerprint, { own: true, at: receivedAt });
    writeFact(db, "encryption-recipients", grant.value.office.recipients.join("\n"));
  }
  for (const line of receipt?.bundles ?? []) {
    const reason = line.status === "rejected" ? line.reason : null;
    saveReceiptLine(db, { bundle: line.digest, status: line.status, reason, receivedAt: line.receivedAt });
  }
}

/**
 * Whether something that the bundle brings first was due before the day it was received; what travels again was
 * judged when it first came. It never enters figures.
 */
export function isLate(session: Session, { manifest, revisions }: OpenedBundle, receivedAt: string): boolean {
  const { unit } = manifest;
  if (manifest.kind !== "submission" || unit === null) return false;
  const day = chinaDay(receivedAt);
  const fresh = revisions.filter(({ id }) => !hasRecord(session.db, id));
  const reported = new Set(fresh.map(({ record }) => `${record.subject.period} ${record.subject.item}`));
  return manifest.periods.some((period) =>
    itemsFor(session.plan, unit, period).some(
      ({ item, dueDate }) => dueDate !== undefined && dueDate < day && reported.has(`${period} ${item}`),
    ),
  );
}
