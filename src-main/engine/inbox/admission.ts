import { basename } from "node:path";
import type { Warning } from "#shared/bundle/reasons.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import type { Origin } from "../../bundle/judge.ts";
import type { Admitted, Held, OpenedRecord } from "../../bundle/types.ts";
import { bundleByDigest, insertBundle, saveBundleReport, type BundleNo } from "../../store/bundles.ts";
import { insertRecord, isHeldBesides, linkRecordToBundle } from "../../store/records.ts";
import { projectBundle } from "../../store/subjects.ts";
import type { BundleRow } from "../../store/tables.ts";
import { admitDocuments } from "./admit-documents.ts";
import { bundleRow } from "../bundles/bundle-row.ts";
import { ClosedPeriods } from "./closed-periods.ts";
import { identityOf, NO_COUNTS, reportSteps, type Counts } from "./bundle-reports.ts";
import { readDeviceId } from "../trust/device-id.ts";
import { Lateness } from "./lateness.ts";
import { seriesWarnings } from "../bundles/sequence.ts";
import type { Session } from "../session.ts";
import type { Arrival } from "./take-bundle.ts";

/** One bundle going on record, in the caller's transaction: first itself, then its records, then what they come to. */
export class Admission {
  readonly #session: Session;
  readonly #origin: Origin;
  readonly #arrival: Arrival;
  readonly #no: BundleNo;
  readonly #warnings: readonly Warning[];
  readonly #lateness: Lateness;
  readonly #closed: ClosedPeriods;
  readonly #counts: { -readonly [Count in keyof Counts]: Counts[Count] } = { ...NO_COUNTS };

  constructor(session: Session, origin: Origin, arrival: Arrival) {
    const { db } = session;
    const { digest, manifest } = origin.read;
    // A bundle that was held came when it first came.
    const receivedAt = bundleByDigest(db, digest)?.received_at ?? arrival.receivedAt;
    this.#session = session;
    this.#origin = origin;
    this.#arrival = { ...arrival, receivedAt };
    this.#warnings = seriesWarnings(db, identityOf(this.#arrival, origin.read), receivedAt);
    this.#lateness = new Lateness(session, manifest, receivedAt);
    this.#closed = new ClosedPeriods(session);
    const file = basename(arrival.file);
    this.#no = insertBundle(
      db,
      bundleRow(origin.read, { received_at: receivedAt, status: this.#status(), file }),
    );
  }

  /** A bundle of this very device, come back, is its own. */
  #status(): BundleRow["status"] {
    const { read, beyondPlans } = this.#origin;
    if (beyondPlans) return "held";
    return read.manifest.device === readDeviceId(this.#session.db) ? "own" : "admitted";
  }

  /** Takes a record into the ledger; none of a bundle that is held. */
  readonly visit = (entry: OpenedRecord): void => {
    if (this.#origin.beyondPlans) return;
    const { db } = this.#session;
    const { record } = entry;
    const { no, isNew } = insertRecord(db, entry, false);
    linkRecordToBundle(db, this.#no, no);
    if (!isNew) {
      if (record.type !== "decision") this.#counts.unchanged += 1;
      return;
    }
    // NOTE: against what was held before the bundle: within it, order by id says nothing of what came first.
    if (record.type === "decision") this.#counts.decisions += 1;
    else if (record.parents.some((parent) => isHeldBesides(db, parent, this.#no)))
      this.#counts.superseding += 1;
    else this.#counts.added += 1;
    this.#lateness.add(record);
    this.#closed.add(record);
  };

  /** What came of it, once all records were visited. */
  finish(verdict: Admitted | Held): BundleReport {
    const { db } = this.#session;
    const { read, archive } = this.#origin;
    const { late } = this.#lateness;
    const isHeld = verdict.status === "held";
    if (!isHeld) {
      this.#counts.conflicts = projectBundle(db, this.#no);
      admitDocuments(this.#session, verdict.bundle, this.#no, this.#arrival.receivedAt);
    }
    const warnings = late ? [...this.#warnings, "late" as const] : [...this.#warnings];
    const report: BundleReport = {
      ...identityOf(this.#arrival, read),
      status: isHeld ? "held" : "merged",
      reason: isHeld ? verdict.reason : null,
      warnings,
      closedPeriods: this.#closed.periods,
      steps: reportSteps(verdict.steps, warnings),
      counts: this.#counts,
    };
    saveBundleReport(db, read.digest, JSON.stringify(report), late);
    this.#arrival.files.keep(read.digest, archive.source);
    return report;
  }
}
