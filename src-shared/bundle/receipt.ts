import { z } from "zod";
import { timeSchema } from "../ledger/text.ts";
import { ascends, digestSchema } from "./identifiers.ts";
import { rejectionReasonSchema } from "./reasons.ts";

const entry = { digest: digestSchema, receivedAt: timeSchema };
const receivedBundleSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...entry, status: z.literal("merged") }),
  z.strictObject({ ...entry, status: z.literal("rejected"), reason: rejectionReasonSchema }),
]);
export type ReceivedBundle = z.infer<typeof receivedBundleSchema>;

/** `receipt.json`: which bundles of the unit arrived. Outcomes of items are decisions, not part of it. */
export const receiptSchema = z.strictObject({
  format: z.literal("taizhang-receipt"),
  v: z.literal(1),
  bundles: z
    .array(receivedBundleSchema)
    .max(10_000)
    .refine((bundles) => ascends(bundles.map((bundle) => bundle.digest)), { message: "not ascending" }),
});
export type Receipt = z.infer<typeof receiptSchema>;
