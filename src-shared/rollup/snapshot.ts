import { z } from "zod";
import type { DecisionEntry } from "../ledger/entry.ts";
import { headsOf } from "../ledger/heads.ts";
import { publishedValueSchema, recordIdSchema, sha256Schema } from "../ledger/record.ts";
import { decimalSchema } from "../plan/ids.ts";
import { lightSchema, type RollupResult } from "./types.ts";

/**
 * 汇总定稿: a period's roll-up frozen under a number, as the value of a `snapshot` decision on the item `period` of the
 * office. domain.md “After the period”. Two office PCs may each make one under the same number: both stand.
 */

/** First 32 hex digits of a record id, as a device id is of its key's digest: a record line holds 1 MiB. */
const markIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
export const markId = (id: string): string => id.slice(0, 32);

/** What one subject gave: the accepted revision, what stood above it, whether a 核定 lay over it. */
export const markSchema = z.object({
  accepted: markIdSchema.optional(),
  /** On top without being accepted. */
  waiting: markIdSchema.optional(),
  /** The decision of a 核定. */
  verified: markIdSchema.optional(),
  conflict: z.literal(true).optional(),
  /** Of the subject, where it is not the snapshot's own. */
  period: z.string().optional(),
});
export type Mark = z.infer<typeof markSchema>;

/** `unit → item → mark`; an item of an earlier December that means and baselines look at reads `item@2024-12`. */
export const basisSchema = z.record(z.string(), z.record(z.string(), markSchema));
export type Basis = z.infer<typeof basisSchema>;

export const snapshotFigureSchema = z.object({
  id: z.string(),
  chain: z.string().optional(),
  /** Missing is missing, never 0. */
  value: decimalSchema.optional(),
  published: publishedValueSchema.optional(),
  light: lightSchema,
  reported: z.int(),
  expected: z.int(),
});
export type SnapshotFigure = z.infer<typeof snapshotFigureSchema>;

/** NOTE: members that a later program adds are passed over. */
export const snapshotValueSchema = z.object({
  number: z.int().positive(),
  /** Ledger digest and number of records at the moment of the snapshot. */
  ledger: sha256Schema,
  revisions: z.int().nonnegative(),
  decisions: z.int().nonnegative(),
  figures: z.array(snapshotFigureSchema),
  basis: basisSchema,
});
export type SnapshotValue = z.infer<typeof snapshotValueSchema>;

export const snapshotFigures = ({ indicators }: RollupResult): SnapshotFigure[] =>
  indicators.map(({ id, chain, value, published, light, units }) => ({
    id,
    ...(chain === undefined ? {} : { chain }),
    ...(value === null ? {} : { value }),
    ...(published === undefined ? {} : { published: publishedOf(published) }),
    light,
    reported: units.reported,
    expected: units.expected,
  }));

const publishedOf = ({ value, source, date, use }: z.infer<typeof publishedValueSchema>) => ({
  value,
  source,
  date,
  use,
});

export const snapshotVersionSchema = z.strictObject({
  id: recordIdSchema,
  number: z.int(),
  comment: z.string(),
  by: z.string(),
  at: z.string(),
  device: z.string(),
  planVersion: z.int(),
  /** No later version was made knowing of this one; several where office PCs made theirs apart. */
  latest: z.boolean(),
  value: snapshotValueSchema,
});
export type SnapshotVersion = z.infer<typeof snapshotVersionSchema>;

/** The versions of one period, newest number first. Pure in the set of decisions. */
export function snapshotsOf(decisions: readonly DecisionEntry[]): SnapshotVersion[] {
  const isSnapshot = ({ record }: DecisionEntry): boolean =>
    snapshotValueSchema.safeParse(record.body.value).success && record.body.outcome === "snapshot";
  const latest = new Set(headsOf(decisions, isSnapshot).heads.map(({ id }) => id));
  return decisions
    .filter(isSnapshot)
    .map(({ id, record }) => {
      const value = snapshotValueSchema.parse(record.body.value);
      return {
        id,
        number: value.number,
        comment: record.body.comment ?? "",
        by: record.author.name,
        at: record.at,
        device: record.device,
        planVersion: record.planVersion,
        latest: latest.has(id),
        value,
      };
    })
    .toSorted((a, b) => b.number - a.number || (a.id < b.id ? -1 : 1));
}

export const nextNumber = (versions: readonly Pick<SnapshotVersion, "number">[]): number =>
  Math.max(0, ...versions.map(({ number }) => number)) + 1;

/** One figure that reads otherwise in the later of two lists; undefined where it is not there. */
export interface FigureChange {
  readonly id: string;
  readonly chain?: string | undefined;
  readonly before: SnapshotFigure | undefined;
  readonly after: SnapshotFigure | undefined;
}

const keyOf = ({ id, chain }: Pick<SnapshotFigure, "id" | "chain">): string => `${id}/${chain ?? ""}`;

/** Figure by figure what differs: the rolled-up value, or what was published. In the order of the later list. */
export function figureChanges(
  before: readonly SnapshotFigure[],
  after: readonly SnapshotFigure[],
): FigureChange[] {
  const was = new Map(before.map((figure) => [keyOf(figure), figure]));
  const is = new Set(after.map(keyOf));
  const changed = after
    .filter((figure) => differs(was.get(keyOf(figure)), figure))
    .map((figure) => ({ id: figure.id, chain: figure.chain, before: was.get(keyOf(figure)), after: figure }));
  const gone = before
    .filter((figure) => !is.has(keyOf(figure)) && differs(figure, undefined))
    .map((figure) => ({ id: figure.id, chain: figure.chain, before: figure, after: undefined }));
  return [...changed, ...gone];
}

const differs = (a: SnapshotFigure | undefined, b: SnapshotFigure | undefined): boolean =>
  a?.value !== b?.value ||
  a?.published?.value !== b?.published?.value ||
  a?.published?.use !== b?.published?.use;
