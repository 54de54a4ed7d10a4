import { manifestSchema } from "#shared/bundle/manifest.ts";
import type { SubmissionView } from "#shared/ipc/views.ts";
import { bundlesOfKind, recordsOfBundle } from "../store/bundles.ts";
import { receiptLine } from "../store/receipt-lines.ts";
import { recordById } from "../store/records.ts";
import { readSubjectState } from "../store/subjects.ts";
import type { Session } from "./session.ts";

/** What this laptop handed over, newest first, and what came back. Without a receipt nothing counts as received. */
export function submissionList({ db }: Session): SubmissionView[] {
  return bundlesOfKind(db, "submission", ["own"])
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
      };
    })
    .toSorted((a, b) => b.sequence - a.sequence);
}

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
