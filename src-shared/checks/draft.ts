import { z } from "zod";
import { correctionReasonSchema } from "../ledger/record.ts";

/**
 * Drafts: what an officer has typed so far, right or wrong. Each shape is the loose counterpart of a revision's
 * body, so that every body is also a draft; `draftToBody` makes the strict body for sealing.
 */

const typed = z.string();

export const indicatorDraftSchema = z.strictObject({
  /** As typed: `1,234.5`, `１２３`, `abc`; yes-no inputs as booleans. An empty string is a blank. */
  inputs: z.record(z.string(), z.union([typed, z.boolean()])).optional(),
  /** 不涉及, with its reason; `""` = chosen, reason not yet given. */
  notApplicable: typed.optional(),
  /** 暂无数据. */
  noData: z.strictObject({ source: typed.optional(), expected: typed.optional() }).optional(),
  note: typed.optional(),
  /** Why a cumulative figure fell. */
  correction: z.union([correctionReasonSchema, z.literal("")]).optional(),
});

export const taskDraftSchema = z.strictObject({
  status: z
    .union([z.enum(["not-started", "in-progress", "completed", "not-applicable"]), z.literal("")])
    .optional(),
  progress: typed.optional(),
  problems: typed.optional(),
  next: typed.optional(),
  /** 本期无新进展. */
  noProgress: z.boolean().optional(),
  /** Reason of 不涉及, and the explanation of soft findings. */
  reason: typed.optional(),
  evidence: z.array(z.strictObject({ name: typed, sha256: typed, size: z.number(), type: typed })).optional(),
  /** 延期申请. */
  extension: z.strictObject({ date: typed.optional(), reason: typed.optional() }).optional(),
});

export const contactDraftSchema = z.strictObject({
  department: typed.optional(),
  leader: typed.optional(),
  person: typed.optional(),
  phone: typed.optional(),
});

export const rowDraftSchema = z.strictObject({
  fields: z.record(z.string(), typed),
  state: z.enum(["in-force", "ended", "withdrawn"]).optional(),
  date: typed.optional(),
  /** Reason of 退出 or 撤销, and the explanation of soft findings. */
  reason: typed.optional(),
});

export const confirmationDraftSchema = z.strictObject({ confirm: z.enum(["unchanged", "nil"]) });

/** Any draft; the subject's item says which shape applies. */
export const draftSchema = z.union([
  rowDraftSchema,
  confirmationDraftSchema,
  indicatorDraftSchema,
  taskDraftSchema,
  contactDraftSchema,
]);

export type IndicatorDraft = z.infer<typeof indicatorDraftSchema>;
export type TaskDraft = z.infer<typeof taskDraftSchema>;
export type ContactDraft = z.infer<typeof contactDraftSchema>;
export type RowDraft = z.infer<typeof rowDraftSchema>;
export type ConfirmationDraft = z.infer<typeof confirmationDraftSchema>;
export type Draft = z.infer<typeof draftSchema>;

/** Stored text of a rank input for 未入榜, which is a value and not a blank. */
export const UNRANKED = "unranked";
