import { indicatorDraftSchema } from "../checks/draft.ts";
import { periodLabel } from "../plan/calendar.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import type { Plan, Task } from "../plan/schema.ts";
import { unitFullName, unitName } from "../plan/units.ts";
import type { Share } from "../workbook/departments.ts";
import { answerLens } from "../workbook/indicator-columns.ts";
import { isIndicator } from "../workbook/tables.ts";
import { dueLines } from "./plan-words.ts";
import { estimateLines, rowFlow } from "./row-flow.ts";
import { EMPTY_SIGN, sheetHead, sheetMargin } from "./sheet-frame.ts";
import type { SplitFigureRow, SplitPart, SplitSheetModel, SplitTaskRow } from "./sheet-model.ts";
import { paperDay } from "./sheet-time.ts";

const SHEET_NAME = "重点任务分办单";

/** Characters per line of the columns 重点任务 and 目标（指标）. */
const PER_LINE = { name: 5.2, goal: 15.2 };
const KEEP_LINES = 8;

export interface SplitSheetInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  /** The parts to print; one at least. */
  readonly shares: readonly Share[];
  /** What the unit said of an item in the period before. */
  readonly previous: (item: Item) => unknown;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
}

/** 分办单: what each department of the unit is asked in a period, to be written in by hand. */
export function splitSheetModel(input: SplitSheetInput): SplitSheetModel {
  const { plan, unit, period, shares, printedAt, sample } = input;
  const day = paperDay(printedAt);
  const label = periodLabel(plan, period, "zh");
  return {
    sheet: "split-sheet",
    head: sheetHead({
      plan,
      sheetName: SHEET_NAME,
      orientation: "landscape",
      unitFull: unitFullName(plan, unit, day),
    }),
    margin: sheetMargin({
      run: `${unitName(plan, unit, day)}　${label}${SHEET_NAME}`,
      mark: "",
      boxed: false,
      sample,
      foot: "手填用，无核对码",
      stamp: `计划第${plan.version}版　${day}印`,
    }),
    sign: EMPTY_SIGN,
    notes: NOTES,
    watermark: null,
    periodName: label,
    parts: shares.map((share) => partOf(share, input)),
  };
}

const NOTES = [
  "状态在方框内打“√”，只选一项；选“不涉及”的，在“本期进展”栏写明理由。本期确无新进展的，写“本期无新进展”；无问题写“无”。",
  "指标只列本期应报的。没有数的写“暂无数据”，并写明来源和预计日期；本地没有的写“不涉及”和理由。空白表示未报，不表示零。",
  "填好后由责任部门负责人签字，交回发表的单位；也可以填分办工作簿交回。",
];

function partOf({ department, tasks, items }: Share, input: SplitSheetInput): SplitPart {
  const due = items.filter((item) => item.due);
  return {
    department,
    tasks: tasks.map(taskRow),
    figures: due.filter(isIndicator).flatMap((assigned) => figureRows(assigned, input)),
    registers: due.flatMap((item) => (item.kind === "register" ? [item.register.name] : [])),
  };
}

function taskRow(task: Task): SplitTaskRow {
  const row = { no: task.no, name: task.title, goal: task.textPrint, due: dueLines(task) };
  const lines = (["name", "goal"] as const).map((column) => estimateLines(row[column], PER_LINE[column]));
  return { ...row, flow: rowFlow(lines, KEEP_LINES) };
}

function figureRows(
  { item, title, indicator, inputs }: Parameters<typeof isIndicator>[0] & { kind: "indicator" },
  { previous }: SplitSheetInput,
): SplitFigureRow[] {
  const before = indicatorDraftSchema.safeParse(previous(item) ?? {}).data ?? {};
  return inputs.map((input, index) => ({
    no: indicator.id,
    name: title,
    input: input.name,
    unit: input.unit,
    previous: answerLens(input, index === 0).text(before),
  }));
}
