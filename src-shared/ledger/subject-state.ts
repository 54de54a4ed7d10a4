import { z } from "zod";
import type { DecisionEntry, RevisionEntry } from "./entry.ts";
import { headsOf, type Heads } from "./heads.ts";
import { isAccepting, isJudging, isLock, Judgement } from "./judgement.ts";
import {
  publishedValueSchema,
  revisionBodySchema,
  type PublishedValue,
  type RevisionBody,
} from "./record.ts";

/** Where an item stands between unit and office. `resubmitted`: the office judged an earlier value. */
export const subjectStatusSchema = z.enum([
  "none",
  "sealed",
  "accepted",
  "returned",
  "resubmitted",
  "conflict",
]);
export type SubjectStatus = z.infer<typeof subjectStatusSchema>;

export interface SubjectState {
  readonly status: SubjectStatus;
  readonly revisions: Heads<RevisionEntry>;
  /** The value on top, where heads agree. */
  readonly current: RevisionEntry | null;
  /** The office's current judgement of the subject; null too where concurrent ones disagree. */
  readonly decision: DecisionEntry | null;
  readonly undecided: boolean;
  /** The judgements that nothing has replaced: several where PCs of the office judged apart. */
  readonly judgements: readonly DecisionEntry[];
  /** A record names one before it that has not arrived. */
  readonly incomplete: boolean;
  /** The revision that counts in city figures, with the office's 核定 value over it where there is one. */
  readonly accepted: {
    readonly revision: RevisionEntry;
    readonly body: RevisionBody;
    readonly verified: boolean;
  } | null;
  /** 公布数 in force; null too where concurrent ones differ. */
  readonly published: PublishedValue | null;
  /** The period is closed by some PC of the office, and none that knew of it opened it again. */
  readonly locked: boolean;
}

/** State of one subject from all its records; a pure function of the two sets. */
export function subjectState(
  revisions: readonly RevisionEntry[],
  decisions: readonly DecisionEntry[],
): SubjectState {
  const present = new Set(revisions.map(({ id }) => id));
  const heads = headsOf(revisions);
  // Judging, publishing and locking go their own ways: none of them replaces another.
  const judged = headsOf(
    decisions,
    ({ record: { body } }) =>
      isJudging(body.outcome) && (body.revisions ?? []).every((id) => present.has(id)),
  );
  const publications = headsOf(decisions, ({ record }) => record.body.outcome === "published");
  const locks = headsOf(decisions, ({ record }) => isLock(record.body.outcome));
  const decision = judged.conflict ? null : (judged.heads[0] ?? null);
  return {
    status: statusOf(heads, decision),
    revisions: heads,
    current: heads.conflict ? null : (heads.heads[0] ?? null),
    decision,
    undecided: judged.conflict,
    judgements: judged.heads,
    incomplete: heads.incomplete || judged.incomplete,
    accepted: acceptedOf(revisions, heads, new Judgement(decisions, present)),
    published: publications.conflict ? null : publishedBy(publications.heads[0]),
    locked: locks.heads.some(({ record }) => record.body.outcome === "locked"),
  };
}

/**
 * What counts of an entry that needs no acceptance, as of the office's own: what is on top, in a conflict what its
 * sides have in common.
 */
export function countedAtOnce({
  revisions: { base, conflict },
  current,
}: SubjectState): RevisionEntry | null {
  if (!conflict) return current;
  return base.length === 1 ? (base[0] ?? null) : null;
}

const publishedBy = (decision: DecisionEntry | undefined): PublishedValue | null =>
  publishedValueSchema.safeParse(decision?.record.body.value).data ?? null;

function statusOf(heads: Heads<RevisionEntry>, decision: DecisionEntry | null): SubjectStatus {
  if (heads.heads.length === 0) return "none";
  if (heads.conflict && !judges(decision, heads)) return "conflict";
  if (decision === null) return "sealed";
  if (!judges(decision, heads)) return "resubmitted";
  if (heads.conflict) return decision.record.body.outcome === "returned" ? "returned" : "conflict";
  return isAccepting(decision) ? "accepted" : "returned";
}

/** A decision speaks of the present value only while its `revisions` are exactly the heads. */
function judges(decision: DecisionEntry | null, heads: Heads<RevisionEntry>): boolean {
  const judged = decision?.record.body.revisions ?? [];
  return judged.length === heads.heads.length && heads.heads.every(({ id }) => judged.includes(id));
}

/**
 * The latest accepted revision in the current value's ancestry; in a conflict the latest accepted common ancestor.
 */
function acceptedOf(
  revisions: readonly RevisionEntry[],
  { heads, conflict, ancestry }: Heads<RevisionEntry>,
  judgement: Judgement,
): SubjectState["accepted"] {
  const ids = heads.map(({ id }) => id);
  const lineage = conflict
    ? ancestry.commonAncestors(ids)
    : ids.reduce((all, id) => all.union(ancestry.withAncestors(id)), new Set<RevisionEntry["id"]>());
  const accepted = ancestry.latest([...lineage].filter((id) => judgement.accepts(id)));
  const chosen = headsOf(revisions.filter(({ id }) => accepted.includes(id)));
  const revision = chosen.conflict ? undefined : chosen.heads[0];
  if (revision === undefined) return null;
  const judged = judgement.on(revision.id)?.record.body;
  const overlay = judged?.outcome === "verified" ? revisionBodySchema.safeParse(judged.value) : undefined;
  return overlay?.success
    ? { revision, body: overlay.data, verified: true }
    : { revision, body: revision.record.body, verified: false };
}
