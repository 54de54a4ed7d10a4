import type { ContactDraft } from "../checks/draft.ts";
import { tasksFor } from "../plan/assignment.ts";
import { findUnit } from "../plan/units.ts";
import { placeWord } from "./plan-words.ts";
import { progressNotes } from "./progress-notes.ts";
import { periodBlanks, progressPeriod } from "./progress-period.ts";
import { blankRow, progressRow } from "./progress-row.ts";
import { sectionGroups } from "./section-groups.ts";
import { sheetItems, type SheetItem } from "./sheet-items.ts";
import type { ProgressSheetModel, Stage } from "./sheet-model.ts";
import { signedCopy, type CopyInput } from "./signed-copy.ts";

const SHEET_NAME = "重点任务推进情况表";
export interface ProgressSheetInput extends CopyInput {
  readonly blank: boolean;
  /** The unit's items of the period; not read on a blank sheet. */
  readonly items: readonly SheetItem[];
  /** Standing contacts by task number. */
  readonly contacts: ReadonlyMap<number, ContactDraft>;
}

/** 推进情况表 of one unit and period. Throws without a period unless blank: the caller has asked for one. */
export function progressSheetModel(input: ProgressSheetInput): ProgressSheetModel {
  const { plan, unit, period } = input;
  const stage = input.blank ? "blank" : input.stage;
  const words = period === null ? null : progressPeriod(plan, period);
  const place = placeWord(findUnit(plan, unit));
  const groups = groupsOf(input, stage);
  const copy = signedCopy({ ...input, stage }, SHEET_NAME, words?.short ?? "");
  return {
    sheet: "progress-sheet",
    ...copy,
    periodName: words?.name ?? null,
    periodBlanks: words === null ? periodBlanks(plan) : [],
    measure: "亿元、%（另注明的除外）",
    place,
    notes: progressNotes({
      plan,
      stage,
      place,
      hasCheck: copy.check !== null,
      hasFigures: groups.some((group) => group.rows.some((row) => row.figures.length > 0)),
    }),
    groups,
  };
}

function groupsOf(input: ProgressSheetInput, stage: Stage): ProgressSheetModel["groups"] {
  const { plan, unit, period } = input;
  const tasks = tasksFor(plan, unit);
  if (stage === "blank") return sectionGroups(plan, tasks, (task) => blankRow(plan, task));
  if (period === null) throw new Error("a filled-in sheet needs a period");
  const items = sheetItems(input.items, input.contacts, stage === "sealed");
  return sectionGroups(plan, tasks, (task) => progressRow(plan, task, unit, period, items));
}
