import { z } from "zod";
import { evaluationSchema } from "../evaluation/evaluate.ts";
import { evaluationSettingsSchema } from "../evaluation/evaluation-settings.ts";
import { recordIdSchema, taskProgressSchema } from "../ledger/record.ts";
import { itemSchema, periodSchema, unitKeySchema } from "../plan/ids.ts";

/** 考核 of a period; both null until the office has set its weights. */
export const evaluationViewSchema = z.strictObject({
  settings: evaluationSettingsSchema.nullable(),
  evaluation: evaluationSchema.nullable(),
});
export type EvaluationView = z.infer<typeof evaluationViewSchema>;

/** One 典型经验: the progress as it read when it was marked. */
export const exemplarySchema = z.strictObject({
  unit: unitKeySchema,
  period: periodSchema,
  item: itemSchema,
  revision: recordIdSchema,
  body: taskProgressSchema,
  by: z.string(),
  at: z.string(),
  /** `corrected`: another version stands there now. `returned`: the office sent it back. */
  since: z.enum(["unchanged", "corrected", "returned"]),
});
export type Exemplary = z.infer<typeof exemplarySchema>;

export const exemplaryMarkSchema = z.strictObject({
  unit: unitKeySchema,
  period: periodSchema,
  item: itemSchema,
  marked: z.boolean(),
});
