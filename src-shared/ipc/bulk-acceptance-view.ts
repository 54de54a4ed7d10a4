import { z } from "zod";
import { itemSchema, unitKeySchema } from "../plan/ids.ts";
import { leftReasons } from "../review/judging.ts";

/** Of one unit: what would be accepted at once, and what stays out and why. */
export const unitAcceptanceSchema = z.strictObject({
  unit: unitKeySchema,
  name: z.string(),
  accept: z.array(itemSchema),
  left: z.array(z.strictObject({ why: z.enum(leftReasons), items: z.array(itemSchema).min(1) })),
});
export type UnitAcceptance = z.infer<typeof unitAcceptanceSchema>;
