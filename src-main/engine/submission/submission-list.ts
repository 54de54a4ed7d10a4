import { manifestSchema } from "#shared/bundle/manifest.ts";
import type { SubmissionView, UnknownBundle } from "#shared/ipc/views.ts";
import { bundlesOfKind, recordsOfBundle } from "../../store/bundles.ts";
import { receiptLine, receiptLinesOfUnknown } from "../../store/receipt-lines.ts";
import { recordById } from "../../store/records.ts";
import { readSubjectState } from "../../store/subjects.ts";
import type { BundleRow } from "../../store/tables.ts";
import { readDeviceId } from "../trust/device-id.ts";
import type { Session } from "../session.ts";

/**
 * What this laptop handed over and what came back: packages under its present keys first, newest first. Without a
 * receipt nothing counts as received.
 */
export function submissionList({ db }: Session): SubmissionView[] {
  const device = readDeviceId(db);
  const own = bundlesOfKind(db, "submission", ["own"]);
  return own
    .toSorted((a, b) => byKeysAndNumber(a, b, device))
    .map((row): SubmissionView => {
      const manifest = manifestSchema.parse(JSON.parse(row.manifest));
      const receipt = receiptLine(db, row.digest);
      const outcomes = outcomesOf(db, recordsOfBundle(db, row.digest));
      const { filler = "", reviewer = "", head = "" } = manifest.people;
      return {
        digest: row.digest,
        sequence: row.sequence,
        periods: [...manifest.periods],
        revisions: manifest.counts.revisions,
        createdAt: row.created_at,
        file: row.file,
        receipt: receipt === undefined ? "waiting" : receipt.status === "merged" ? "merged" : "rejected",
        receiptReason: receipt?.reason ?? null,
        ...outcomes,
        people: { filler, reviewer, head },
        formerKeys: row.device !== device,
        sameNumber: own.filter((other) => isTwin(other, row)).map(({ digest }) => digest),
      };
    });
}

/** Renewed keys number from 1 again, so that numbers compare under one key alone. */
function byKeysAndNumber(a: BundleRow, b: BundleRow, device: string | null): number {
  if (a.device === b.device) return b.sequence - a.sequence;
  if (a.device === device) return -1;
  if (b.device === device) return 1;
  return a.device < b.device ? -1 : 1;
}

const isTwin = (a: BundleRow, b: BundleRow): boolean =>
  a.device === b.device && a.sequence === b.sequence && a.digest !== b.digest;

/** Packages of the unit that receipts list and this laptop does not have. */
export const unknownBundles = ({ db }: Session): UnknownBundle[] =>
  receiptLinesOfUnknown(db).map(({ bundle, status, reason, receivedAt }) => ({
    digest: bundle,
    status,
    reason,
    receivedAt,
  }));

/** How many of the package's values the office accepted, and sent back. */
function outcomesOf(db: Session["db"], records: readonly string[]) {
  let accepted = 0;
  let returned = 0;
  for (const id of records) {
    const entry = recordById(db, id);
    if (entry === undefined) continue;
    const { decision } = readSubjectState(db, entry.record.subject);
    const judged = decision?.record.body.revisions?.some((revision) => revision === id) ?? false;
    if (!judged) continue;
    if (decision?.record.body.outcome === "returned") returned += 1;
    else accepted += 1;
  }
  return { accepted, returned };
}
