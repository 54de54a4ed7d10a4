import { z } from "zod";
import { draftSchema } from "../checks/draft.ts";
import { evidenceSchema } from "../ledger/record.ts";
import { itemSchema, periodSchema } from "../plan/ids.ts";

/** 送审稿 of one period as the windows show it. */
export const reviewCopiesSchema = z.strictObject({
  period: periodSchema,
  /** 核对码 of the answers as they are now. */
  checkCode: z.string(),
  /** The newest one printed. */
  copy: z
    .strictObject({
      no: z.int(),
      printedAt: z.string(),
      checkCode: z.string(),
      /** Of the stamped paper; kept on this computer alone. */
      scan: z.array(evidenceSchema),
    })
    .nullable(),
  /** Items that are answered otherwise than on that paper. */
  changes: z.array(
    z.strictObject({ item: itemSchema, printed: draftSchema.nullable(), present: draftSchema.nullable() }),
  ),
});
export type ReviewCopies = z.infer<typeof reviewCopiesSchema>;
