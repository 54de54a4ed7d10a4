import type { UnitKey } from "../plan/ids.ts";
import type { Plan, Task } from "../plan/schema.ts";
import { findUnit, unitFullName, unitName } from "../plan/units.ts";
import { tasksFor } from "../plan/assignment.ts";
import { dueLines, listedUnits, placeWord } from "./plan-words.ts";
import { unitRemarks } from "./unit-remarks.ts";
import { estimateLines, rowFlow } from "./row-flow.ts";
import { sectionGroups } from "./section-groups.ts";
import { EMPTY_SIGN, sheetHead, sheetMargin } from "./sheet-frame.ts";
import type { TaskSheetModel, TaskSheetRow } from "./sheet-model.ts";
import { paperDay } from "./sheet-time.ts";

const SHEET_NAME = "重点任务责任清单";

/** Characters per line of the columns 重点任务, 主要目标, 牵头单位, 责任单位. */
const PER_LINE = { name: 5.4, goal: 14.6, lead: 4.2, responsible: 6.5 };
const KEEP_LINES = 4;

export interface TaskSheetInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
  readonly annex?: string;
  readonly form?: readonly string[];
}

/** 责任清单 of one unit: every task that binds it, in the plan's order. */
export function taskSheetModel({
  plan,
  unit,
  printedAt,
  sample,
  annex,
  form,
}: TaskSheetInput): TaskSheetModel {
  const { document } = plan;
  const day = paperDay(printedAt);
  const remarks = unitRemarks(plan, unit);
  return {
    sheet: "task-sheet",
    head: sheetHead({
      plan,
      sheetName: SHEET_NAME,
      orientation: "portrait",
      unitFull: unitFullName(plan, unit, day),
      annex,
      form,
    }),
    margin: sheetMargin({
      run: `${unitName(plan, unit, day)}　${document.shortTitle}${SHEET_NAME}`,
      mark: "",
      boxed: false,
      sample,
      foot: `计划：${document.shortTitle}第${plan.version}版`,
      stamp: `${day}印`,
    }),
    sign: EMPTY_SIGN,
    notes: notesOf(plan, placeWord(findUnit(plan, unit))),
    watermark: null,
    planPeriod: `${document.startYear}—${document.endYear}年`,
    groups: sectionGroups(plan, tasksFor(plan, unit), (task) => rowOf(plan, task, remarks)),
  };
}

function rowOf(plan: Plan, task: Task, remarks: ReadonlyMap<number, string[]>): TaskSheetRow {
  const listed = listedUnits(plan, task);
  const row = {
    no: task.no,
    name: task.title,
    goal: task.textPrint,
    lead: listed.lead,
    responsible: listed.others,
    due: dueLines(task),
    remark: remarks.get(task.no) ?? [],
  };
  const lines = (["name", "goal", "lead", "responsible"] as const).map((column) =>
    estimateLines(row[column], PER_LINE[column]),
  );
  return { ...row, flow: rowFlow([...lines, row.remark.length], KEEP_LINES) };
}

function notesOf(plan: Plan, place: string): string[] {
  const { clause } = plan.document;
  const bound = clause.text.replace(/^以下/u, "各项任务").replaceAll(",", "，");
  const inferredLead = plan.tasks.some((task) => task.leadBasis !== "notice");
  return [
    "“主要目标”为通知原文，“重点任务”为便于查找拟定的简称。",
    ...(inferredLead
      ? ["通知未标明牵头单位，“牵头单位”暂按首列单位填列，“责任单位”为其余所列单位。"]
      : ["“责任单位”为牵头单位以外的所列单位。"]),
    `${bound}（通知第${clause.task}项）。`,
    `备注为${place}填报内容和周期，周期由市级设定，市级填报的指标不列；原文未写明时限的，列“长期坚持”。`,
  ];
}
