import type { Period, UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { unitFullName, unitName } from "../plan/units.ts";
import { digestLines, printedCheckCode, sheetCheck, shortDigest } from "./check-code.ts";
import { EMPTY_SIGN, sheetHead, sheetMargin } from "./sheet-frame.ts";
import type { SheetCheck, SheetHead, SheetMargin, SheetSign, Stage } from "./sheet-model.ts";
import { paperDay, paperMinute, writtenDay } from "./sheet-time.ts";

const STATE: Readonly<Record<Stage, string | null>> = {
  blank: null,
  draft: "草稿",
  review: "送审稿",
  sealed: null,
};
const MARK: Readonly<Record<Stage, string>> = { blank: "空表", draft: "草稿", review: "送审稿", sealed: "" };

/** What a unit's sheets of one period have in common: they are signed together and bear one 核对码. */
export interface CopyInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  /** May be left out on a blank sheet alone: it is then written in by hand. */
  readonly period: Period | null;
  readonly stage: Stage;
  /** 16 hex digits over the period's drafts. */
  readonly checkCode: string | null;
  /** 64 hex digits of the bundle, once submitted. */
  readonly digest: string | null;
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

interface CopyFrame {
  readonly stage: Stage;
  readonly head: SheetHead;
  readonly margin: SheetMargin;
  readonly sign: SheetSign;
  readonly watermark: string | null;
  readonly check: SheetCheck | null;
  readonly digest: string[] | null;
}

/** Head, margins, signatures and codes of a landscape sheet. `periodWords` stand in the running head. */
export function signedCopy(input: CopyInput, sheetName: string, periodWords: string): CopyFrame {
  const { plan, unit, stage, sample, annex, form } = input;
  const day = paperDay(input.printedAt);
  const digest = stage === "sealed" ? input.digest : null;
  return {
    stage,
    head: sheetHead({
      plan,
      sheetName,
      orientation: "landscape",
      unitFull: unitFullName(plan, unit, day),
      state: STATE[stage],
      annex,
      form,
    }),
    margin: sheetMargin({
      run: `${unitName(plan, unit, day)}　${periodWords}${sheetName}`,
      mark: MARK[stage],
      boxed: STATE[stage] !== null,
      sample,
      foot: footOf(input),
      stamp: `计划第${plan.version}版${stage === "blank" ? "" : `　${paperMinute(input.printedAt)}印`}`,
    }),
    sign: signOf(input, day),
    watermark: stage === "draft" ? "草稿" : null,
    check: checkOf(input),
    digest: digest === null ? null : digestLines(digest),
  };
}

function checkOf({ plan, unit, period, checkCode, digest, stage }: CopyInput): SheetCheck | null {
  if (stage === "blank" || period === null || checkCode === null) return null;
  const sealedDigest = stage === "sealed" ? digest : null;
  return sheetCheck({ unit, period, planVersion: plan.version, code: checkCode, digest: sealedDigest });
}

function footOf({ checkCode, digest, stage }: CopyInput): string {
  if (stage === "blank") return "手填用，无核对码";
  if (stage === "sealed" && digest !== null) return `报送包摘要 ${shortDigest(digest)}`;
  return checkCode === null ? "无核对码" : `核对码 ${printedCheckCode(checkCode)}`;
}

/** The head signs by hand on every copy; the reviewer's name is printed once the bundle carries it. */
function signOf({ people, stage }: CopyInput, day: string): SheetSign {
  if (stage === "blank" || people === null) return EMPTY_SIGN;
  return {
    head: "",
    reviewer: stage === "sealed" ? people.reviewer : "",
    filler: people.filler,
    phone: people.phone ?? "",
    date: stage === "draft" ? EMPTY_SIGN.date : writtenDay(day),
  };
}

/** For the notes of the sheets beside the 推进情况表. */
export const SAME_CODE = "核对码由本期全部填报数据算出，与推进情况表上的一致，才是同一份数。";
export const DRAFT_NOTE = "草稿，有强制性核对问题尚未改正，不作签批。";
