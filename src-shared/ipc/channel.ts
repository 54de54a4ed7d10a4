import { z } from "zod";
import { sheetSchema } from "../paper/sheets.ts";
import { periodSchema, unitKeySchema } from "../plan/ids.ts";

/** What channels are made of: input and output schema, and the parts that many of them share. */

export const none = z.strictObject({});
export const path = z.string().min(1).max(4096);
export const passphrase = z.string().min(1).max(1024);
export const line = z.string().trim().min(1).max(60);
export const atPeriod = z.strictObject({ period: periodSchema });
export const written = z.strictObject({ file: path, digest: z.string() });

export const channel = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const sheetRequest = z.strictObject({
  sheet: sheetSchema,
  unit: unitKeySchema,
  period: periodSchema.optional(),
  blank: z.boolean(),
  /** Of the 分办单: one department alone. */
  department: z.string().min(1).max(200).optional(),
});
