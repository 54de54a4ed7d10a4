import { z } from "zod";
import { subjectStatusSchema } from "../ledger/subject-state.ts";
import { itemSchema, periodSchema, unitKeySchema } from "../plan/ids.ts";

/** 完成情况 as the windows get it. Counts are whole numbers of items; the rule is `rollup/completeness.ts`. */

const time = z.string();

export const completenessCellSchema = z.strictObject({
  /** 应报 = 已报 + 未报 + 未到期; 已报 = 按时 + 迟报. */
  expected: z.int(),
  reported: z.int(),
  onTime: z.int(),
  late: z.int(),
  missing: z.int(),
  waiting: z.int(),
  notApplicable: z.int(),
  noData: z.int(),
  accepted: z.int(),
  pending: z.int(),
  resubmitted: z.int(),
  returned: z.int(),
  conflict: z.int(),
  timeliness: z.enum(["on-time", "late", "missing", "not-due"]),
  daysLate: z.int(),
  daysOverdue: z.int(),
  receivedAt: time.nullable(),
});

export const itemCellSchema = z.strictObject({
  unit: unitKeySchema,
  dueDate: z.string(),
  timing: z.enum(["on-time", "late", "missing", "waiting", "not-applicable"]),
  daysLate: z.int(),
  noData: z.boolean(),
  state: subjectStatusSchema,
});

export const completenessViewSchema = z.strictObject({
  period: periodSchema,
  /** Columns: the periods of the year, or of the plan, that have begun. */
  periods: z.array(periodSchema),
  units: z.array(
    z.strictObject({
      unit: unitKeySchema,
      name: z.string(),
      /** One per period, null where the unit did not report in it. */
      cells: z.array(completenessCellSchema.nullable()),
      /** 按时 of the periods in which something was due. */
      onTime: z.strictObject({ periods: z.int(), of: z.int(), percent: z.string().nullable() }),
      /** Numbers of submissions that have not come though later ones have, by laptop. */
      gaps: z.array(z.strictObject({ from: z.int(), to: z.int() })),
      /** Numbers that one laptop used twice. */
      forks: z.array(z.int()),
    }),
  ),
  /** Rows of the other view: what is due in the period, each with the units it is due of. */
  items: z.array(z.strictObject({ item: itemSchema, cells: z.array(itemCellSchema) })),
});

export type CompletenessView = z.infer<typeof completenessViewSchema>;
export type CompletenessUnit = CompletenessView["units"][number];
export type CompletenessCell = z.infer<typeof completenessCellSchema>;
