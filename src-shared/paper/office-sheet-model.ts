import { z } from "zod";
import { cellSchema, flowSchema, lines, shared, text } from "./sheet-parts.ts";

/** The sheets of the coordinating office, fully decided. */

const reminderRowSchema = z.strictObject({
  no: z.int(),
  matter: text,
  count: z.int(),
  period: text,
  due: text,
  overdue: text,
});

/** One letter to one unit. */
export const reminderModelSchema = z.strictObject({
  sheet: z.literal("reminder"),
  ...shared,
  periodName: text,
  to: text,
  opening: text,
  rows: z.array(reminderRowSchema).min(1),
  closing: text,
  contact: text,
  /** Empty: a line to be written on. */
  phone: text,
  /** What came last, where something did: a line each. */
  last: z.array(text),
  by: text,
  day: text,
});

/** 回执单 of one unit and period, as the newest receipt has it. */
export const receiptModelSchema = z.strictObject({
  sheet: z.literal("receipt"),
  ...shared,
  periodName: text,
  day: text,
  receivedAt: text,
  bundle: text,
  timeliness: text,
  device: text,
  paper: text,
  code: text,
  outcome: text,
  /** Of the package: the name of the algorithm, then two lines of digits. */
  digest: lines,
  returned: z.array(z.strictObject({ no: z.int(), item: text, comment: text })),
  /** Sentences. */
  accepted: z.array(text),
  officer: text,
  /** Of the receipt itself. */
  receiptDigest: z.strictObject({ qr: text, lines }),
});

const circularRowSchema = z.strictObject({
  unit: text,
  expected: text,
  onTime: text,
  late: text,
  missing: cellSchema,
  returned: text,
  resubmitted: text,
  paper: cellSchema,
  underWay: text,
  closed: text,
});

export const circularModelSchema = z.strictObject({
  sheet: z.literal("circular"),
  ...shared,
  periodName: text,
  rows: z.array(circularRowSchema),
  total: circularRowSchema,
  /** 台账摘要 of the 定稿: what the QR code carries, and the digits in groups, two lines. */
  ledger: z.strictObject({ digest: text, lines }).nullable(),
});

const summaryRowSchema = z.strictObject({
  no: z.int(),
  name: text,
  /** A part of the row above it: stands in. */
  isPart: z.boolean(),
  unit: text,
  target: text,
  /** One per unit. */
  cells: z.array(cellSchema),
  city: text,
  /** Else the city has no figure: “—”. */
  hasFigure: z.boolean(),
  /** 公布数: the city's figure is the published one. */
  isPublished: z.boolean(),
  /** 已报/应报. */
  share: text,
});

const statusRowSchema = z.strictObject({
  no: z.int(),
  name: text,
  cells: z.array(cellSchema),
  /** 推进中, 已完成, 未启动, 不涉及, 未报: how many units. */
  counts: z.array(text),
});

export const summarySheetModelSchema = z.strictObject({
  sheet: z.literal("summary-sheet"),
  ...shared,
  periodName: text,
  /** Names of the reporting units, broken where long. */
  units: z.array(lines),
  indicators: z.array(z.strictObject({ title: text, rows: z.array(summaryRowSchema).min(1) })),
  /** Empty in a period without task texts. */
  tasks: z.array(z.strictObject({ title: text, rows: z.array(statusRowSchema).min(1) })),
});

const problemRowSchema = z.strictObject({
  no: z.int(),
  problem: text,
  unit: text,
  /** In small under the unit: the day it was raised, 待审. */
  raised: z.array(text),
  task: text,
  coordination: text,
  /** In small in 整改时限, which is written in by hand: by when the unit wishes it settled. */
  wished: text,
  result: text,
  /** Year and day, a line each; empty until then. */
  struckOff: z.array(text),
  flow: flowSchema,
});

export const problemSheetModelSchema = z.strictObject({
  sheet: z.literal("problem-sheet"),
  ...shared,
  periodName: text,
  groups: z.array(z.strictObject({ title: text, rows: z.array(problemRowSchema).min(1) })),
});

export type ProblemSheetModel = z.infer<typeof problemSheetModelSchema>;
export type ProblemRow = z.infer<typeof problemRowSchema>;
export type ReminderModel = z.infer<typeof reminderModelSchema>;
export type ReminderRow = z.infer<typeof reminderRowSchema>;
export type ReceiptModel = z.infer<typeof receiptModelSchema>;
export type CircularModel = z.infer<typeof circularModelSchema>;
export type CircularRow = z.infer<typeof circularRowSchema>;
export type SummarySheetModel = z.infer<typeof summarySheetModelSchema>;
export type SummaryRow = z.infer<typeof summaryRowSchema>;
export type SummaryStatusRow = z.infer<typeof statusRowSchema>;
export type SheetCell = z.infer<typeof cellSchema>;
