import { z } from "zod";
import { draftSchema } from "../checks/draft.ts";
import { evidenceSchema } from "../ledger/record.ts";
import { itemSchema, periodSchema } from "../plan/ids.ts";
import { addedAttachmentsSchema, citedFileSchema } from "./attachment-views.ts";
import { atPeriod, channel, line, none, path } from "./channel.ts";
import { draftStepsSchema, itemHistorySchema, stepLabelSchema, walkedStepSchema } from "./draft-views.ts";
import { reviewCopiesSchema } from "./review-copy-view.ts";
import { gridViewSchema, itemViewSchema, savedViewSchema, submissionPreviewSchema } from "./views.ts";
import { workbookPreviewSchema } from "./workbook-view.ts";

const entryChanges = z.strictObject({
  period: periodSchema,
  /** A null draft clears the cell back to the sealed value, or to nothing. */
  changes: z.array(z.strictObject({ item: itemSchema, draft: draftSchema.nullable() })).min(1),
});

/** What a unit fills in before it submits: drafts and their steps, attachments, workbooks, review copies. */
export const entryContract = {
  "entry.grid": channel(atPeriod, gridViewSchema),
  "entry.save": channel(
    /** How the step came about; `typed` where nothing is said. */
    entryChanges.extend({
      label: stepLabelSchema.optional(),
      /** Who stands behind the drafts where that is not this officer alone: a department's workbook. */
      author: z.string().trim().min(1).max(200).optional(),
    }),
    savedViewSchema,
  ),
  /** How these changes would stand and what would be found, without saving them. */
  "entry.try": channel(entryChanges, z.array(itemViewSchema)),
  /** What can be undone and redone in a period, also after a restart. */
  "entry.steps": channel(atPeriod, draftStepsSchema),
  "entry.undo": channel(atPeriod, walkedStepSchema),
  "entry.redo": channel(atPeriod, walkedStepSchema),
  /** 历次 of one item: drafts as they were typed, what was sealed, what the office decided. */
  "entry.history": channel(z.strictObject({ period: periodSchema, item: itemSchema }), itemHistorySchema),
  /** Takes copies of files, for drafts to cite. */
  "attachment.add": channel(z.strictObject({ files: z.array(path).min(1).max(200) }), addedAttachmentsSchema),
  /** A picture without a name: it is named by the label and the time. */
  "attachment.paste": channel(
    z.strictObject({ label: line, type: z.string().max(100), bytes: z.instanceof(Uint8Array) }),
    evidenceSchema,
  ),
  /** SHA-256 of those of the cited files that are here, in the store or in a bundle. */
  "attachment.present": channel(
    z.strictObject({ files: z.array(citedFileSchema) }),
    z.strictObject({ present: z.array(z.string()) }),
  ),
  /** The host asks for it with a place of its own or one that the person chose. */
  "attachment.copy": channel(citedFileSchema.extend({ to: path }), z.strictObject({ file: path })),
  /** Holds a filled workbook against what is there; nothing is saved. */
  "workbook.preview": channel(z.strictObject({ file: path }), workbookPreviewSchema),
  /** 填报工作簿 of the unit's period, into a folder. */
  "workbook.template": channel(
    z.strictObject({ period: periodSchema, dir: path }),
    z.strictObject({ file: path }),
  ),
  /** 分办工作簿, one file for each department, into a folder. */
  "workbook.split": channel(
    z.strictObject({ period: periodSchema, dir: path }),
    z.array(z.strictObject({ file: path, department: z.string() })),
  ),
  "submission.preview": channel(atPeriod, submissionPreviewSchema),
  /** 送审稿: kept on this computer alone. */
  "reviewCopy.get": channel(atPeriod, reviewCopiesSchema),
  /** Says that one was printed just now. */
  "reviewCopy.note": channel(atPeriod, reviewCopiesSchema),
  "reviewCopy.scan": channel(z.strictObject({ no: z.int(), files: z.array(evidenceSchema).max(20) }), none),
} as const;
