import { z } from "zod";
import { certificateRoleSchema } from "../bundle/certificate.ts";
import { digestSchema, fingerprintSchema, suiteNameSchema } from "../bundle/identifiers.ts";
import { bundleKindSchema } from "../bundle/manifest.ts";
import { REJECTION_REASONS } from "../bundle/reasons.ts";
import { authorSchema, deviceIdSchema, recordIdSchema, revisionBodySchema } from "../ledger/record.ts";
import { subjectStatusSchema } from "../ledger/subject-state.ts";
import { decimalSchema, itemSchema, periodSchema, unitKeySchema } from "../plan/ids.ts";
import { unitStateSchema } from "../rollup/types.ts";

/** A figure walked back: what it is made of, by unit, down to records, the bundles that hold them and who signed those. */

const time = z.string();
const digests = z.array(digestSchema);
const valueOrNull = decimalSchema.nullable();

export const traceRequestSchema = z.strictObject({
  period: periodSchema,
  /** Id of an indicator; `chain` where it is counted per chain. */
  indicator: z.string().max(63),
  chain: z.string().max(63).optional(),
  includePending: z.boolean(),
});
export type TraceRequest = z.infer<typeof traceRequestSchema>;

const tracedDecisionSchema = z.strictObject({
  id: recordIdSchema,
  outcome: z.string(),
  comment: z.string().nullable(),
  by: z.string(),
  at: time,
  device: deviceIdSchema,
  /** Empty until a receipt carries it: until then nothing but this workspace vouches for it. */
  bundles: digests,
});

const tracedRecordSchema = z.strictObject({
  item: itemSchema,
  /** Of the subject: earlier than the figure's where a row or 不涉及 stands since then. */
  period: periodSchema,
  status: subjectStatusSchema,
  /** The figure rests on it; others wait, came back or disagree. */
  used: z.boolean(),
  /** 暂用: versions differ and 含待审 counts this one, by its number from 1; null of every other record. */
  provisional: z.int().nullable(),
  revision: z.strictObject({
    id: recordIdSchema,
    at: time,
    author: authorSchema,
    device: deviceIdSchema,
    planVersion: z.int(),
    body: revisionBodySchema,
  }),
  /** 核定 body that counts in its place. */
  verified: revisionBodySchema.nullable(),
  decision: tracedDecisionSchema.nullable(),
  bundles: digests,
});

const tracedBundleSchema = z.strictObject({
  digest: digestSchema,
  kind: bundleKindSchema,
  unit: unitKeySchema.nullable(),
  device: deviceIdSchema,
  sequence: z.int(),
  /** How many revisions it holds. */
  revisions: z.int(),
  createdAt: time,
  receivedAt: time,
  /** `own`: written here. Every other one was verified when it was taken. */
  status: z.enum(["admitted", "held", "own"]),
  /** What the archived original says of its signer; null where it is missing or cannot be read. */
  signature: z
    .strictObject({
      suite: suiteNameSchema,
      serial: z.int(),
      role: certificateRoleSchema,
      unit: unitKeySchema,
      officers: z.array(z.string()),
      notBefore: time,
      notAfter: time,
      /** 校验码 of the root it stands on, and whether a person pinned that root here. */
      root: fingerprintSchema,
      pinned: z.boolean(),
      revoked: z.boolean(),
    })
    .nullable(),
});

export const traceViewSchema = z.strictObject({
  period: periodSchema,
  indicator: z.string(),
  chain: z.string().nullable(),
  /** `city` in an office; `unit` on a unit's laptop, which knows its own values alone. */
  scope: z.enum(["city", "unit"]),
  value: valueOrNull,
  display: z.string(),
  unit: z.string(),
  includesPending: z.boolean(),
  /** Kind of aggregation, as the plan names it, and what was summed, as entered. */
  aggregation: z.string(),
  sums: z.record(z.string(), decimalSchema),
  units: z.array(
    z.strictObject({
      unit: unitKeySchema,
      state: unitStateSchema,
      value: valueOrNull,
      display: z.string(),
      records: z.array(tracedRecordSchema),
    }),
  ),
  /** Every bundle named above, once, ascending by digest. */
  bundles: z.array(tracedBundleSchema),
});

/** Why an original no longer vouches: a reason of the format page, or what is wrong between it and the ledger. */
export const verificationReasonSchema = z.enum([
  ...REJECTION_REASONS,
  "bundle-missing",
  "record-missing",
  "record-changed",
]);
export type VerificationReason = z.infer<typeof verificationReasonSchema>;

export const traceVerificationSchema = z.strictObject({
  checkedAt: time,
  /** Every original, judged again from its archived bytes: form, digests, signatures, certificate, its records. */
  bundles: z.array(
    z.strictObject({
      digest: digestSchema,
      holds: z.boolean(),
      reason: verificationReasonSchema.nullable(),
    }),
  ),
});

export type TraceView = z.infer<typeof traceViewSchema>;
export type TracedUnit = TraceView["units"][number];
export type TracedRecord = z.infer<typeof tracedRecordSchema>;
export type TracedBundle = z.infer<typeof tracedBundleSchema>;
export type TraceVerification = z.infer<typeof traceVerificationSchema>;
