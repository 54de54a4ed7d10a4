import { z } from "zod";
import { evidenceSchema } from "../ledger/record.ts";

/** 附件 as the windows speak of them. */

export const citedFileSchema = evidenceSchema.pick({ sha256: true, size: true });
export const namedFileSchema = evidenceSchema.pick({ sha256: true, size: true, name: true });

export const addedAttachmentsSchema = z.strictObject({
  added: z.array(evidenceSchema),
  /** Each with why; the others are added all the same. */
  refused: z.array(
    z.strictObject({
      name: z.string(),
      error: z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }),
    }),
  ),
});
export type AddedAttachments = z.infer<typeof addedAttachmentsSchema>;
