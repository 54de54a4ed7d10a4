import { basename } from "node:path";
import { stepStates } from "#shared/bundle/steps.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import type { OpenedBundle, Verdict } from "../bundle/types.ts";
import { verifyBundle } from "../bundle/verify.ts";
import { bundleByDigest, saveBundleReport } from "../store/bundles.ts";
import { admitBundle, isLate } from "./admit.ts";
import { archiveBundle } from "./archive.ts";
import {
  claimedBy,
  identityOf,
  NO_COUNTS,
  quarantine,
  rejectedReport,
  reportSteps,
  type Counts,
} from "./bundle-reports.ts";
import { readDeviceId } from "./device-id.ts";
import { adoptNewestPlan } from "./plans.ts";
import { seriesWarnings } from "./sequence.ts";
import type { Session } from "./session.ts";
import { trustOf } from "./trust.ts";

export type Taken = Extract<Verdict, { bundle: OpenedBundle }>;

/** Carries the outcome out of a transaction that must leave nothing behind. */
class RolledBack extends Error {
  readonly report: BundleReport;
  constructor(report: BundleReport) {
    super("rolled back");
    this.report = report;
  }
}

/** Verifies with all that this workspace trusts now, and whether the bundle is addressed to it at all. */
export const judge = async (session: Session, bytes: Uint8Array): Promise<Verdict> =>
  addressed(session, await verifyBundle(bytes, trustOf(session)));

/** Takes a bundle that was not refused: archives it, merges or holds it, then those within it. */
export async function takeBundle(
  session: Session,
  path: string,
  verdict: Taken,
  receivedAt: string,
  trial: boolean,
): Promise<BundleReport> {
  const { bundle } = verdict;
  if (!trial) await archiveBundle(session, bundle.digest, bundle.bytes);
  const report = admit(session, path, verdict, receivedAt, trial);
  if (trial || report.status === "held") return report;
  if (bundle.plan) adoptNewestPlan(session);
  // NOTE: also for a known bundle: the program may have ended between it and those within.
  for (const embedded of bundle.embedded) await takeEmbedded(session, embedded, receivedAt);
  return report;
}

/** Bundles within a bundle are judged as if handed over separately. */
async function takeEmbedded(
  session: Session,
  { digest, bytes }: OpenedBundle["embedded"][number],
  receivedAt: string,
): Promise<void> {
  const known = bundleByDigest(session.db, digest);
  if (known !== undefined && known.status !== "held") return;
  const verdict = await judge(session, bytes);
  if (verdict.status !== "rejected") await takeBundle(session, digest, verdict, receivedAt, false);
  else {
    const { reason, claimed, steps } = verdict;
    await quarantine(session, bytes, rejectedReport(digest, receivedAt, reason, claimed, steps));
  }
}

function admit(
  session: Session,
  path: string,
  verdict: Taken,
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
    steps: reportSteps(verdict.steps, known ? [] : warnings),
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

/**
 * A genuine bundle can still be none of this workspace's business: another unit's receipt, another laptop's grant,
 * another unit's submission on a reporter's laptop. Those are refused as `wrong-unit`.
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
  return {
    status: "rejected",
    reason: "wrong-unit",
    detail: "addressed to another workspace",
    claimed: claimedBy(verdict.bundle),
    steps: stepStates("wrong-unit"),
  };
}
