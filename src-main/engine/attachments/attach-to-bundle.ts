import { appError } from "#shared/errors.ts";
import type { RevisionEntry } from "#shared/ledger/entry.ts";
import { parseItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import type { BundleContent } from "../../bundle/types.ts";
import { attachmentSource } from "./attachment-sources.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

type Attachments = NonNullable<BundleContent["attachments"]>;

/**
 * The files that these revisions cite, each once. A file that is missing or was changed stops the sealing, before
 * anything is signed: what a leader has seen on paper does not go out with less behind it. Nothing typed is lost.
 */
export async function attachmentsOf(
  session: Session,
  revisions: readonly RevisionEntry[],
): Promise<Answer<Attachments>> {
  const found = new Map<string, Attachments[number]>();
  for (const { record } of revisions) {
    if (record.type !== "task-progress") continue;
    for (const file of record.body.evidence ?? []) {
      const source = found.get(file.sha256)?.source ?? (await attachmentSource(session, file));
      if (source?.size !== file.size) return fail(missing(record.subject.item, file.name));
      found.set(file.sha256, { sha256: file.sha256, source });
    }
  }
  return ok([...found.values()]);
}

function missing(item: RevisionEntry["record"]["subject"]["item"], name: string) {
  const parts = parseItem(item);
  return appError("attachment-missing", {
    task: parts.kind === "task" ? String(parts.no) : item,
    name,
    item,
  });
}
