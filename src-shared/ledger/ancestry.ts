import { compareIds, type Entry } from "./entry.ts";
import type { RecordId } from "./record.ts";

/**
 * Parentage of the records of one subject and family. A parent that is not in the ledger neither holds nor
 * rejects anything; it makes the subject incomplete.
 */
export class Ancestry {
  readonly #parents: ReadonlyMap<RecordId, readonly RecordId[]>;

  constructor(entries: readonly Entry[]) {
    this.#parents = new Map(entries.map(({ id, record }) => [id, record.parents]));
  }

  /** Ids that no present record supersedes, ascending. */
  heads(): RecordId[] {
    const superseded = new Set<RecordId>();
    for (const [id, parents] of this.#parents) {
      for (const parent of parents) if (parent !== id) superseded.add(parent);
    }
    return [...this.#parents.keys()].filter((id) => !superseded.has(id)).toSorted(compareIds);
  }

  /** Whether some record names a parent that is not here. */
  get incomplete(): boolean {
    for (const parents of this.#parents.values()) {
      if (parents.some((parent) => !this.#parents.has(parent))) return true;
    }
    return false;
  }

  /** The id itself and all it supersedes, as far as present. */
  withAncestors(id: RecordId): Set<RecordId> {
    const reached = new Set<RecordId>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next) || !this.#parents.has(next)) continue;
      reached.add(next);
      open.push(...(this.#parents.get(next) ?? []));
    }
    return reached;
  }

  /** Of the given ids, those that are no proper ancestor of another given one; ascending. */
  latest(ids: Iterable<RecordId>): RecordId[] {
    const all = [...ids];
    const older = new Set<RecordId>();
    for (const id of all) {
      for (const ancestor of this.withAncestors(id)) if (ancestor !== id) older.add(ancestor);
    }
    return all.filter((id) => !older.has(id)).toSorted(compareIds);
  }

  /** Common ancestors of all given ids that are no ancestor of another common one; may be none. */
  mergeBase(ids: readonly RecordId[]): RecordId[] {
    return this.latest(this.commonAncestors(ids));
  }

  /** Ids that stand in the ancestry of every given id (each counts as its own ancestor). */
  commonAncestors(ids: readonly RecordId[]): Set<RecordId> {
    const [first, ...rest] = ids.map((id) => this.withAncestors(id));
    if (first === undefined) return new Set();
    return rest.reduce((common, ancestors) => common.intersection(ancestors), first);
  }
}
