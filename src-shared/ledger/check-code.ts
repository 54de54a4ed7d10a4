import { toCanonicalText } from "./canonical.ts";
import { compareIds } from "./entry.ts";

/**
 * What the 核对码 is taken over: the canonical text of all answers of a unit's period, `[[item, body], …]`
 * ascending by item. Its first 16 hex digits of SHA-256 stand on paper; the office takes the same over what it
 * merged. Standing contacts and carried register rows belong to their own period.
 */
export const checkCodeText = (answers: Iterable<readonly [item: string, body: unknown]>): string =>
  toCanonicalText(Array.from(answers).toSorted(([a], [b]) => compareIds(a, b)));
