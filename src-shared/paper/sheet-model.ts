import { z } from "zod";
import {
  circularModelSchema,
  problemSheetModelSchema,
  receiptModelSchema,
  reminderModelSchema,
  summarySheetModelSchema,
} from "./office-sheet-model.ts";
import {
  type checkSchema,
  flowSchema,
  type headSchema,
  lines,
  type marginSchema,
  shared,
  signedShared,
  type signSchema,
  type stageSchema,
  text,
} from "./sheet-parts.ts";
import { indicatorSheetModelSchema, registerSheetModelSchema } from "./unit-sheet-model.ts";

/**
 * What a printed sheet shows, fully decided: every word, figure and break rule. The pages under the renderer's
 * `print/` only lay it out. Sheets are Chinese official documents in either language of the windows.
 */

const taskSheetRowSchema = z.strictObject({
  no: z.int(),
  name: text,
  goal: text,
  lead: text,
  responsible: text,
  due: lines,
  remark: z.array(text),
  flow: flowSchema,
});

export const taskSheetModelSchema = z.strictObject({
  sheet: z.literal("task-sheet"),
  ...shared,
  /** 计划期, `2023—2026年`. */
  planPeriod: text,
  groups: z.array(z.strictObject({ title: text, rows: z.array(taskSheetRowSchema).min(1) })),
});

const progressRowSchema = z.strictObject({
  no: z.int(),
  name: text,
  goal: text,
  lead: text,
  /** 本县责任部门. */
  department: text,
  due: lines,
  progress: text,
  /** The task's indicators as entered, one line each, so that the sealed paper can be held against the figures. */
  figures: z.array(text),
  status: text,
  /** Set apart in print: 未报 is tinted, the rarer answers are bold. */
  statusTone: z.enum(["plain", "strong", "missing"]),
  completion: z.array(text),
  problems: text,
  next: text,
  person: text,
  phone: text,
  flow: flowSchema,
});

export const progressSheetModelSchema = z.strictObject({
  sheet: z.literal("progress-sheet"),
  ...signedShared,
  /** `2025年第二季度`; null on the blank sheet where it is written in by hand. */
  periodName: text.nullable(),
  /** Without a name: the words after each hand-written blank, `["年第", "季度"]`. */
  periodBlanks: z.array(text),
  /** `本县`: stands in the heading 责任单位（本县）. */
  place: text,
  measure: text,
  groups: z.array(z.strictObject({ title: text, rows: z.array(progressRowSchema).min(1) })),
});

const findingsRowSchema = z.strictObject({
  no: z.int(),
  item: text,
  /** A sentence each. */
  results: lines,
  explanation: text,
  filler: text,
  flow: flowSchema,
});

export const findingsSheetModelSchema = z.strictObject({
  sheet: z.literal("findings-sheet"),
  ...shared,
  periodName: text,
  groups: z.array(z.strictObject({ title: text, rows: z.array(findingsRowSchema).min(1) })),
});

const splitTaskRowSchema = z.strictObject({
  no: z.int(),
  name: text,
  goal: text,
  due: lines,
  flow: flowSchema,
});

const splitFigureRowSchema = z.strictObject({
  no: text,
  name: text,
  /** Which of the indicator's figures. */
  input: text,
  unit: text,
  /** Of the period before, as it was entered. */
  previous: text,
});

export const splitSheetModelSchema = z.strictObject({
  sheet: z.literal("split-sheet"),
  ...shared,
  periodName: text,
  /** One for each department, each from a page of its own. */
  parts: z
    .array(
      z.strictObject({
        department: text,
        tasks: z.array(splitTaskRowSchema),
        figures: z.array(splitFigureRowSchema),
        /** 名录 that go with the tasks: they are filled in on sheets of their own. */
        registers: z.array(text),
      }),
    )
    .min(1),
});

export const sheetModelSchema = z.discriminatedUnion("sheet", [
  taskSheetModelSchema,
  progressSheetModelSchema,
  indicatorSheetModelSchema,
  findingsSheetModelSchema,
  splitSheetModelSchema,
  registerSheetModelSchema,
  reminderModelSchema,
  receiptModelSchema,
  circularModelSchema,
  summarySheetModelSchema,
  problemSheetModelSchema,
]);

export type SheetModel = z.infer<typeof sheetModelSchema>;
export type TaskSheetModel = z.infer<typeof taskSheetModelSchema>;
export type TaskSheetRow = z.infer<typeof taskSheetRowSchema>;
export type ProgressSheetModel = z.infer<typeof progressSheetModelSchema>;
export type ProgressRow = z.infer<typeof progressRowSchema>;
export type FindingsSheetModel = z.infer<typeof findingsSheetModelSchema>;
export type FindingsSheetRow = z.infer<typeof findingsRowSchema>;
export type SplitSheetModel = z.infer<typeof splitSheetModelSchema>;
export type SplitPart = SplitSheetModel["parts"][number];
export type SplitTaskRow = SplitPart["tasks"][number];
export type SplitFigureRow = SplitPart["figures"][number];
export type Stage = z.infer<typeof stageSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type SheetHead = z.infer<typeof headSchema>;
export type SheetMargin = z.infer<typeof marginSchema>;
export type SheetSign = z.infer<typeof signSchema>;
export type SheetCheck = z.infer<typeof checkSchema>;
