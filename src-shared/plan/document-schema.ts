import { z } from "zod";
import { basisSchema, textSchema } from "./basis-schema.ts";
import { isoDateSchema, unitKeySchema } from "./ids.ts";

const restorationSchema = z.strictObject({
  line: z.int().positive(),
  context: textSchema,
  source: textSchema,
  restored: textSchema,
  reason: textSchema,
});

export const documentSchema = z.strictObject({
  title: textSchema,
  shortTitle: textSchema,
  issuer: textSchema,
  issuerBasis: basisSchema,
  issuedDate: isoDateSchema,
  documentNumber: z.string().optional(),
  approval: textSchema,
  publicity: textSchema,
  startYear: z.int(),
  endYear: z.int(),
  addressees: z.array(textSchema),
  source: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    restorations: z.array(restorationSchema),
  }),
  clause: z.strictObject({ task: z.int(), text: textSchema, units: z.array(unitKeySchema).min(1) }),
  /** Figures of the notice that are names or dates, not targets, each with why: `五十强`, `5G`, `2026年`. */
  numerals: z.array(z.strictObject({ task: z.int().optional(), text: textSchema, meaning: textSchema })),
});
