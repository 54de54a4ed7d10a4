import { z } from "zod";
import { draftSchema } from "../checks/draft.ts";
import { findingSchema } from "../checks/finding.ts";
import { recordIdSchema, revisionBodySchema, sha256Schema } from "../ledger/record.ts";
import { itemSchema, periodSchema, unitKeySchema } from "../plan/ids.ts";

/** What the windows show. Built by the engine, never stored; words come from `i18n`, figures as decimal strings. */

const time = z.string();
const digest = z.string();
const text = z.string();

export const cellStateSchema = z.enum([
  "empty",
  "draft",
  "invalid",
  "warned",
  "sealed",
  "accepted",
  "returned",
  "conflict",
  "na",
  "resubmitted",
]);

const pastValueSchema = z.strictObject({ period: periodSchema, body: revisionBodySchema.nullable() });

export const itemViewSchema = z.strictObject({
  item: itemSchema,
  period: periodSchema,
  state: cellStateSchema,
  /** Expected for this period by its own frequency. */
  due: z.boolean(),
  dueDate: text.nullable(),
  draft: draftSchema.nullable(),
  /** The current value: the single head, or null (none, or several in conflict). */
  body: revisionBodySchema.nullable(),
  /** Newest first: last period, the one before. */
  previous: z.array(pastValueSchema),
  lastYear: pastValueSchema.nullable(),
  findings: z.array(findingSchema),
  /** The office's words when it came back. */
  returned: z.strictObject({ comment: text, by: text, at: time }).nullable(),
  /** Sealed or accepted and not reopened: a change is a 更正 and must be begun on purpose. */
  locked: z.boolean(),
  /** A version names one before it that has not arrived here. */
  incomplete: z.boolean(),
  savedAt: time.nullable(),
  author: text.nullable(),
  /** 沿用，待确认: what stands from an earlier period and was not said again in this one. Never a figure. */
  carried: z.strictObject({ from: periodSchema, body: revisionBodySchema }).nullable(),
});

export const gridViewSchema = z.strictObject({
  period: periodSchema,
  items: z.array(itemViewSchema),
  savedAt: time.nullable(),
  /** Marks a period that the office closed. */
  locked: z.boolean(),
  /** 延期 that the office granted: the date that a task is due by now. */
  extensions: z.array(z.strictObject({ task: z.int(), date: text })),
});

export const savedViewSchema = z.strictObject({
  savedAt: time,
  /** The saved items and all whose state or findings changed with them. */
  items: z.array(itemViewSchema),
});

export const submissionItemSchema = z.strictObject({
  item: itemSchema,
  reason: z.enum(["first", "resubmit", "correction"]),
  before: revisionBodySchema.nullable(),
  now: revisionBodySchema,
  findings: z.array(findingSchema),
});

export const submissionPreviewSchema = z.strictObject({
  period: periodSchema,
  items: z.array(submissionItemSchema),
  /** Not in this submission, each with why. */
  excluded: z.array(z.strictObject({ item: itemSchema, state: cellStateSchema })),
  /** First 16 hex digits of SHA-256 over the period's canonical drafts. */
  checkCode: text,
});

export const submissionViewSchema = z.strictObject({
  digest,
  sequence: z.int(),
  periods: z.array(periodSchema),
  revisions: z.int(),
  createdAt: time,
  file: text.nullable(),
  receipt: z.enum(["waiting", "merged", "rejected"]),
  receiptReason: text.nullable(),
  accepted: z.int(),
  returned: z.int(),
  people: z.strictObject({ filler: text, reviewer: text, head: text }).nullable(),
  /** Signed by keys that this laptop had before: their packages were numbered from 1 as well. */
  formerKeys: z.boolean(),
  /** Other packages that bear this number under the same keys: a copied or restored laptop. */
  sameNumber: z.array(digest),
});

/** A package of the unit that a receipt lists and that is not here. */
export const unknownBundleSchema = z.strictObject({
  digest,
  status: z.enum(["merged", "rejected"]),
  reason: text.nullable(),
  receivedAt: time,
});

export const verificationStepSchema = z.strictObject({
  step: z.enum(["intact", "signature", "device", "plan", "order"]),
  result: z.enum(["ok", "warning", "failed", "not-done"]),
});

/** One file or archived bundle: what verification found, and what merging it does or did. */
export const bundleReportSchema = z.strictObject({
  file: text,
  digest: digest.nullable(),
  kind: text.nullable(),
  unit: unitKeySchema.nullable(),
  device: text.nullable(),
  sequence: z.int().nullable(),
  createdAt: time.nullable(),
  receivedAt: time.nullable(),
  status: z.enum(["mergeable", "merged", "duplicate", "rejected", "held"]),
  reason: text.nullable(),
  /** Of a refused file that is kept aside: SHA-256 of its bytes. */
  quarantine: sha256Schema.optional(),
  /** 已告知 of a refused file, in the list of what was taken in. */
  told: z.strictObject({ by: text, at: time }).optional(),
  warnings: z.array(text),
  /** Closed periods that something new in it belongs to: it was merged all the same. */
  closedPeriods: z.array(periodSchema).default([]),
  steps: z.array(verificationStepSchema),
  counts: z.strictObject({
    added: z.int(),
    superseding: z.int(),
    unchanged: z.int(),
    conflicts: z.int(),
    decisions: z.int(),
  }),
});

