import { appError } from "#shared/errors.ts";
import { byUnitAndNumber } from "#shared/bundle/inbox-order.ts";
import { bundleReportSchema, type BundleReport } from "#shared/ipc/views.ts";
import { fail, ok } from "#shared/result.ts";
import { bundleByDigest, bundlesReceived } from "../../store/bundles.ts";
import { quarantined } from "../../store/quarantined.ts";
import { Batch } from "./batch.ts";
import { placedNow } from "./bundle-reports.ts";
import { hasEncryptedFile } from "./encrypted-files.ts";
import { fileFailure } from "../file-failures.ts";
import { hasKeys } from "../workspace/key-files.ts";
import { adoptNewestPlan } from "../plan/plans.ts";
import { placesNow } from "../bundles/series-state.ts";
import type { Session } from "../session.ts";
import { tryFiles } from "./try-files.ts";
import type { Answer, CallContext } from "../types.ts";

interface Options {
  /** Verify and count, change nothing. */
  readonly trial: boolean;
  readonly context: CallContext;
}

/**
 * Verifies files and, unless it is a trial, merges the good ones, each whole or not at all. Files come in any
 * order; one that cannot be read is answered like a rejected one. Cancelling stops between two files.
 */
export async function importFiles(
  session: Session,
  files: readonly string[],
  { trial, context }: Options,
): Promise<Answer<BundleReport[]>> {
  if (session.keys === null && hasKeys(session.dir) && hasEncryptedFile(files)) {
    return fail(appError("locked-key"));
  }
  try {
    return ok(await (trial ? tryFiles(session, files, context) : takeFiles(session, files, context)));
  } catch (error) {
    const failure = fileFailure(error, session.dir);
    if (failure) return fail(failure);
    throw error;
  }
}

async function takeFiles(
  session: Session,
  files: readonly string[],
  { progress, signal }: CallContext,
): Promise<BundleReport[]> {
  const batch = new Batch(session);
  try {
    for (const file of files) {
      if (signal.aborted) break;
      await batch.add(file);
      progress(batch.reports.length + batch.waiting, files.length);
    }
    batch.commit();
  } finally {
    batch.close();
  }
  if (!batch.changedTrust) return batch.reports;
  adoptNewestPlan(session);
  // NOTE: a plan, a grant or a revocation in the batch can have changed the verdict on files before it.
  return batch.reports.map((report) => standing(session, report));
}

/** What a report says by the end of the batch: its bundle can have been lifted or withdrawn by a later file. */
function standing({ db }: Session, report: BundleReport): BundleReport {
  if (report.digest === null) return report;
  const row = bundleByDigest(db, report.digest);
  const isLifted = row?.status === "admitted" && (report.status === "held" || report.status === "rejected");
  if (isLifted) return { ...bundleReportSchema.parse(JSON.parse(row.report)), file: report.file };
  if (row !== undefined || report.status === "rejected") return report;
  return { ...report, status: "rejected", reason: "revoked" };
}

/**
 * Everything taken in so far, newest first, refused files with their reason. Gaps and forks are those of now, not
 * those of the day of receipt: the missing bundle may have come since.
 */
export function inboxList(session: Session): BundleReport[] {
  const places = placesNow(session.db);
  const taken = bundlesReceived(session.db).map(({ report, file, digest }) => ({
    ...placedNow(bundleReportSchema.parse(JSON.parse(report)), places.get(digest)),
    file: file ?? "",
  }));
  const refused = quarantined(session.db).map(({ report, name, sha256, told }) => ({
    ...bundleReportSchema.parse(JSON.parse(report)),
    file: name,
    quarantine: sha256,
    ...(told === null ? {} : { told }),
  }));
  return [...taken, ...refused].toSorted(newestFirst);
}

function newestFirst(a: BundleReport, b: BundleReport): number {
  const [left, right] = [minuteOf(a), minuteOf(b)];
  if (left !== right) return left < right ? 1 : -1;
  return byUnitAndNumber(a, b);
}

/** Files of one load come within moments of each other, each at its own; the minute holds them together. */
const minuteOf = ({ receivedAt }: BundleReport): string =>
  (receivedAt ?? "").slice(0, "2024-04-01T09:30".length);
