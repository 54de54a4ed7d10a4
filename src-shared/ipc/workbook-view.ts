import { z } from "zod";
import { draftSchema } from "../checks/draft.ts";
import { findingSchema } from "../checks/finding.ts";
import { itemSchema, periodSchema } from "../plan/ids.ts";

/** What comes of one filled cell of a workbook. */
export const workbookResultSchema = z.enum(["fits", "warned", "wrong", "locked", "unknown", "same"]);
export type WorkbookResult = z.infer<typeof workbookResultSchema>;

const text = z.string();

export const workbookRowSchema = z.strictObject({
  sheet: text,
  /** In the file, from 1. */
  row: z.int(),
  /** Null where the row belongs to nothing that the unit answers. */
  item: itemSchema.nullable(),
  /** What the cell is called, and the member of the draft behind it. */
  label: text,
  member: text,
  typed: text,
  before: text,
  /** Who wrote what stands there now. */
  beforeBy: text.nullable(),
  /** Empty where nothing would be written. */
  after: text,
  result: workbookResultSchema,
  /** `unfit`: the column has no place for what is typed. `twice`: another row of the workbook says something else. */
  why: z.enum(["unfit", "twice", "settled", "unknown-row"]).nullable(),
  findings: z.array(findingSchema),
});
export type WorkbookRow = z.infer<typeof workbookRowSchema>;

/** A workbook held against what is there; nothing is saved by looking. */
export const workbookPreviewSchema = z.strictObject({
  file: text,
  period: periodSchema,
  department: text.nullable(),
  author: text.nullable(),
  /** Written for another version of the plan than the one in use. */
  otherPlan: z.boolean(),
  rows: z.array(workbookRowSchema),
  /** One draft for each item that would change; `wrong` where a cell of it is. */
  changes: z.array(z.strictObject({ item: itemSchema, draft: draftSchema, wrong: z.boolean() })),
});
export type WorkbookPreview = z.infer<typeof workbookPreviewSchema>;
