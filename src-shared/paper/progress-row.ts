import type { TaskDraft } from "../checks/draft.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import { taskItem } from "../plan/item.ts";
import type { Plan, Task } from "../plan/schema.ts";
import { completionLines } from "./county-completion.ts";
import { indicatorLines } from "./indicator-lines.ts";
import { dueLines, listedUnits } from "./plan-words.ts";
import { estimateLines, rowFlow } from "./row-flow.ts";
import type { SheetItems } from "./sheet-items.ts";
import type { ProgressRow } from "./sheet-model.ts";
import { writtenDay } from "./sheet-time.ts";

/** Characters per line of the columns as filled in; figures are set smaller. */
const PER_LINE = {
  name: 4.9,
  goal: 11.7,
  lead: 4.3,
  department: 4.6,
  progress: 13.6,
  problems: 6.3,
  next: 6.3,
};
const FIGURE = { perLine: 15.8, height: 12 / 14.5 };
const KEEP_LINES = 6;

/** Stands where an answered task leaves a part empty; a cell without anything would read as not reported. */
const EMPTY = "—";

const STATUS = {
  "not-started": "未启动",
  "in-progress": "推进中",
  completed: "已完成",
  "not-applicable": "不涉及",
} as const;

const planCells = (plan: Plan, task: Task) => {
  const { lead } = listedUnits(plan, task);
  return { no: task.no, name: task.title, goal: task.textPrint, lead, due: dueLines(task) };
};

/** A row to be written in by hand: the plan's words alone. */
export const blankRow = (plan: Plan, task: Task): ProgressRow => ({
  ...planCells(plan, task),
  department: "",
  progress: "",
  figures: [],
  status: "",
  statusTone: "plain",
  completion: [],
  problems: "",
  next: "",
  person: "",
  phone: "",
  flow: "keep",
});

export function progressRow(
  plan: Plan,
  task: Task,
  unit: UnitKey,
  period: Period,
  items: SheetItems,
): ProgressRow {
  const contact = items.contact(task.no);
  const people = [contact.leader, contact.person].filter((name) => name !== undefined && name !== "");
  const row = {
    ...planCells(plan, task),
    department: contact.department || EMPTY,
    ...answerCells(items.task(task.no), items.isDue(taskItem(task.no)) !== false),
    figures: indicatorLines(plan, task, items),
    completion: completionLines(plan, task, unit, period, items),
    person: [...new Set(people)].join("\n") || EMPTY,
    phone: contact.phone ?? "",
  };
  const lines = (["name", "goal", "lead", "department", "progress", "problems", "next"] as const).map(
    (column) =>
      estimateLines(row[column], PER_LINE[column]) + (column === "progress" ? figureLines(row.figures) : 0),
  );
  return { ...row, flow: rowFlow(lines, KEEP_LINES) };
}

const figureLines = (figures: readonly string[]): number =>
  Math.floor(figures.reduce((sum, line) => sum + estimateLines(line, FIGURE.perLine), 0) * FIGURE.height);

type AnswerCells = Pick<ProgressRow, "progress" | "problems" | "next" | "status" | "statusTone">;

function answerCells(draft: TaskDraft | null, due: boolean): AnswerCells {
  if (draft === null) {
    return due
      ? { progress: "", problems: "", next: "", status: "未报", statusTone: "missing" }
      : { progress: EMPTY, problems: EMPTY, next: EMPTY, status: "未到期", statusTone: "plain" };
  }
  const status = draft.status === undefined || draft.status === "" ? undefined : draft.status;
  const reason = status === "not-applicable" ? draft.reason : draft.reason && `说明：${draft.reason}`;
  return {
    progress: paragraphs([draft.noProgress === true ? "本期无新进展。" : "", draft.progress, reason]),
    problems: paragraphs([draft.problems]),
    next: paragraphs([draft.next, extensionText(draft.extension)]),
    status: status === undefined ? EMPTY : STATUS[status],
    statusTone: status === undefined || status === "in-progress" ? "plain" : "strong",
  };
}

const paragraphs = (texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => !!text?.trim()).join("\n") || EMPTY;

function extensionText(extension: TaskDraft["extension"]): string {
  if (extension === undefined) return "";
  const { date = "", reason = "" } = extension;
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(date) ? writtenDay(date) : date;
  return `申请延期${day === "" ? "" : `至${day}`}${reason === "" ? "" : `：${reason}`}`;
}
