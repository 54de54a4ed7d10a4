import { z } from "zod";
import { cellSchema, flowSchema, lines, signedShared, text } from "./sheet-parts.ts";

/** Sheets that a unit signs beside the 推进情况表, fully decided. */

/** `small` stands under the figure: the amount as entered, what a ratio is made of. */
const figureCellSchema = z.strictObject({ ...cellSchema.shape, small: text });

const indicatorRowSchema = z.strictObject({
  no: z.int(),
  name: text,
  /** A part of the row above it: stands in. */
  isPart: z.boolean(),
  unit: text,
  target: text,
  countyTarget: cellSchema,
  current: figureCellSchema,
  prior: figureCellSchema,
  change: figureCellSchema,
  completion: cellSchema,
  source: text,
  note: text,
  flow: flowSchema,
});

export const indicatorSheetModelSchema = z.strictObject({
  sheet: z.literal("indicator-sheet"),
  ...signedShared,
  periodName: text,
  /** `本县`: stands in the heading 本县本年目标. */
  place: text,
  /** Last year of the plan: 全市2026年目标. */
  targetYear: text,
  groups: z.array(z.strictObject({ title: text, rows: z.array(indicatorRowSchema).min(1) })),
});

const registerTableSchema = z.strictObject({
  /** `一、链主企业（在册2项，本期无变化）`. */
  title: text,
  /** Between 序号 and 本期情况. */
  columns: z.array(z.strictObject({ heading: lines, widthMm: z.number().positive(), isFigure: z.boolean() })),
  rows: z
    .array(z.strictObject({ no: z.int(), cells: z.array(text), standing: text, flow: flowSchema }))
    .min(1),
});

export const registerSheetModelSchema = z.strictObject({
  sheet: z.literal("register-sheet"),
  ...signedShared,
  periodName: text,
  tables: z.array(registerTableSchema),
  /** Registers without a row, said in words: 零报告. */
  others: z.strictObject({
    title: text,
    rows: z.array(z.strictObject({ no: z.int(), name: text, standing: cellSchema })),
  }),
});

export type FigureCell = z.infer<typeof figureCellSchema>;
export type IndicatorSheetModel = z.infer<typeof indicatorSheetModelSchema>;
export type IndicatorRow = z.infer<typeof indicatorRowSchema>;
export type RegisterSheetModel = z.infer<typeof registerSheetModelSchema>;
export type RegisterTable = RegisterSheetModel["tables"][number];
export type RegisterTableRow = RegisterTable["rows"][number];
