import type { Plan } from "../plan/schema.ts";
import type { Stage } from "./sheet-model.ts";
import { DRAFT_NOTE } from "./signed-copy.ts";

/** 说明 at the foot of the 推进情况表. */
export function progressNotes(sheet: {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly place: string;
  readonly hasCheck: boolean;
  readonly hasFigures: boolean;
}): string[] {
  if (sheet.stage === "blank") return BLANK_NOTES;
  const inferredLead = sheet.plan.tasks.some((task) => task.leadBasis !== "notice");
  const yearTarget = `未列完成率的，未设${sheet.place}年度目标或不计算完成率。`;
  return [
    ...(sheet.stage === "draft" ? [DRAFT_NOTE] : []),
    ...(sheet.hasCheck ? [CHECK_NOTES[sheet.stage]] : []),
    ...(sheet.hasFigures
      ? [`“本期进展”下小字为录入的指标数，括号内为录入的万元原数。${yearTarget}`]
      : [yearTarget]),
    `${inferredLead ? "牵头单位暂按通知首列单位填列；" : ""}四舍五入，合计与分项可能不等。`,
    "用于工作调度，不替代法定统计报表。",
  ];
}

const DRAFT_CHECK =
  "核对码由本表全部草稿数据算出，数据改动后核对码即变。签字盖章后请勿再改；确需改动的，重新打印或写明理由。";

const CHECK_NOTES: Readonly<Record<Exclude<Stage, "blank">, string>> = {
  draft: DRAFT_CHECK,
  review: DRAFT_CHECK,
  sealed:
    "核对码由签批时的全部草稿数据算出，报送包摘要由上报的文件算出。核对码与盖章的送审稿不一致的，须查明原因。",
};

const BLANK_NOTES = [
  "手填空表。状态在方框内打“√”，只选一项；选“不涉及”的，在“本期进展”栏写明理由。",
  "本期确无新进展的，在“本期进展”栏写“本期无新进展”；无问题写“无”。空白表示未报，不表示无或零。",
  "一格写不下的，另附纸并注明序号。",
  "手填表由填报人录入后，另行打印带核对码的送审稿签字盖章；本表不代替送审稿。",
];
