import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { bundleReportSchema, type BundleReport } from "#shared/ipc/views.ts";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import { LIMITS } from "#shared/bundle/limits.ts";
import type { RejectionReason } from "#shared/bundle/reasons.ts";
import { stepStates, type StepStates } from "#shared/bundle/steps.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { isAgeFile } from "../bundle/age.ts";
import { bytesSource } from "../bundle/byte-source.ts";
import type { Claimed, OpenedBundle, Verdict } from "../bundle/types.ts";
import { verifyBundle } from "../bundle/verify.ts";
import {
  bundleByDigest,
  bundlesReceived,
  heldBundles,
  insertQuarantined,
  quarantined,
  removeQuarantined,
  saveBundleReport,
} from "../store/bundles.ts";
import { sha256Hex } from "../keys/sha256.ts";
import { admitBundle, isLate, type Counts } from "./admit.ts";
import { archiveBundle, archivedBundle, quarantineFile } from "./archive.ts";
import { readDeviceId } from "./device-id.ts";
import { hasKeys } from "./keyring.ts";
import { adoptNewestPlan } from "./plans.ts";
import { seriesWarnings } from "./sequence.ts";
import { now, type Session } from "./session.ts";
import { trustOf } from "./trust.ts";
import type { Answer, CallContext } from "./types.ts";

const NO_COUNTS: Counts = { added: 0, superseding: 0, unchanged: 0, conflicts: 0, decisions: 0 };

/** Carries the outcome out of a transaction that must leave nothing behind. */
class RolledBack extends Error {
  readonly report: BundleReport;
  constructor(report: BundleReport) {
    super("rolled back");
    this.report = report;
  }
}

/**
 * Verifies files and, unless it is a trial, merges the good ones, each in one transaction. Files come in any
 * order; one that cannot be read is answered like a rejected one. Cancelling stops between two files.
 */
export async function importFiles(
  session: Session,
  files: readonly string[],
  { trial, context }: { readonly trial: boolean; readonly context: CallContext },
): Promise<Answer<BundleReport[]>> {
  const read = files.map(readBundleFile);
  if (session.keys === null && hasKeys(session.dir)) {
    for (const { bytes } of read) {
      if (bytes && (await isAgeFile(bytesSource(bytes)))) return fail(appError("locked-key"));
    }
  }
  const reports = new Map<number, BundleReport>();
  // NOTE: a plan or a grant in the batch can change the verdict on files before it, so those are judged again.
  let open = read.map((_, index) => index);
  for (let pass = 0; pass < 3 && open.length > 0; pass += 1) {
    let trustChanged = false;
    for (const index of open) {
      const file = read[index];
      if (file === undefined || context.signal.aborted) continue;
      const report = await takeFile(session, file, trial);
      reports.set(index, report);
      trustChanged ||= report.status === "merged" && changesTrust(report);
      context.progress(reports.size, files.length);
    }
    open = trustChanged ? open.filter((index) => isOpen(reports.get(index))) : [];
    if (trustChanged) await judgeHeldAgain(session);
  }
  return ok([...reports.entries()].toSorted(([a], [b]) => a - b).map(([, report]) => report));
}

const changesTrust = ({ kind }: BundleReport): boolean => kind === "plan" || kind === "enrol-grant";
const isOpen = (report: BundleReport | undefined): boolean =>
  report?.status === "held" || report?.status === "rejected";

interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array | null;
  readonly failure: "unreadable" | "too-large" | null;
}

function readBundleFile(path: string): ReadFile {
  try {
    if (statSync(path).size > LIMITS.bundle * 1.01) return { path, bytes: null, failure: "too-large" };
    return { path, bytes: readFileSync(path), failure: null };
  } catch {
    return { path, bytes: null, failure: "unreadable" };
  }
}

async function takeFile(
  session: Session,
  { path, bytes, failure }: ReadFile,
  trial: boolean,
): Promise<BundleReport> {
  const receivedAt = now(session);
  if (bytes === null) {
    return rejectedReport(path, receivedAt, failure === "too-large" ? "too-large" : "unreadable", undefined);
  }
  const verdict = addressed(session, await verifyBundle(bytes, trustOf(session)));
  if (verdict.status === "rejected") {
    const report = rejectedReport(path, receivedAt, verdict.reason, verdict.claimed, verdict.steps);
    if (!trial) await quarantine(session, basename(path), bytes, report);
    return report;
  }
  const report = await take(session, path, verdict, receivedAt, trial);
  if (!trial) removeQuarantined(session.db, sha256Hex(bytes));
  return report;
}

async function take(
  session: Session,
  path: string,
  verdict: Extract<Verdict, { bundle: OpenedBundle }>,
  receivedAt: string,
  trial: boolean,
): Promise<BundleReport> {
  const { bundle } = verdict;
  if (!trial) await archiveBundle(session, bundle.digest, bundle.bytes);
  const report = admit(session, path, verdict, receivedAt, trial);
  if (!trial && report.status === "merged") {
    adoptNewestPlan(session);
    for (const embedded of bundle.embedded) await takeEmbedded(session, embedded.bytes, receivedAt);
  }
  return report;
}

/** Bundles within a bundle are judged as if handed over separately. */
async function takeEmbedded(session: Session, bytes: Uint8Array, receivedAt: string): Promise<void> {
  const verdict = await verifyBundle(bytes, trustOf(session));
  if (verdict.status === "rejected") return;
  await take(session, verdict.bundle.digest, verdict, receivedAt, false);
}

