import { appError } from "#shared/errors.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import { readSubjectState } from "../../store/subjects.ts";
import { saveEntries } from "./entry.ts";
import { mergeOf } from "../review/review.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * The unit settles a conflict by taking one side over as its draft, or all of them `merged` where no change touches
 * another, with the reason; sealed, it supersedes all sides. The office settles those of its own entries and never a unit's.
 */
export function resolveConflict(
  session: Session,
  address: { readonly period: Period; readonly item: Item },
  take: string,
  comment: string,
): Answer<Record<string, never>> {
  if (comment.trim() === "") return fail(appError("comment-required", { item: address.item }));
  const { revisions, status } = readSubjectState(session.db, { unit: session.unit, ...address });
  if (!revisions.conflict) return fail(appError("no-conflict", { item: address.item, status }));
  const merge = take === "merged" ? mergeOf(revisions) : null;
  if (merge?.body === null) return fail(appError("merge-disputed", { members: merge.disputed.join(", ") }));
  const body = merge?.body ?? revisions.heads.find(({ id }) => id === take)?.record.body;
  if (body === undefined) return fail(appError("unknown-revision", { revision: take }));
  const draft = withReason(address.item, body, comment);
  const saved = saveEntries(session, address.period, [{ item: address.item, draft }], {
    label: "settled",
  });
  return saved.ok ? ok({}) : saved;
}

/** The reason goes where the item's kind has a place for words of explanation. */
function withReason(item: Item, body: RevisionBody, comment: string): Draft {
  const parts = parseItem(item);
  if (parts.kind === "indicator") return { ...body, note: joined("note" in body ? body.note : "", comment) };
  const hasReason = parts.kind === "task" || (parts.kind === "register" && parts.key !== undefined);
  if (hasReason) return { ...body, reason: joined("reason" in body ? body.reason : "", comment) };
  return { ...body };
}

const joined = (before: string | undefined, comment: string): string =>
  before ? `${before}\n${comment}` : comment;
