import { z } from "zod";
import { itemSchema } from "../plan/ids.ts";

/** 强制性 must be mended, 核实性 needs an explanation, 提示性 needs no answer. */
export const tierSchema = z.enum(["hard", "soft", "hint"]);
export type Tier = z.infer<typeof tierSchema>;

/** What a check found at one item. The sentence comes from the rule's message in the plan (`describeFinding`). */
export const findingSchema = z.strictObject({
  item: itemSchema,
  /** Input, register field or member of the draft (`progress`, `noData.expected`) that it speaks of. */
  input: z.string().optional(),
  /** Id of the plan's rule, or of one of the built-in rules that hold for every plan. */
  rule: z.string(),
  tier: tierSchema,
  /** Fill the blanks of the message: names, figures as shown, periods. */
  params: z.record(z.string(), z.string()),
  /** A soft finding with an explanation that says something; hard findings and hints never are. */
  explained: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

export const isHard = (finding: Finding): boolean => finding.tier === "hard";
export const needsExplanation = (finding: Finding): boolean => finding.tier === "soft" && !finding.explained;
