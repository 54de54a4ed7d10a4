import { readFileSync, statSync } from "node:fs";
import { bundleReportSchema, type BundleReport } from "#shared/ipc/views.ts";
import { LIMITS } from "#shared/bundle/limits.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { bundlesReceived, quarantined, removeQuarantined } from "../store/bundles.ts";
import { sha256Hex } from "../keys/sha256.ts";
import { quarantine, rejectedReport } from "./bundle-reports.ts";
import { hasEncryptedFile } from "./encrypted-files.ts";
import { judgeAgain, trustStamp } from "./judge-again.ts";
import { hasKeys } from "./keyring.ts";
import { now, type Session } from "./session.ts";
import { judge, takeBundle } from "./take-bundle.ts";
import type { Answer, CallContext } from "./types.ts";

/**
 * Verifies files and, unless it is a trial, merges the good ones, each in one transaction. Files come in any
 * order; one that cannot be read is answered like a rejected one. Cancelling stops between two files.
 */
export async function importFiles(
  session: Session,
  files: readonly string[],
  { trial, context }: { readonly trial: boolean; readonly context: CallContext },
): Promise<Answer<BundleReport[]>> {
  if (session.keys === null && hasKeys(session.dir) && (await hasEncryptedFile(files))) {
    return fail(appError("locked-key"));
  }
  const reports = new Map<number, BundleReport>();
  let open = files.map((path, index) => ({ path, index }));
  // NOTE: a plan, a grant or a revocation in the batch can change the verdict on files before it.
  while (open.length > 0) {
    const stamp = trustStamp(session);
    for (const { path, index } of open) {
      if (context.signal.aborted) break;
      reports.set(index, await takeFile(session, path, trial));
      context.progress(reports.size, files.length);
    }
    if (context.signal.aborted || trustStamp(session) === stamp) break;
    open = open.filter(({ index }) => isOpen(reports.get(index)));
  }
  const withdrawn = trial ? new Set<string>() : await judgeAgain(session);
  return ok(
    [...reports.entries()]
      .toSorted(([a], [b]) => a - b)
      .map(([, report]) => (withdrawn.has(report.digest ?? "") ? refusedAfterAll(report) : report)),
  );
}

const isOpen = (report: BundleReport | undefined): boolean =>
  report?.status === "held" || report?.status === "rejected";

const refusedAfterAll = (report: BundleReport): BundleReport => ({
  ...report,
  status: "rejected",
  reason: "revoked",
});

async function takeFile(session: Session, path: string, trial: boolean): Promise<BundleReport> {
  const receivedAt = now(session);
  const bytes = readWithin(path);
  if (typeof bytes === "string") return rejectedReport(path, receivedAt, bytes, undefined);
  const verdict = await judge(session, bytes);
  if (verdict.status === "rejected") {
    const report = rejectedReport(path, receivedAt, verdict.reason, verdict.claimed, verdict.steps);
    if (!trial) await quarantine(session, bytes, report);
    return report;
  }
  const report = await takeBundle(session, path, verdict, receivedAt, trial);
  if (!trial) removeQuarantined(session.db, sha256Hex(bytes));
  return report;
}

function readWithin(path: string): Uint8Array | "unreadable" | "too-large" {
  try {
    return statSync(path).size > LIMITS.bundle + LIMITS.encryption ? "too-large" : readFileSync(path);
  } catch {
    return "unreadable";
  }
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
