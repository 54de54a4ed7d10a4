import { z } from "zod";
import { periodSchema, unitKeySchema } from "../plan/ids.ts";

/**
 * How the 核对码 of a received sheet stands to the data of the office: the same; another; the same when the sheet came
 * but the data changed since; no data yet; or nobody has compared.
 */
export const paperCheckSchema = z.enum(["agrees", "differs", "changed", "no-data", "unchecked"]);

export const paperUnitSchema = z.strictObject({
  unit: unitKeySchema,
  name: z.string(),
  /** Null while the sheet has not come. */
  received: z.strictObject({ at: z.string(), check: paperCheckSchema }).nullable(),
});
export type PaperUnit = z.infer<typeof paperUnitSchema>;

/** A sheet put on the pile: of a unit by hand, by what was scanned, or both. */
export const paperReceiveSchema = z.strictObject({
  period: periodSchema,
  unit: unitKeySchema.nullable(),
  text: z.string().max(400).nullable(),
});

/**
 * What became of it. Nothing is noted of a sheet of another unit or period (`elsewhere`), of a code that no unit's data
 * have (`nobody`) and of what is no 核对码 (`unreadable`).
 */
export const paperOutcomeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("received"), unit: unitKeySchema, check: paperCheckSchema }),
  z.strictObject({ kind: z.enum(["elsewhere", "nobody", "unreadable"]) }),
]);
export type PaperOutcome = z.infer<typeof paperOutcomeSchema>;
