import type { DecisionEntry } from "./entry.ts";
import { headsOf } from "./heads.ts";
import type { DecisionBody, RecordId } from "./record.ts";

type Outcome = DecisionBody["outcome"];

/**
 * The office's present word on single revisions, from all decisions of their subject. Later decisions on other
 * revisions leave it standing, so that returning a correction does not undo the figure accepted before it.
 */
export class Judgement {
  readonly #decisions: readonly DecisionEntry[];
  readonly #present: ReadonlySet<RecordId>;
  readonly #known = new Map<RecordId, DecisionEntry | null>();

  constructor(decisions: readonly DecisionEntry[], present: ReadonlySet<RecordId>) {
    this.#decisions = decisions;
    this.#present = present;
  }

  /** The decision in force on this revision; null where there is none or concurrent ones disagree. */
  on(revision: RecordId): DecisionEntry | null {
    const known = this.#known.get(revision);
    if (known !== undefined) return known;
    const { heads, conflict } = headsOf(this.#decisions, (decision) => this.#isAbout(decision, revision));
    const decision = conflict ? null : (heads[0] ?? null);
    this.#known.set(revision, decision);
    return decision;
  }

  #isAbout({ record: { body } }: DecisionEntry, revision: RecordId): boolean {
    const judged = body.revisions ?? [];
    // NOTE: a decision on a revision that is not here has no effect yet.
    return judged.includes(revision) && judged.every((id) => this.#present.has(id));
  }

  accepts(revision: RecordId): boolean {
    const decision = this.on(revision);
    return decision !== null && isAccepting(decision);
  }
}

/** 接收, 办结/销号 and 核定 all imply acceptance. */
export const isAccepting = ({ record }: DecisionEntry): boolean =>
  record.body.outcome === "accepted" ||
  record.body.outcome === "closed" ||
  record.body.outcome === "verified";

const JUDGING: ReadonlySet<Outcome> = new Set(["accepted", "returned", "closed", "verified"]);

/** Outcomes that judge revisions. */
export const isJudging = (outcome: Outcome): boolean => JUDGING.has(outcome);

export const isLock = (outcome: Outcome): boolean => outcome === "locked" || outcome === "unlocked";
