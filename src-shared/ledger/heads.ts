import { Ancestry } from "./ancestry.ts";
import { toCanonicalText } from "./canonical.ts";
import type { Entry } from "./entry.ts";

/** What stands at the top of one subject in one family of records. */
export interface Heads<E extends Entry> {
  /** Ascending by id; several only when they disagree or were made apart with the same content. */
  readonly heads: readonly E[];
  /** Heads with differing bodies: 版本不一致 for revisions, undecided for decisions. */
  readonly conflict: boolean;
  /** Every common ancestor of differing heads that is no ancestor of another. */
  readonly base: readonly E[];
  /** A record names a parent that has not arrived. */
  readonly incomplete: boolean;
  readonly ancestry: Ancestry;
}

/**
 * Heads of the records of one subject and one family, or of those that are meant: what lies between two of them, meant
 * or not, carries their ancestry. Pure in the set: order and repetition do not matter.
 */
export function headsOf<E extends Entry>(entries: readonly E[], isMeant?: (entry: E) => boolean): Heads<E> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const ancestry = new Ancestry([...byId.values()]);
  const present = (ids: readonly E["id"][]): E[] => ids.flatMap((id) => byId.get(id) ?? []);
  const top = isMeant
    ? ancestry.latest([...byId.values()].filter(isMeant).map(({ id }) => id))
    : ancestry.heads();
  const heads = present(top);
  const bodies = new Set(heads.map(({ record }) => toCanonicalText(record.body)));
  const conflict = bodies.size > 1;
  return {
    heads,
    conflict,
    base: conflict ? present(ancestry.mergeBase(heads.map(({ id }) => id))) : [],
    incomplete: ancestry.incomplete,
    ancestry,
  };
}
