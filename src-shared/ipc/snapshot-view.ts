import { z } from "zod";
import { sha256Schema } from "../ledger/record.ts";
import { snapshotFigureSchema, snapshotVersionSchema } from "../rollup/snapshot.ts";
import { sinceItemSchema } from "../rollup/snapshot-basis.ts";

/** 定稿记录 of a period: every version, and what came after each. */
export const snapshotListSchema = z.strictObject({
  versions: z.array(
    snapshotVersionSchema.omit({ value: true }).extend({
      ledger: sha256Schema,
      records: z.int(),
      figures: z.array(snapshotFigureSchema),
      since: z.array(sinceItemSchema),
    }),
  ),
  /** The figures as they are now. */
  now: z.array(snapshotFigureSchema),
});
export type SnapshotList = z.infer<typeof snapshotListSchema>;
export type SnapshotView = SnapshotList["versions"][number];
