import { itemsFor } from "#shared/plan/assignment.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import type { SheetItem } from "#shared/paper/sheet-items.ts";
import { progressSheetModel, type ProgressSheetInput } from "#shared/paper/progress-sheet.ts";
import { period, plan } from "../plan/bundled-plan.ts";

export const june = period("2025-06");
export const tonggu = unitKeySchema.parse("360926");
export const checkCode = "7c1e90a45b2df386";
export const digest = "6485ea121ab7037818923ad20d76ab07f0e820961800746ea5f29bc5ea922927";

/** Every item of the county in June 2025, unanswered but for the drafts given by item. */
export const itemsWith = (drafts: Readonly<Record<string, unknown>>): SheetItem[] =>
  itemsFor(plan, tonggu, june).map(({ item, due }) => ({
    item,
    due,
    draft: drafts[item] ?? null,
    body: null,
  }));

export const inputOf = (more: Partial<ProgressSheetInput> = {}): ProgressSheetInput => ({
  plan,
  unit: tonggu,
  period: june,
  blank: false,
  items: itemsWith({}),
  contacts: new Map(),
  checkCode,
  digest: null,
  stage: "review",
  printedAt: "2025-07-08T08:20:00.000Z",
  people: null,
  sample: false,
  ...more,
});

/** One row of the sheet with these drafts. Throws where the sheet has no such task. */
export function rowWith(
  no: number,
  drafts: Readonly<Record<string, unknown>>,
  more: Partial<ProgressSheetInput> = {},
) {
  const model = progressSheetModel(inputOf({ items: itemsWith(drafts), ...more }));
  const row = model.groups.flatMap((group) => group.rows).find((each) => each.no === no);
  if (row === undefined) throw new Error(`no task ${no} on the sheet`);
  return row;
}
