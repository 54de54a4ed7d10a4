import type { Revision } from "#shared/ledger/record.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";
import type { OpenedRecord } from "./types.ts";

/** Attachments are exactly the files that the bundle's own revisions cite, with the size they give. */
export function attachmentFaults(
  revisions: readonly OpenedRecord<Revision>[],
  attachments: readonly { readonly sha256: string; readonly size: number }[],
): Refusal[] {
  const present = new Map(attachments.map(({ sha256, size }) => [sha256, size]));
  const cited = new Set<string>();
  const faults: Refusal[] = [];
  for (const { record } of revisions) {
    if (record.type !== "task-progress") continue;
    for (const { sha256, size } of record.body.evidence ?? []) {
      cited.add(sha256);
      if (present.get(sha256) !== size) faults.push(refusal("malformed-record", `attachment ${sha256}`));
    }
  }
  for (const sha256 of present.keys()) {
    if (!cited.has(sha256)) faults.push(refusal("malformed-record", `attachment ${sha256} is cited nowhere`));
  }
  return faults;
}
