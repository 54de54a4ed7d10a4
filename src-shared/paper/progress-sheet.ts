import type { ContactDraft } from "../checks/draft.ts";
import { tasksFor } from "../plan/assignment.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { findUnit, unitFullName, unitName } from "../plan/units.ts";
import { digestLines, printedCheckCode, sheetCheck, shortDigest } from "./check-code.ts";
import { placeWord } from "./plan-words.ts";
import { progressNotes } from "./progress-notes.ts";
import { periodBlanks, progressPeriod } from "./progress-period.ts";
import { blankRow, progressRow } from "./progress-row.ts";
import { sectionGroups } from "./section-groups.ts";
import { EMPTY_SIGN, sheetHead, sheetMargin } from "./sheet-frame.ts";
import { sheetItems, type SheetItem } from "./sheet-items.ts";
import type { ProgressSheetModel, SheetSign, Stage } from "./sheet-model.ts";
import { paperDay, paperMinute, writtenDay } from "./sheet-time.ts";

const SHEET_NAME = "重点任务推进情况表";
const STATE: Readonly<Record<Stage, string | null>> = {
  blank: null,
  draft: "草稿",
  review: "送审稿",
  sealed: null,
};
const MARK: Readonly<Record<Stage, string>> = { blank: "空表", draft: "草稿", review: "送审稿", sealed: "" };

export interface ProgressSheetInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  /** May be left out on a blank sheet alone: it is then written in by hand. */
  readonly period: Period | null;
  readonly blank: boolean;
  /** The unit's items of the period; not read on a blank sheet. */
  readonly items: readonly SheetItem[];
  /** Standing contacts by task number. */
  readonly contacts: ReadonlyMap<number, ContactDraft>;
  /** 16 hex digits over the period's drafts. */
  readonly checkCode: string | null;
  /** 64 hex digits of the bundle, once submitted. */
  readonly digest: string | null;
  readonly stage: Stage;
  /** ISO time. */
  readonly printedAt: string;
  readonly people: {
    readonly filler: string;
    readonly reviewer: string;
    readonly head: string;
    readonly phone?: string;
  } | null;
  readonly sample: boolean;
  readonly annex?: string;
  readonly form?: readonly string[];
}

/** 推进情况表 of one unit and period. Throws without a period unless blank: the caller has asked for one. */
export function progressSheetModel(input: ProgressSheetInput): ProgressSheetModel {
  const { plan, unit, period, sample, annex, form } = input;
  const stage = input.blank ? "blank" : input.stage;
  const day = paperDay(input.printedAt);
  const words = period === null ? null : progressPeriod(plan, period);
  const place = placeWord(findUnit(plan, unit));
  const groups = groupsOf(input, stage);
  const check = checkOf(input, stage);
  const digest = stage === "sealed" ? input.digest : null;
  return {
    sheet: "progress-sheet",
    stage,
    head: sheetHead({
      plan,
      sheetName: SHEET_NAME,
      orientation: "landscape",
      unitFull: unitFullName(plan, unit, day),
      state: STATE[stage],
      annex,
      form,
    }),
    margin: sheetMargin({
      run: `${unitName(plan, unit, day)}　${words?.short ?? ""}${SHEET_NAME}`,
      mark: MARK[stage],
      boxed: STATE[stage] !== null,
      sample,
      foot: footOf(input, stage),
      stamp: `计划第${plan.version}版${stage === "blank" ? "" : `　${paperMinute(input.printedAt)}印`}`,
    }),
    periodName: words?.name ?? null,
    periodBlanks: words === null ? periodBlanks(plan) : [],
    measure: "亿元、%（另注明的除外）",
    place,
    sign: signOf(input, stage, day),
    check,
    digest: digest === null ? null : digestLines(digest),
    notes: progressNotes({
      plan,
      stage,
      place,
      hasCheck: check !== null,
      hasFigures: groups.some((group) => group.rows.some((row) => row.figures.length > 0)),
    }),
    watermark: stage === "draft" ? "草稿" : null,
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

function checkOf({ plan, unit, period, checkCode, digest }: ProgressSheetInput, stage: Stage) {
  if (stage === "blank" || period === null || checkCode === null) return null;
  const sealedDigest = stage === "sealed" ? digest : null;
  return sheetCheck({ unit, period, planVersion: plan.version, code: checkCode, digest: sealedDigest });
}

function footOf({ checkCode, digest }: ProgressSheetInput, stage: Stage): string {
  if (stage === "blank") return "手填用，无核对码";
  if (stage === "sealed" && digest !== null) return `报送包摘要 ${shortDigest(digest)}`;
  return checkCode === null ? "无核对码" : `核对码 ${printedCheckCode(checkCode)}`;
}

/** The head signs by hand on every copy; the reviewer's name is printed once the bundle carries it. */
function signOf({ people }: ProgressSheetInput, stage: Stage, day: string): SheetSign {
  if (stage === "blank" || people === null) return EMPTY_SIGN;
  return {
    head: "",
    reviewer: stage === "sealed" ? people.reviewer : "",
    filler: people.filler,
    phone: people.phone ?? "",
    date: stage === "draft" ? EMPTY_SIGN.date : writtenDay(day),
  };
}
