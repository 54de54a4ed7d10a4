import { z } from "zod";

/** Why a light is what it is. Figures are as shown, without their unit. */
export const reasonSchema = z.discriminatedUnion("code", [
  /** Completion against schedule, in per cent; `behind` is negative when ahead. */
  z.strictObject({
    code: z.literal("pace"),
    completion: z.string(),
    schedule: z.string(),
    behind: z.string(),
  }),
  /** Growth and ratios against what is due by now. */
  z.strictObject({ code: z.literal("gap"), value: z.string(), scheduled: z.string(), behind: z.string() }),
  /** Ranks: place against place. */
  z.strictObject({ code: z.literal("places"), rank: z.string(), target: z.string() }),
  z.strictObject({ code: z.literal("unranked") }),
  z.strictObject({ code: z.literal("incomplete"), reported: z.int(), expected: z.int() }),
  z.strictObject({ code: z.literal("not-reported") }),
  z.strictObject({ code: z.literal("not-due") }),
  z.strictObject({ code: z.literal("not-applicable") }),
  z.strictObject({ code: z.literal("denominator-missing") }),
  z.strictObject({ code: z.literal("no-annual-target"), year: z.int() }),
  z.strictObject({ code: z.literal("no-county-target") }),
  z.strictObject({ code: z.literal("no-target") }),
  z.strictObject({ code: z.literal("no-schedule") }),
  z.strictObject({ code: z.literal("no-baseline") }),
  z.strictObject({ code: z.literal("no-tolerance"), value: z.string(), target: z.string(), gap: z.string() }),
  /** 提升: against the office's 基期 or the earliest complete December. */
  z.strictObject({
    code: z.literal("since-baseline"),
    value: z.string(),
    baseline: z.string(),
    change: z.string(),
  }),
  z.strictObject({ code: z.literal("office-judges") }),
  /** More digits than the format page allows: some unit's figure is absurd. */
  z.strictObject({ code: z.literal("out-of-range") }),
  /** All-of: how many parts of how many are there. */
  z.strictObject({ code: z.literal("parts"), done: z.int(), of: z.int() }),
]);
export type Reason = z.infer<typeof reasonSchema>;
