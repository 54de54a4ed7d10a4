import type { DecisionEntry } from "./entry.ts";
import { headsOf } from "./heads.ts";
import type { RecordId } from "./record.ts";

/**
 * The office's present word on single revisions, from all decisions of their subject. Later decisions on other
 * revisions leave it standing, so that returning a correction does not undo the figure accepted before it.
 */
export class Judgement {
  readonly #decisions: readonly DecisionEntry[];
  readonly #known = new Map<RecordId, DecisionEntry | null>();

  constructor(decisions: readonly DecisionEntry[]) {
    this.#decisions = decisions;
  }

  /** The decision in force on this revision; null where there is none or concurrent ones disagree. */
  on(revision: RecordId): DecisionEntry | null {
    const known = this.#known.get(revision);
    if (known !== undefined) return known;
    const about = this.#decisions.filter(({ record }) => record.body.revisions?.includes(revision));
    const { heads, conflict } = headsOf(about);
    const decision = conflict ? null : (heads[0] ?? null);
    this.#known.set(revision, decision);
    return decision;
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
