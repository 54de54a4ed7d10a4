import type { DecisionEntry, RevisionEntry } from "./entry.ts";
import { Judgement } from "./judgement.ts";
import type { RevisionBody } from "./record.ts";
import { countedAtOnce, subjectState, type SubjectState, type SubjectStatus } from "./subject-state.ts";

/** One revision of a subject as a figure meets it. */
export interface TracedRevision {
  readonly entry: RevisionEntry;
  readonly status: SubjectStatus;
  /** The figure rests on it; others wait, came back or disagree. */
  readonly used: boolean;
  /** The office's 核定 body, which counts in its place. */
  readonly verified: RevisionBody | null;
  /** The office's present word on this revision. */
  readonly decision: DecisionEntry | null;
}

/**
 * What a roll-up takes: `accepted` what the office accepted, `unjudged` also what waits (含待审), `own` whatever is on
 * top, as of the office's own entries. What is in conflict never counts, unless 含待审 is told which side to take
 * meanwhile (暂用); what its sides come from may.
 */
export type Taking = "accepted" | "unjudged" | "own";

/** The revision that a roll-up takes from a subject, first, then what stands on top beside it. `chosen`: 暂用. */
export function subjectTrace(
  revisions: readonly RevisionEntry[],
  decisions: readonly DecisionEntry[],
  taking: Taking,
  chosen: RevisionEntry | null = null,
): TracedRevision[] {
  const state = subjectState(revisions, decisions);
  const { status, accepted, current } = state;
  const meanwhile = taking === "unjudged" ? chosen : null;
  const used = meanwhile ?? offered(state, taking) ?? accepted?.revision ?? null;
  const onTop = current === null ? state.revisions.heads : [current];
  const beside = onTop.filter(({ id }) => id !== used?.id);
  const judgement = new Judgement(decisions, new Set(revisions.map(({ id }) => id)));
  return [...(used === null ? [] : [used]), ...beside].map((entry) => ({
    entry,
    status,
    used: entry.id === used?.id,
    verified: accepted?.verified === true && entry.id === accepted.revision.id ? accepted.body : null,
    decision: judgement.on(entry.id),
  }));
}

function offered(state: SubjectState, taking: Taking): RevisionEntry | null {
  if (taking === "own") return countedAtOnce(state);
  const { status, current } = state;
  if (taking === "accepted" || status === "conflict") return null;
  return status === "returned" ? null : current;
}
