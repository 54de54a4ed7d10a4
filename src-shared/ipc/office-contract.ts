import { z } from "zod";
import { publishedValueSchema, recordIdSchema, sha256Schema } from "../ledger/record.ts";
import { reminderLetterSchema } from "../paper/reminder-letter.ts";
import { itemSchema, periodSchema, unitKeySchema } from "../plan/ids.ts";
import { planEditsSchema } from "../plan/plan-edit.ts";
import { planChangeSchema } from "../plan/plan-changes.ts";
import { atPeriod, channel, line, none, path, written } from "./channel.ts";
import { planOutcomeSchema, planVersionsSchema } from "./plan-view.ts";
import { doubleKeySchema } from "../rollup/double-keys.ts";
import { seriesSchema } from "../rollup/series.ts";
import { taskBoardSchema } from "../rollup/task-board.ts";
import { tableExportSchema } from "../workbook/table-export.ts";
import { evaluationSettingsSchema } from "../evaluation/evaluation-settings.ts";
import { digestSchema } from "../monitoring/digest.ts";
import { unitAcceptanceSchema } from "./bulk-acceptance-view.ts";
import { completenessViewSchema } from "./completeness-view.ts";
import { paperOutcomeSchema, paperReceiveSchema, paperUnitSchema } from "./received-paper-view.ts";
import { returnPhrasesSchema } from "./return-phrases-view.ts";
import { decisionStepSchema, writtenReceiptSchema } from "./review-view.ts";
import { evaluationViewSchema, exemplaryMarkSchema, exemplarySchema } from "./monitoring-view.ts";
import { rollupViewSchema } from "./rollup-view.ts";
import { snapshotListSchema } from "./snapshot-view.ts";
import { traceRequestSchema, traceVerificationSchema, traceViewSchema } from "./trace-view.ts";
import {
  bundleReportSchema,
  conflictViewSchema,
  officeHomeSchema,
  reviewItemSchema,
  reviewSubjectSchema,
  reviewUnitSchema,
} from "./views.ts";
import { watchedFolderSchema } from "./watched-folder-view.ts";

const decisionInputSchema = z.strictObject({
  unit: unitKeySchema,
  period: periodSchema,
  item: itemSchema,
  outcome: z.enum(["accepted", "returned", "closed", "verified"]),
  comment: z.string().max(2000).optional(),
  value: z.json().optional(),
});

