import { z } from "zod";
import { planChangeSchema } from "../plan/plan-changes.ts";
import { planErrorSchema } from "../plan/plan-error.ts";

/** What came of a new version of the plan: all that is wrong with it, or what it changes. */
export const planOutcomeSchema = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("refused"),
    /** As `describePlanError` puts into sentences. */
    errors: z.array(planErrorSchema),
  }),
  z.strictObject({
    /** `fit`: nothing is stored yet. */
    status: z.enum(["fit", "taken"]),
    version: z.int(),
    digest: z.string(),
    changes: z.array(planChangeSchema),
  }),
]);
export type PlanOutcome = z.infer<typeof planOutcomeSchema>;

export const planVersionsSchema = z.strictObject({
  /** This PC holds the root: it alone changes and publishes the plan. */
  mayRevise: z.boolean(),
  /** Newest first. */
  versions: z.array(
    z.strictObject({
      version: z.int(),
      digest: z.string(),
      /** When it came to be held here; null for versions of before that was written down. */
      heldAt: z.string().nullable(),
      /** When a plan bundle of it was last signed or taken in; null: nobody else has it. */
      publishedAt: z.string().nullable(),
      /** Records in the ledger that were made under it. */
      records: z.int(),
    }),
  ),
});
export type PlanVersions = z.infer<typeof planVersionsSchema>;