export const reviewUnitSchema = z.strictObject({
  unit: unitKeySchema,
  name: text,
  /** Of what is due: `expected` = accepted + pending + returned + conflicts + missing + waiting (not due yet). */
  expected: z.int(),
  accepted: z.int(),
  pending: z.int(),
  returned: z.int(),
  conflicts: z.int(),
  missing: z.int(),
  waiting: z.int(),
  /** What awaits the office's judgement, due or not; each row of a register by itself. */
  toJudge: z.int(),
  timeliness: z.enum(["on-time", "late", "missing", "not-due"]),
  daysLate: z.int(),
  receivedAt: time.nullable(),
  /** The office closed the period for this unit. */
  locked: z.boolean(),
});

/** One task or indicator over all units of a period: how many units stand where. */
export const reviewSubjectSchema = z.strictObject({
  item: itemSchema,
  /** Units of which it is due, and units that gave it a value or an answer. */
  expected: z.int(),
  reported: z.int(),
  toJudge: z.int(),
  returned: z.int(),
  conflicts: z.int(),
});

const sideSchema = z.strictObject({
  revision: recordIdSchema,
  body: revisionBodySchema,
  author: text,
  device: text,
  at: time,
});

const judgementSchema = z.strictObject({ outcome: text, comment: text.nullable(), by: text, at: time });

export const reviewItemSchema = z.strictObject({
  unit: unitKeySchema,
  period: periodSchema,
  item: itemSchema,
  state: cellStateSchema,
  due: z.boolean(),
  heads: z.array(sideSchema),
  /** What the office judged before this value: the returned or accepted one. */
  before: revisionBodySchema.nullable(),
  previous: z.array(pastValueSchema),
  lastYear: pastValueSchema.nullable(),
  findings: z.array(findingSchema),
  /** Null too where PCs of the office judged apart: `undecided` says how. */
  decision: judgementSchema.nullable(),
  undecided: z.array(judgementSchema),
  /** A version names one before it that has not arrived here. */
  incomplete: z.boolean(),
  bundle: z.strictObject({ digest, sequence: z.int(), receivedAt: time }).nullable(),
  /** Of a task: the date it is due by for this unit, a granted extension in it; null where it goes on. */
  taskDue: text.nullable(),
});

export const conflictViewSchema = z.strictObject({
  unit: unitKeySchema,
  period: periodSchema,
  item: itemSchema,
  base: z.array(sideSchema),
  sides: z.array(sideSchema),
  /** The sides merged member by member: the members in dispute, or the whole body where none is. */
  merge: z.strictObject({ disputed: z.array(text), body: revisionBodySchema.nullable() }),
  /** What city figures take meanwhile: the accepted common ancestor, or of the office's own the common base. */
  counted: z.strictObject({ revision: recordIdSchema, body: revisionBodySchema }).nullable(),
  /** 暂用: the side that 含待审 counts by the office's choice on this PC. */
  provisional: recordIdSchema.nullable(),
});

export const officeHomeSchema = z.strictObject({
  period: periodSchema,
  units: z.array(reviewUnitSchema),
  alerts: z.array(
    z.strictObject({
      kind: z.enum(["rejected", "gap", "fork", "conflict", "held"]),
      unit: unitKeySchema.nullable(),
      sequence: z.int().nullable(),
      count: z.int(),
      reason: text.nullable(),
    }),
  ),
  /** Units with decisions that no receipt has carried yet. */
  receipts: z.array(z.strictObject({ unit: unitKeySchema, decisions: z.int() })),
  /** Other periods in which something awaits judgement. */
  elsewhere: z.array(z.strictObject({ period: periodSchema, toJudge: z.int() })),
  /** The plan in force, where nobody else has been given it. */
  unpublishedPlan: z.int().nullable(),
  requests: z.int(),
});

export type CellState = z.infer<typeof cellStateSchema>;
export type ItemView = z.infer<typeof itemViewSchema>;
export type GridView = z.infer<typeof gridViewSchema>;
export type SavedView = z.infer<typeof savedViewSchema>;
export type SubmissionPreview = z.infer<typeof submissionPreviewSchema>;
export type SubmissionView = z.infer<typeof submissionViewSchema>;
export type UnknownBundle = z.infer<typeof unknownBundleSchema>;
export type BundleReport = z.infer<typeof bundleReportSchema>;
export type VerificationStep = z.infer<typeof verificationStepSchema>;
export type ReviewUnit = z.infer<typeof reviewUnitSchema>;
export type ReviewSubject = z.infer<typeof reviewSubjectSchema>;
export type ReviewItem = z.infer<typeof reviewItemSchema>;
export type ConflictView = z.infer<typeof conflictViewSchema>;
export type OfficeHome = z.infer<typeof officeHomeSchema>;