/** The coordinating office: taking in, judging, rolling up. */
export const officeContract = {
  "inbox.inspect": channel(z.strictObject({ files: z.array(path).min(1) }), z.array(bundleReportSchema)),
  "inbox.merge": channel(z.strictObject({ files: z.array(path).min(1) }), z.array(bundleReportSchema)),
  /** Everything taken in so far, newest first, rejected ones with their reason. */
  "inbox.list": channel(none, z.array(bundleReportSchema)),
  /** 已告知 of a file in quarantine, or no longer; noted in this workspace alone. */
  "inbox.tell": channel(z.strictObject({ quarantine: sha256Schema, told: z.boolean() }), none),
  /** Judges what is held or quarantined once more, as this program and its keys are now. */
  "inbox.retry": channel(none, z.strictObject({ tried: z.int(), lifted: z.int() })),
  /** A folder that the window looks into for new files; null for none. */
  "inbox.watch": channel(z.strictObject({ folder: path.nullable() }), watchedFolderSchema),
  "inbox.watched": channel(none, watchedFolderSchema),
  "office.home": channel(atPeriod, officeHomeSchema),
  /** Units that a 催报单 goes to: something of the period is past due and has not come. */
  "paper.toRemind": channel(z.strictObject({ period: periodSchema }), z.array(unitKeySchema)),
  /** What every 催报单 says: whom to ask, until when to answer; kept on this PC. */
  "paper.letter": channel(none, reminderLetterSchema),
  "paper.putLetter": channel(reminderLetterSchema, reminderLetterSchema),
  "completeness.get": channel(
    z.strictObject({ period: periodSchema, range: z.enum(["year", "plan"]) }),
    completenessViewSchema,
  ),
  "review.units": channel(atPeriod, z.array(reviewUnitSchema)),
  "review.items": channel(
    z.strictObject({ period: periodSchema, unit: unitKeySchema }),
    z.array(reviewItemSchema),
  ),
  /** The same period the other way round: each task and indicator over all units, in the plan's order. */
  "review.subjects": channel(atPeriod, z.array(reviewSubjectSchema)),
  "review.ofItem": channel(
    z.strictObject({ period: periodSchema, item: itemSchema }),
    z.array(reviewItemSchema),
  ),
  /** What could be accepted of every unit at once; the acceptance itself is one `review.decide`. */
  "review.acceptable": channel(atPeriod, z.array(unitAcceptanceSchema)),
  "review.decide": channel(
    z.strictObject({ decisions: z.array(decisionInputSchema).min(1) }),
    z.strictObject({ decided: z.int() }),
  ),
  /** Acts that can be taken back, the latest first. */
  "review.steps": channel(none, z.array(decisionStepSchema)),
  /** Null where the act cannot be taken back any more. */
  "review.takeBack": channel(z.strictObject({ no: z.int() }), decisionStepSchema.nullable()),
  /** The office's own phrases for comments, in its order. */
  "review.phrases": channel(none, returnPhrasesSchema),
  "review.putPhrases": channel(z.strictObject({ phrases: returnPhrasesSchema }), returnPhrasesSchema),
  /** 纸质件 of every reporting unit. */
  "paper.received": channel(atPeriod, z.array(paperUnitSchema)),
  "paper.receive": channel(paperReceiveSchema, paperOutcomeSchema),
  "paper.remove": channel(z.strictObject({ period: periodSchema, unit: unitKeySchema }), none),
  "period.lock": channel(
    z.strictObject({
      period: periodSchema,
      units: z.array(unitKeySchema).min(1),
      outcome: z.enum(["locked", "unlocked"]),
      comment: z.string().max(2000).optional(),
    }),
    z.strictObject({ decided: z.int() }),
  ),
  "receipt.write": channel(
    z.strictObject({ units: z.array(unitKeySchema).min(1), dir: path }),
    z.array(z.strictObject({ unit: unitKeySchema, file: path, digest: z.string(), decisions: z.int() })),
  ),
  /** Receipts written on this PC, the newest first. */
  "receipt.list": channel(none, z.array(writtenReceiptSchema)),
  /** 恢复包: everything of a unit, back to it; several bundles where one would be too large. */
  "recovery.write": channel(
    z.strictObject({ unit: unitKeySchema, dir: path, encrypt: z.boolean() }),
    z.array(written).min(1),
  ),
  /** For the office's other PCs; `all` with what earlier ones carried. */
  "officeExchange.write": channel(
    z.strictObject({ dir: path, encrypt: z.boolean(), all: z.boolean() }),
    z.array(written).min(1),
  ),
  /** 生效 of the office's own entries: they count at once. */
  "ownEntries.record": channel(
    z.strictObject({ period: periodSchema, filler: line }),
    z.strictObject({ digest: z.string(), sequence: z.int(), revisions: z.int() }),
  ),
  "conflict.list": channel(none, z.array(conflictViewSchema)),
  "conflict.resolve": channel(
    z.strictObject({
      unit: unitKeySchema,
      period: periodSchema,
      item: itemSchema,
      /** A side's revision, or the sides merged. */
      take: z.union([recordIdSchema, z.literal("merged")]),
      comment: z.string().trim().min(1).max(2000),
    }),
    none,
  ),
  /** 暂用: the side that 含待审 counts while versions differ; null takes the choice back. Kept on this PC. */
  "conflict.useMeanwhile": channel(
    z.strictObject({
      unit: unitKeySchema,
      period: periodSchema,
      item: itemSchema,
      revision: recordIdSchema.nullable(),
    }),
    none,
  ),
  /** The office's changes as the next version; `trial` only shows what they come to. */
  "plan.revise": channel(z.strictObject({ edits: planEditsSchema, trial: z.boolean() }), planOutcomeSchema),
  "plan.inspectFile": channel(z.strictObject({ file: path }), planOutcomeSchema),
  /** `digest`: of what was looked at. */
  "plan.load": channel(z.strictObject({ file: path, digest: z.string() }), planOutcomeSchema),
  "plan.versions": channel(none, planVersionsSchema),
  "plan.compare": channel(
    z.strictObject({ from: z.int(), to: z.int() }),
    z.strictObject({ changes: z.array(planChangeSchema) }),
  ),
  "rollup.get": channel(
    z.strictObject({ period: periodSchema, includePending: z.boolean() }),
    rollupViewSchema,
  ),
  "rollup.trace": channel(traceRequestSchema, traceViewSchema),
  /** Judges the archived originals behind a figure again, now. */
  "rollup.verify": channel(traceRequestSchema, traceVerificationSchema),
  /** Writes everything a third party needs to check the ledger, under a name of its own in the folder. */
  "ledger.export": channel(
    z.strictObject({ dir: path }),
    z.strictObject({ file: path, bundles: z.int(), records: z.int(), size: z.int() }),
  ),
  /** 公布数 of a city figure. */
  "rollup.publish": channel(
    z.strictObject({ period: periodSchema, item: itemSchema, value: publishedValueSchema }),
    z.strictObject({ decided: z.int() }),
  ),
  /** 汇总定稿: freezes the period's roll-up under the next number. */
  "snapshot.make": channel(
    z.strictObject({ period: periodSchema, comment: z.string().trim().min(1).max(2000) }),
    z.strictObject({ number: z.int(), ledger: z.string() }),
  ),
  "snapshot.list": channel(atPeriod, snapshotListSchema),
  /** Year ends side by side, and the periods of two years. */
  "rollup.series": channel(
    z.strictObject({ period: periodSchema, includePending: z.boolean() }),
    seriesSchema,
  ),
  /** Keys of registers that several units name: 待核, and what became of them. */
  "rollup.doubleKeys": channel(atPeriod, z.array(doubleKeySchema)),
  "tasks.board": channel(atPeriod, taskBoardSchema),
  "monitoring.digest": channel(atPeriod, digestSchema),
  "evaluation.get": channel(atPeriod, evaluationViewSchema),
  /** 考核办法 of the office; null takes it away. */
  "evaluation.save": channel(z.strictObject({ settings: evaluationSettingsSchema.nullable() }), none),
  "exemplary.list": channel(none, z.array(exemplarySchema)),
  "exemplary.mark": channel(exemplaryMarkSchema, none),
  /** Writes the roll-up into a folder: the city's figures, each unit's, and what is to be known of them. */
  "rollup.export": channel(
    z.strictObject({
      period: periodSchema,
      includePending: z.boolean(),
      format: z.enum(["xlsx", "csv"]),
      dir: path,
    }),
    z.strictObject({ file: path }),
  ),
  /** Writes a page's table into a folder. */
  "table.export": channel(
    z.strictObject({ table: tableExportSchema, format: z.enum(["xlsx", "csv"]), dir: path }),
    z.strictObject({ file: path }),
  ),
} as const;
