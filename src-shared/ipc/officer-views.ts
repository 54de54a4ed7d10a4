import { z } from "zod";
import { authorSchema } from "../ledger/record.ts";

/** The people who work on one laptop, and how it locks itself. Both are kept here alone. */

export const officerRoleSchema = z.enum(["filler", "reviewer", "head"]);
export type OfficerRole = z.infer<typeof officerRoleSchema>;

export const officerNameSchema = authorSchema.shape.name;

export const officerSchema = z.strictObject({
  name: officerNameSchema,
  roles: z.array(officerRoleSchema),
});
export type Officer = z.infer<typeof officerSchema>;

/** Minutes without a key or the mouse until the window locks itself; `never` switches that off. */
export const lockAfterSchema = z.enum(["never", "5", "10", "30"]);
export type LockAfter = z.infer<typeof lockAfterSchema>;
