import { digestSchema, type BundleDigest } from "#shared/bundle/identifiers.ts";
import type { Warning } from "#shared/bundle/reasons.ts";
import type { Database } from "../../store/database.ts";
import { placeInSeries, seriesOf, type Series } from "../../store/bundles.ts";

/** Place of the next bundle in a series: one more than the last, naming the digest before it. */
export function nextInSeries(
  db: Database,
  series: Series,
): { readonly sequence: number; readonly previous: BundleDigest | null } {
  const last = seriesOf(db, series).at(-1);
  return last === undefined
    ? { sequence: 1, previous: null }
    : { sequence: last.sequence + 1, previous: digestSchema.parse(last.digest) };
}

/** A day's difference between a laptop's clock and this one is no news; more is said. */
const CLOCK_TOLERANCE_MS = 86_400_000;

/**
 * What a bundle's place in its series tells: `gap` (the one before it has not arrived), `fork` (its number is taken by
 * another: a copied or restored laptop), `clock` (written in the future).
 */
export function seriesWarnings(
  db: Database,
  bundle: Series & { readonly digest: string; readonly sequence: number; readonly createdAt: string },
  receivedAt: string,
): Warning[] {
  const { sequence, createdAt } = bundle;
  const { isTaken, followsAnother } = placeInSeries(db, bundle, bundle);
  const warnings: Warning[] = [];
  if (sequence > 1 && !followsAnother) warnings.push("gap");
  if (isTaken) warnings.push("fork");
  if (Date.parse(createdAt) - Date.parse(receivedAt) > CLOCK_TOLERANCE_MS) warnings.push("clock");
  return warnings;
}
