import type { BundleReport } from "#shared/ipc/views.ts";
import { noFiles } from "./bundle-files.ts";
import { placedNow } from "./bundle-reports.ts";
import { examineFile, type Examined } from "./examine.ts";
import { trustStamp } from "./judge-again.ts";
import { namedAside } from "./quarantine.ts";
import { placesNow } from "../bundles/series-state.ts";
import type { Session } from "../session.ts";
import { takeBundle } from "./take-bundle.ts";
import type { CallContext } from "../types.ts";

/** Carries the reports out of the transaction that a trial must leave undone. */
class TrialOver extends Error {
  readonly reports: ReadonlyMap<number, BundleReport>;
  constructor(reports: ReadonlyMap<number, BundleReport>) {
    super("trial over");
    this.reports = reports;
  }
}

/** What merging these files together, in this order, would do. Nothing is changed. */
export async function tryFiles(
  session: Session,
  files: readonly string[],
  context: CallContext,
): Promise<BundleReport[]> {
  const examined: Examined[] = [];
  try {
    for (const file of files) {
      if (context.signal.aborted) break;
      examined.push(await examineFile(session, file));
      context.progress(examined.length, files.length);
    }
    const tried = tryTogether(session, files, examined);
    return examined.flatMap((found, index) => {
      if (found.state === "told") return found.report;
      const report = found.state === "opened" ? tried.get(index) : found.report;
      return report === undefined ? [] : namedAside(report, found.staged.keptSha256);
    });
  } finally {
    for (const found of examined) if (found.state !== "told") found.staged.close();
  }
}

function tryTogether(
  session: Session,
  files: readonly string[],
  examined: readonly Examined[],
): ReadonlyMap<number, BundleReport> {
  try {
    return session.db.transaction(() => {
      throw new TrialOver(takeAll(session, files, examined));
    });
  } catch (error) {
    if (error instanceof TrialOver) return error.reports;
    throw error;
  }
}

function takeAll(
  session: Session,
  files: readonly string[],
  examined: readonly Examined[],
): Map<number, BundleReport> {
  const reports = new Map<number, BundleReport>();
  for (
    let before = "", stamp = trustStamp(session);
    stamp !== before;
    before = stamp, stamp = trustStamp(session)
  ) {
    for (const [index, found] of examined.entries()) {
      // NOTE: a plan, a grant or a revocation in the batch can change the verdict on files before it.
      if (found.state !== "opened" || isDone(reports.get(index))) continue;
      const arrival = { file: files[index] ?? "", receivedAt: found.receivedAt, files: noFiles };
      reports.set(index, asTrial(takeBundle(session, found.tree, arrival)));
    }
  }
  return placedTogether(session, reports);
}

/**
 * A number that another of these files brings is missing no more, whichever was read first. What else is to be said of
 * an order depends on it, as in merging.
 */
function placedTogether(
  { db }: Session,
  reports: ReadonlyMap<number, BundleReport>,
): Map<number, BundleReport> {
  const places = placesNow(db);
  return new Map(
    Array.from(reports, ([index, report]) => [
      index,
      report.digest !== null && report.warnings.includes("gap")
        ? placedNow(report, places.get(report.digest))
        : report,
    ]),
  );
}

const isDone = (report: BundleReport | undefined): boolean =>
  report !== undefined && report.status !== "held" && report.status !== "rejected";

const asTrial = (report: BundleReport): BundleReport =>
  report.status === "merged" ? { ...report, status: "mergeable" } : report;
