import { z } from "zod";
import { deviceIdSchema } from "../ledger/record.ts";
import { lineSchema, timeSchema } from "../ledger/text.ts";
import { periodSchema, planIdSchema, unitKeySchema } from "../plan/ids.ts";
import { ascends, digestSchema, suiteNameSchema } from "./identifiers.ts";

export const bundleKindSchema = z.enum([
  "plan",
  "enrol-request",
  "enrol-grant",
  "submission",
  "exchange",
  "receipt",
  "recovery",
  "office-exchange",
]);
export type BundleKind = z.infer<typeof bundleKindSchema>;

const personSchema = lineSchema.min(1).max(60);
/** Who filled, reviewed and answers for it: claims of the signing device. */
export const peopleSchema = z.strictObject({
  filler: personSchema.optional(),
  reviewer: personSchema.optional(),
  head: personSchema.optional(),
  office: personSchema.optional(),
});
export type People = z.infer<typeof peopleSchema>;

export const planReferenceSchema = z.strictObject({ id: planIdSchema, version: z.int().positive() });
export type PlanReference = z.infer<typeof planReferenceSchema>;

const countsSchema = z.strictObject({
  attachments: z.int().nonnegative(),
  decisions: z.int().nonnegative(),
  revisions: z.int().nonnegative(),
});

const fileSchema = z.strictObject({
  digest: digestSchema,
  path: lineSchema.min(1).max(200),
  size: z.int().nonnegative(),
});

/** `manifest.json`: what the signature covers; its digest is the bundle's identity. */
export const manifestSchema = z.strictObject({
  format: z.literal("taizhang-bundle"),
  v: z.literal(1),
  counts: countsSchema,
  createdAt: timeSchema,
  device: deviceIdSchema,
  files: z
    .array(fileSchema)
    .max(10_000)
    .refine((files) => ascends(files.map((file) => file.path)), { message: "not sorted by path" }),
  kind: bundleKindSchema,
  people: peopleSchema,
  periods: z.array(periodSchema).max(1000).refine(ascends, { message: "not ascending" }),
  plan: planReferenceSchema,
  previous: digestSchema.nullable(),
  sequence: z.int().positive(),
  suite: suiteNameSchema,
  unit: unitKeySchema.nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;
