import { z } from "zod";
import { deviceIdSchema } from "../ledger/record.ts";
import { lineSchema, timeSchema } from "../ledger/text.ts";
import { planIdSchema, unitKeySchema } from "../plan/ids.ts";
import { fingerprintSchema, publicKeySchema, recipientSchema, suiteNameSchema } from "./identifiers.ts";

export const CERTIFICATE_FORMAT = "taizhang-certificate";
export const officersSchema = z.array(lineSchema.min(1).max(60)).min(1).max(20);
export const certificateRoleSchema = z.enum(["root", "office", "reporter"]);
export type CertificateRole = z.infer<typeof certificateRoleSchema>;

/**
 * Binds a device's key to a unit and a role. `issuer` is the fingerprint of the root's key; a root's own
 * certificate and an enrolment request's are signed by themselves and carry serial 0.
 */
export const certificateSchema = z
  .strictObject({
    format: z.literal(CERTIFICATE_FORMAT),
    v: z.literal(1),
    device: deviceIdSchema,
    encryption: recipientSchema,
    issuer: fingerprintSchema,
    notAfter: timeSchema,
    notBefore: timeSchema,
    officers: officersSchema,
    plan: planIdSchema,
    publicKey: publicKeySchema,
    role: certificateRoleSchema,
    serial: z.int().nonnegative(),
    suite: suiteNameSchema,
    unit: unitKeySchema,
  })
  .refine((certificate) => certificate.notBefore <= certificate.notAfter, { message: "never valid" });
export type Certificate = z.infer<typeof certificateSchema>;
