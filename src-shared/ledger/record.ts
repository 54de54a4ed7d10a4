import { z } from "zod";
import {
  decimalSchema,
  isoDateSchema,
  itemSchema,
  nameSchema,
  periodSchema,
  planIdSchema,
  unitKeySchema,
} from "../plan/ids.ts";
import { lineSchema, longTextSchema, timeSchema } from "./text.ts";

/** Records of the ledger: what units report (revisions) and what the office decides (decisions). */

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
export const sha256Schema = hex64;
export const recordIdSchema = hex64.brand<"RecordId">();
export type RecordId = z.infer<typeof recordIdSchema>;

export const deviceIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<"DeviceId">();
export type DeviceId = z.infer<typeof deviceIdSchema>;

export const subjectSchema = z.strictObject({
  item: itemSchema,
  period: periodSchema,
  plan: planIdSchema,
  unit: unitKeySchema,
});
export type Subject = z.infer<typeof subjectSchema>;

export const authorSchema = z.strictObject({
  name: lineSchema.min(1).max(60),
  role: z.enum(["filler", "reviewer", "head", "office"]),
});

export const evidenceSchema = z.strictObject({
  name: lineSchema.min(1).max(255),
  sha256: hex64,
  size: z.int().nonnegative(),
  type: lineSchema.max(100),
});
/** 附件: a file that a task cites, by its SHA-256. */
export type Evidence = z.infer<typeof evidenceSchema>;

const reason = longTextSchema.min(1).max(2000);
const progressText = longTextSchema.max(4000);

export const taskProgressSchema = z.strictObject({
  status: z.enum(["not-started", "in-progress", "completed", "not-applicable"]).optional(),
  progress: progressText.optional(),
  problems: progressText.optional(),
  next: progressText.optional(),
  noProgress: z.literal(true).optional(),
  reason: reason.optional(),
  evidence: z.array(evidenceSchema).max(100).optional(),
  extension: z.strictObject({ date: isoDateSchema, reason }).optional(),
});

export const taskContactSchema = z.strictObject({
  department: lineSchema.max(200).optional(),
  leader: lineSchema.max(60).optional(),
  person: lineSchema.max(60).optional(),
  phone: lineSchema.max(60).optional(),
});

export const inputValueSchema = z.union([decimalSchema, z.boolean(), lineSchema.max(200)]);
export const correctionReasonSchema = z.enum([
  "prior-correction",
  "enterprise-left",
  "definition-changed",
  "other",
]);

export const indicatorValueSchema = z
  .strictObject({
    inputs: z.record(nameSchema, inputValueSchema).optional(),
    notApplicable: reason.optional(),
    noData: z.strictObject({ source: lineSchema.min(1).max(200), expected: isoDateSchema }).optional(),
    note: progressText.optional(),
    correction: correctionReasonSchema.optional(),
  })
  .refine(
    (body) =>
      [body.inputs, body.notApplicable, body.noData].filter((answer) => answer !== undefined).length === 1,
    {
      message: "one of inputs, notApplicable, noData",
    },
  );

export const registerRowSchema = z.strictObject({
  fields: z.record(nameSchema, z.union([decimalSchema, longTextSchema.max(2000)])),
  state: z.enum(["in-force", "ended", "withdrawn"]),
  date: isoDateSchema.optional(),
  reason: reason.optional(),
});

export const registerConfirmationSchema = z.strictObject({ confirm: z.enum(["unchanged", "nil"]) });

/** 公布数 of a city figure; `use`: the circular prints it instead of the roll-up. */
export const publishedValueSchema = z.strictObject({
  value: decimalSchema,
  source: lineSchema.min(1).max(200),
  date: isoDateSchema,
  use: z.boolean(),
});
export type PublishedValue = z.infer<typeof publishedValueSchema>;

export const decisionBodySchema = z.strictObject({
  outcome: z.enum([
    "accepted",
    "returned",
    "closed",
    "verified",
    "published",
    "locked",
    "unlocked",
    "snapshot",
  ]),
  revisions: z.array(recordIdSchema).max(64).optional(),
  comment: longTextSchema.min(1).max(2000).optional(),
  /** `verified`: a whole body of the subject's type; `published`: a published value; `snapshot`: its summary. */
  value: z.json().optional(),
});

const envelope = {
  format: z.literal("taizhang-record"),
  v: z.literal(1),
  at: timeSchema,
  author: authorSchema,
  device: deviceIdSchema,
  parents: z.array(recordIdSchema).max(64),
  planVersion: z.int().positive(),
  subject: subjectSchema,
};

export const revisionSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...envelope, type: z.literal("task-progress"), body: taskProgressSchema }),
  z.strictObject({ ...envelope, type: z.literal("task-contact"), body: taskContactSchema }),
  z.strictObject({ ...envelope, type: z.literal("indicator-value"), body: indicatorValueSchema }),
  z.strictObject({ ...envelope, type: z.literal("register-row"), body: registerRowSchema }),
  z.strictObject({ ...envelope, type: z.literal("register-confirmation"), body: registerConfirmationSchema }),
]);
export const decisionSchema = z.strictObject({
  ...envelope,
  type: z.literal("decision"),
  body: decisionBodySchema,
});

/** Any revision's body, strictest shapes first; the subject's item says which one applies. */
export const revisionBodySchema = z.union([
  registerConfirmationSchema,
  registerRowSchema,
  indicatorValueSchema,
  taskProgressSchema,
  taskContactSchema,
]);

export type Revision = z.infer<typeof revisionSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type LedgerRecord = Revision | Decision;
export type RevisionType = Revision["type"];
export type RevisionBody = Revision["body"];
export type TaskProgress = z.infer<typeof taskProgressSchema>;
export type IndicatorValue = z.infer<typeof indicatorValueSchema>;
export type RegisterRow = z.infer<typeof registerRowSchema>;
export type RegisterConfirmation = z.infer<typeof registerConfirmationSchema>;
export type DecisionBody = z.infer<typeof decisionBodySchema>;
