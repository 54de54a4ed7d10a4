import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fingerprintSchema, SUITE_NAMES, type SuiteName } from "#shared/bundle/identifiers.ts";
import { heldReasonSchema, rejectionReasonSchema } from "#shared/bundle/reasons.ts";

/** The published test vectors, as any program would read them. */

export const VECTORS = join(import.meta.dirname, "..", "..", "docs", "bundle-vectors");

const vectorSchema = z.strictObject({
  file: z.string(),
  identity: z.string().optional(),
  known: z.array(z.string()),
  reason: z.union([rejectionReasonSchema, heldReasonSchema]).nullable(),
  status: z.enum(["admitted", "held", "rejected"]),
  trust: z.array(fingerprintSchema),
  what: z.string().regex(/^\S.+\.$/),
});
export type BundleVector = z.infer<typeof vectorSchema>;

const indexSchema = z.strictObject({
  format: z.literal("taizhang-vectors"),
  v: z.literal(1),
  identity: z.string(),
  vectors: z.array(vectorSchema).min(1),
});

const jsonOf = (name: string): unknown => JSON.parse(readFileSync(join(VECTORS, name), "utf8"));

export const bundleVectors = (): readonly BundleVector[] => indexSchema.parse(jsonOf("vectors.json")).vectors;

const hexSchema = z.string().regex(/^(?:[0-9a-f]{2})*$/);
const signatureSchema = z.strictObject({
  suite: z.enum(SUITE_NAMES),
  what: z.string().min(1),
  publicKey: z.string().min(1),
  message: hexSchema,
  signature: hexSchema,
  valid: z.boolean(),
  openssl: z.boolean().optional(),
});
export type SignatureVector = z.infer<typeof signatureSchema>;

export const signatureVectors = (): readonly SignatureVector[] =>
  z
    .strictObject({
      format: z.literal("taizhang-signature-vectors"),
      v: z.literal(1),
      vectors: z.array(signatureSchema).min(1),
    })
    .parse(jsonOf("signatures.json")).vectors;

const canonicalSchema = z.strictObject({
  what: z.string().min(1),
  input: z.string().optional(),
  inputHex: hexSchema.optional(),
  canonical: z.string().nullable(),
  depth: z.int().optional(),
});
export type CanonicalVector = z.infer<typeof canonicalSchema>;

export const canonicalVectors = (): readonly CanonicalVector[] =>
  z
    .strictObject({
      format: z.literal("taizhang-canonical-vectors"),
      v: z.literal(1),
      vectors: z.array(canonicalSchema).min(1),
    })
    .parse(jsonOf("canonical.json")).vectors;

export const vectorFile = (file: string): Uint8Array => readFileSync(join(VECTORS, file));

/** The age identity in a file as age itself writes it: comments, and one line that is none. */
export const identityIn = (file: string): string =>
  readFileSync(join(VECTORS, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .join("");

export function suiteOfVector({ file }: BundleVector): SuiteName {
  const suite = SUITE_NAMES.find((name) => file.startsWith(`${name}/`));
  if (suite === undefined) throw new Error(`${file} is in no suite's folder`);
  return suite;
}
