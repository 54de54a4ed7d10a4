import { z } from "zod";
import { deviceIdSchema } from "../ledger/record.ts";
import { lineSchema } from "../ledger/text.ts";
import { unitKeySchema } from "../plan/ids.ts";
import { certificateSchema, officersSchema } from "./certificate.ts";
import { ascends, digestSchema, publicKeySchema, recipientSchema, suiteNameSchema } from "./identifiers.ts";
import { planReferenceSchema } from "./manifest.ts";

/** `request.json`: what a laptop asks to be certified as. Its own certificate travels as `signer.json`. */
export const enrolRequestSchema = z.strictObject({
  format: z.literal("taizhang-enrol-request"),
  v: z.literal(1),
  device: deviceIdSchema,
  encryption: recipientSchema,
  officers: officersSchema,
  plan: planReferenceSchema,
  publicKey: publicKeySchema,
  role: z.enum(["reporter", "office"]),
  suite: suiteNameSchema,
  unit: unitKeySchema,
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

/** A raw signature of 64 bytes or a DER one, in base64. */
export const signatureTextSchema = z
  .string()
  .max(200)
  .regex(/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);

/**
 * `grant.json`: the issued certificate with the root's signature over its canonical bytes, the request it
 * answers, the plan version in force, and where the office can be reached by encryption.
 */
export const enrolGrantSchema = z.strictObject({
  format: z.literal("taizhang-enrol-grant"),
  v: z.literal(1),
  certificate: certificateSchema,
  certificateSignature: signatureTextSchema,
  office: z.strictObject({
    name: lineSchema.min(1).max(200),
    recipients: z.array(recipientSchema).min(1).max(50).refine(ascends, { message: "not ascending" }),
    unit: unitKeySchema,
  }),
  plan: planReferenceSchema,
  request: digestSchema,
});
export type EnrolGrant = z.infer<typeof enrolGrantSchema>;
