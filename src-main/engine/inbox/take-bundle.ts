import { embeddedPath } from "#shared/bundle/entries.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { judgeContent, judgeOrigin, rejected, type Origin } from "../../bundle/judge.ts";
import { claimedBy } from "../../bundle/read-manifest.ts";
import { refusal } from "../../bundle/refusal.ts";
import type { OpenedRecord, Rejected, Trust } from "../../bundle/types.ts";
import { bundleByDigest } from "../../store/bundles.ts";
import { keepRevocations } from "./admit-documents.ts";
import { Admission } from "./admission.ts";
import { IN_DATABASE_BYTES } from "../bundles/archive.ts";
import type { BundleFiles } from "./bundle-files.ts";
import { duplicateReport, identityOf, refusedReport } from "./bundle-reports.ts";
import type { BundleTree } from "./bundle-tree.ts";
import { readDeviceId } from "../trust/device-id.ts";
import type { Session } from "../session.ts";
import { trustOf } from "../trust/trust.ts";

/** How a bundle came here. */
export interface Arrival {
  /** As the person knows it; shown, never used as a path. */
  readonly file: string;
  readonly receivedAt: string;
  readonly files: BundleFiles;
}

/**
 * Judges a bundle with all that this workspace trusts now and takes it, and then those within it, in the caller's
 * transaction. A rejected one leaves nothing behind but its file set aside.
 */
export function takeBundle(
  session: Session,
  tree: BundleTree,
  arrival: Arrival,
  trust: Trust = trustOf(session),
): BundleReport {
  const origin = judgeOrigin(tree.archive, trust);
  if (!origin.ok) {
    // NOTE: a revocation takes back what its signer made, not what others did, nor the root's word; whichever of the
    // two came first.
    if (origin.error.reason === "revoked") {
      keepRevocations(session.db, tree.archive);
      takeEmbedded(session, tree, arrival);
    }
    return setAside(tree, arrival, origin.error);
  }
  const misaddressed = addressFault(session, origin.value);
  if (misaddressed !== null) return setAside(tree, arrival, misaddressed);
  const known = bundleByDigest(session.db, origin.value.read.digest);
  const isKnown = known !== undefined && known.status !== "held";
  const taken = isKnown
    ? judgedAgain(origin.value, trust, { ...arrival, receivedAt: known.received_at })
    : admit(session, origin.value, trust, arrival);
  if (taken.status === "rejected") arrival.files.setAside(tree.archive.source, taken);
  // NOTE: also of a known bundle: what lay within it may have been refused for a reason that is gone.
  else if (taken.status !== "held") takeEmbedded(session, tree, arrival);
  return taken;
}

function setAside({ archive }: BundleTree, arrival: Arrival, fault: Rejected): BundleReport {
  const report = refusedReport(arrival, fault);
  arrival.files.setAside(archive.source, report);
  return report;
}

/** A digest that is here already is said only after full verification; nothing changes. */
function judgedAgain(origin: Origin, trust: Trust, arrival: Arrival): BundleReport {
  const verdict = judgeContent(origin, trust);
  if (verdict.status === "rejected") return refusedReport(arrival, verdict);
  return duplicateReport(identityOf(arrival, origin.read), origin.read.manifest.counts.revisions);
}

/**
 * Most bundles are small: their records are kept until all of them are judged. Those of a large one go into the
 * ledger as they are read, and are undone where it is rejected after all.
 */
function admit(session: Session, origin: Origin, trust: Trust, arrival: Arrival): BundleReport {
  if (origin.archive.source.size > IN_DATABASE_BYTES) return admitAsRead(session, origin, trust, arrival);
  const records: OpenedRecord[] = [];
  const verdict = judgeContent(origin, trust, (entry) => void records.push(entry));
  if (verdict.status === "rejected") return refusedReport(arrival, verdict);
  const admission = new Admission(session, origin, arrival);
  records.forEach(admission.visit);
  return admission.finish(verdict);
}

/** Carries the report out of a savepoint that must leave nothing behind. */
class Undone extends Error {
  readonly report: BundleReport;
  constructor(report: BundleReport) {
    super("undone");
    this.report = report;
  }
}

function admitAsRead(session: Session, origin: Origin, trust: Trust, arrival: Arrival): BundleReport {
  try {
    return session.db.savepoint(() => {
      const admission = new Admission(session, origin, arrival);
      const verdict = judgeContent(origin, trust, admission.visit);
      if (verdict.status === "rejected") throw new Undone(refusedReport(arrival, verdict));
      return admission.finish(verdict);
    });
  } catch (error) {
    if (error instanceof Undone) return error.report;
    throw error;
  }
}

/** Bundles within a bundle are judged as if handed over separately. */
function takeEmbedded(session: Session, { archive, embedded }: BundleTree, outer: Arrival): void {
  for (const [hex, within] of embedded) {
    const arrival = { ...outer, file: `${hex}.tzb` };
    const source = archive.entries.get(embeddedPath(hex));
    if (within.ok) takeBundle(session, within.value, arrival);
    else if (source) outer.files.setAside(source, refusedReport(arrival, rejected(within.error)));
  }
}

/**
 * A genuine bundle can still be none of this workspace's business: another unit's receipt, another laptop's grant,
 * another unit's submission on a reporter's laptop. Those are refused as `wrong-unit`.
 */
function addressFault(session: Session, { read, documents }: Origin): Rejected | null {
  const { kind, unit } = read.manifest;
  const granted = documents.grant?.certificate.certificate.device;
  const isMine =
    kind === "plan" ||
    session.role === "office" ||
    (granted !== undefined
      ? granted === readDeviceId(session.db)
      : unit === session.unit && kind !== "enrol-request" && kind !== "office-exchange");
  if (isMine) return null;
  return rejected(refusal("wrong-unit", "addressed to another workspace"), claimedBy(read));
}
