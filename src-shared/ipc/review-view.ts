import { z } from "zod";
import { decisionBodySchema } from "../ledger/record.ts";
import { itemSchema, periodSchema, unitKeySchema } from "../plan/ids.ts";

/** An act of the office that can still be taken back. */
export const decisionStepSchema = z.strictObject({
  no: z.int(),
  at: z.string(),
  /** What the act was; bulk acts have one outcome. */
  outcome: decisionBodySchema.shape.outcome,
  subjects: z.array(z.strictObject({ unit: unitKeySchema, period: periodSchema, item: itemSchema })).min(1),
});
export type DecisionStep = z.infer<typeof decisionStepSchema>;

/** A receipt of this PC: whose it is, its number, when it was sealed, and the file name it goes out under. */
export const writtenReceiptSchema = z.strictObject({
  unit: unitKeySchema,
  digest: z.string(),
  sequence: z.int(),
  createdAt: z.string(),
  name: z.string(),
});
export type WrittenReceiptView = z.infer<typeof writtenReceiptSchema>;