function admit(
  session: Session,
  path: string,
  verdict: Extract<Verdict, { bundle: OpenedBundle }>,
  receivedAt: string,
  trial: boolean,
): BundleReport {
  const { bundle, status } = verdict;
  const { db } = session;
  const before = bundleByDigest(db, bundle.digest);
  const known = before !== undefined && before.status !== "held";
  const late = status === "admitted" && session.role === "office" && isLate(session, bundle, receivedAt);
  const warnings: string[] = [
    ...(known ? ["duplicate"] : []),
    ...seriesWarnings(db, bundle, receivedAt),
    ...(late && !known ? ["late"] : []),
  ];
  const report = (counts: Counts): BundleReport => ({
    ...identityOf(path, bundle, before?.received_at ?? receivedAt),
    status: known ? "duplicate" : status === "held" ? "held" : trial ? "mergeable" : "merged",
    reason: verdict.status === "held" ? verdict.reason : null,
    warnings,
    steps: steps(verdict.steps, known ? [] : warnings),
    counts,
  });
  try {
    return db.transaction(() => {
      if (known) return report({ ...NO_COUNTS, unchanged: bundle.revisions.length });
      const arrival = { receivedAt, status, late, file: basename(path), report: report(NO_COUNTS) };
      const counts = admitBundle(session, bundle, arrival);
      const done = report(counts);
      if (trial) throw new RolledBack(done);
      saveBundleReport(db, bundle.digest, JSON.stringify(done));
      return done;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.report;
    throw error;
  }
}

/** Held bundles once more, after a plan, a root or a revocation arrived. */
async function judgeHeldAgain(session: Session): Promise<void> {
  for (const row of heldBundles(session.db)) {
    const bytes = archivedBundle(session, row.digest);
    if (bytes === null) continue;
    const verdict = addressed(session, await verifyBundle(bytes, trustOf(session)));
    if (verdict.status === "admitted")
      await take(session, row.file ?? row.digest, verdict, row.received_at, false);
  }
}

/**
 * A genuine bundle can still be none of this workspace's business: another unit's receipt, another laptop's grant,
 * a submission on a reporter's laptop. Those are refused as `wrong-unit`.
 */
function addressed(session: Session, verdict: Verdict): Verdict {
  if (verdict.status === "rejected") return verdict;
  const { manifest, grant } = verdict.bundle;
  const isMine =
    manifest.kind === "plan" ||
    (session.role === "office"
      ? manifest.kind !== "enrol-grant"
      : manifest.unit === session.unit &&
        manifest.kind !== "enrol-request" &&
        manifest.kind !== "office-exchange");
  const isForThisLaptop =
    grant === undefined || grant.certificate.certificate.device === readDeviceId(session.db);
  if (isMine && isForThisLaptop) return verdict;
  const { kind, unit, device, sequence, createdAt } = manifest;
  return {
    status: "rejected",
    reason: "wrong-unit",
    detail: "addressed to another workspace",
    claimed: { digest: verdict.bundle.digest, kind, unit, device, sequence, createdAt },
    steps: stepStates("wrong-unit"),
  };
}

async function quarantine(
  session: Session,
  name: string,
  bytes: Uint8Array,
  report: BundleReport,
): Promise<void> {
  const sha256 = await quarantineFile(session, bytes);
  insertQuarantined(session.db, {
    sha256,
    name,
    reason: report.reason ?? "",
    receivedAt: report.receivedAt ?? "",
    report: JSON.stringify(report),
  });
}

function identityOf(
  path: string,
  { digest, manifest }: { digest: BundleDigest; manifest: OpenedBundle["manifest"] },
  receivedAt: string,
) {
  return {
    file: path,
    digest,
    kind: manifest.kind,
    unit: manifest.unit,
    device: manifest.device,
    sequence: manifest.sequence,
    createdAt: manifest.createdAt,
    receivedAt,
  };
}

function rejectedReport(
  path: string,
  receivedAt: string,
  reason: RejectionReason | "unreadable",
  claimed: Claimed | undefined,
  states: StepStates = stepStates("not-a-bundle"),
): BundleReport {
  const unit: UnitKey | null = claimed?.unit ?? null;
  return {
    file: path,
    digest: claimed?.digest ?? null,
    kind: claimed?.kind ?? null,
    unit,
    device: claimed?.device ?? null,
    sequence: claimed?.sequence ?? null,
    createdAt: claimed?.createdAt ?? null,
    receivedAt,
    status: "rejected",
    reason,
    warnings: [],
    steps: steps(states, null),
    counts: NO_COUNTS,
  };
}

/** The verdict's four steps and, fifth, the place in the series; `warnings` null where it was never looked at. */
function steps(states: StepStates, warnings: readonly string[] | null): BundleReport["steps"] {
  const result = (state: StepStates[keyof StepStates]) =>
    ({ passed: "ok", failed: "failed", held: "warning", "not-reached": "not-done" })[state] as
      | "ok"
      | "failed"
      | "warning"
      | "not-done";
  const order =
    warnings === null
      ? "not-done"
      : warnings.some((warning) => warning === "gap" || warning === "fork")
        ? "warning"
        : "ok";
  return [
    { step: "intact", result: result(states.complete) },
    { step: "signature", result: result(states.signature) },
    { step: "device", result: result(states.authorisation) },
    { step: "plan", result: result(states.plan) },
    { step: "order", result: order },
  ];
}

/** Everything taken in so far, newest first, refused files with their reason. */
export function inboxList(session: Session): BundleReport[] {
  const taken = bundlesReceived(session.db).map(({ report, file }) => ({
    ...bundleReportSchema.parse(JSON.parse(report)),
    file: file ?? "",
  }));
  const refused = quarantined(session.db).map(({ report, name }) => ({
    ...bundleReportSchema.parse(JSON.parse(report)),
    file: name,
  }));
  return [...taken, ...refused].toSorted((a, b) => ((a.receivedAt ?? "") < (b.receivedAt ?? "") ? 1 : -1));
}
