import { z } from "zod";
import { itemSchema, periodSchema } from "../plan/ids.ts";
import { planChangeSchema } from "../plan/plan-changes.ts";

/** What a newer plan changed, until it was read, and the drafts that it has no place for. */
export const planNewsSchema = z.strictObject({
  /** The version that was last read; null where there is nothing new. */
  from: z.int().nullable(),
  to: z.int(),
  changes: z.array(planChangeSchema),
  kept: z.array(
    z.strictObject({
      no: z.int(),
      period: periodSchema,
      item: itemSchema,
      title: z.string(),
      lines: z.array(z.strictObject({ member: z.string(), name: z.string().nullable(), value: z.string() })),
      savedAt: z.string(),
      author: z.string(),
      /** The item itself is gone; else some of its figures. */
      whole: z.boolean(),
    }),
  ),
});
export type PlanNews = z.infer<typeof planNewsSchema>;
