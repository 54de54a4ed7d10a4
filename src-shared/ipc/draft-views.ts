import { z } from "zod";
import { draftSchema } from "../checks/draft.ts";
import { correctionReasonSchema, decisionBodySchema, revisionBodySchema } from "../ledger/record.ts";
import { itemSchema } from "../plan/ids.ts";
import { savedViewSchema } from "./views.ts";

/** How drafts came to be: the steps that can be undone, and what happened to one item. */

/** How a step was made; several cells of one act are one step. */
export const stepLabelSchema = z.enum(["typed", "pasted", "carried", "imported", "settled"]);
export type StepLabel = z.infer<typeof stepLabelSchema>;
export const stepActSchema = z.enum([...stepLabelSchema.options, "undone", "redone", "sealed", "set-aside"]);
export type StepAct = z.infer<typeof stepActSchema>;

const stepViewSchema = z.strictObject({
  no: z.int().positive(),
  at: z.string(),
  author: z.string(),
  act: stepActSchema,
  items: z.array(itemSchema).min(1),
});

/** Both stacks of a period, the step that comes next first. */
export const draftStepsSchema = z.strictObject({
  undo: z.array(stepViewSchema),
  redo: z.array(stepViewSchema),
});

/** Why a step stays as it is: something else happened to one of its items since. */
export const stepBarSchema = z.enum(["sealed", "accepted", "returned", "changed", "not-in-plan"]);
export type StepBar = z.infer<typeof stepBarSchema>;

/** What was undone or redone, or why not; both are null where there is nothing left. */
export const walkedStepSchema = z.strictObject({
  saved: savedViewSchema.nullable(),
  items: z.array(itemSchema),
  barred: z.strictObject({ item: itemSchema, why: stepBarSchema }).nullable(),
});

/** One item of the own unit, newest first. */
export const itemHistorySchema = z.array(
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("draft"),
      at: z.string(),
      by: z.string(),
      act: stepActSchema,
      from: draftSchema.nullable(),
      to: draftSchema.nullable(),
    }),
    z.strictObject({
      kind: z.literal("revision"),
      at: z.string(),
      by: z.string(),
      body: revisionBodySchema,
      /** Where it took the place of another: a 更正 or 重报. */
      replaces: z.boolean(),
      reason: correctionReasonSchema.nullable(),
    }),
    z.strictObject({
      kind: z.literal("decision"),
      at: z.string(),
      by: z.string(),
      outcome: decisionBodySchema.shape.outcome,
      comment: z.string().nullable(),
    }),
  ]),
);

export type DraftSteps = z.infer<typeof draftStepsSchema>;
export type WalkedStep = z.infer<typeof walkedStepSchema>;
export type ItemHistory = z.infer<typeof itemHistorySchema>;
