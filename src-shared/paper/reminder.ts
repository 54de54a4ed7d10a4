import { askedFor, type AssignedItem } from "../plan/assignment.ts";
import { daysUntil, isWorkingDay, periodLabel, scheduleById } from "../plan/calendar.ts";
import type { Period } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { unitFullName } from "../plan/units.ts";
import type { UnitCompleteness } from "../rollup/completeness.ts";
import type { ReminderModel, ReminderRow } from "./office-sheet-model.ts";
import type { PaperState } from "./paper-state.ts";
import { progressPeriod } from "./progress-period.ts";
import type { ReminderLetter } from "./reminder-letter.ts";
import { EMPTY_SIGN, sheetMargin } from "./sheet-frame.ts";
import { paperDay, paperMinute, writtenDay } from "./sheet-time.ts";

export interface ReminderInput {
  readonly plan: Plan;
  readonly period: Period;
  /** With something missing. */
  readonly completeness: UnitCompleteness;
  readonly paper: PaperState;
  /** What came last of the unit: when, the last period in it, and the number of the package. */
  readonly last: {
    readonly receivedAt: string;
    readonly period: Period | null;
    readonly sequence: number;
  } | null;
  readonly letter: ReminderLetter;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
}

const CLOSING =
  "确因数据未产生不能填报的，请按“暂无数据”上报，写明来源和预计日期；本期没有变化的名录，请报“无变化”或“零报告”。未报数据不以零或上期数代替，全市汇总将注明“未报”。";

/** 催报单: what has not come of a unit and is past due. */
export function reminderModel(input: ReminderInput): ReminderModel {
  const { plan, period, completeness, last, letter, printedAt, sample } = input;
  const day = paperDay(printedAt);
  const to = unitFullName(plan, completeness.unit, day);
  return {
    sheet: "reminder",
    head: { annex: null, title: ["催报单"], state: null, form: [], unitName: to },
    margin: sheetMargin({
      run: "催报单",
      mark: "",
      boxed: false,
      sample,
      foot: `计划：${plan.document.shortTitle}第${plan.version}版`,
      stamp: `${day}印`,
    }),
    sign: EMPTY_SIGN,
    notes: [],
    watermark: null,
    periodName: periodLabel(plan, period, "zh"),
    to: `${to}：`,
    opening: `按照${plan.document.shortTitle}调度安排，截至${hourOf(printedAt)}，未收到你单位下列材料。请于${writtenDay(letter.day)}${letter.hour}时前报送；如已报送，请提供报送包摘要，以便查找。`,
    rows: rowsOf(input, day),
    closing: CLOSING,
    contact: letter.contact,
    phone: letter.phone,
    last: last === null ? [] : lastWords(plan, last),
    by: plan.settings.officeName,
    day: writtenDay(day),
  };
}

/** The day proposed for an answer: three days from the letter, or the working day after. */
export function replyBy(plan: Plan, day: string): string {
  const after = (from: string, days: number): string =>
    new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
  let by = after(day, 3);
  while (!isWorkingDay(plan, by)) by = after(by, 1);
  return by;
}

/** `2025年7月29日9时`. */
const hourOf = (time: string): string =>
  `${writtenDay(paperDay(time))}${Number(paperMinute(time).slice(11, 13))}时`;

function lastWords(
  plan: Plan,
  { receivedAt, period, sequence }: NonNullable<ReminderInput["last"]>,
): string[] {
  const of = period === null ? "" : `报告期${periodLabel(plan, period, "zh")}，`;
  return [`上次收到你单位报送：${writtenDay(paperDay(receivedAt))}，`, `${of}第${sequence}号报送包。`];
}

/** Row by row what shares a kind and a due date: tasks first, then figures by how often, then registers. */
function rowsOf({ plan, period, completeness, paper }: ReminderInput, day: string): ReminderRow[] {
  const asked = completeness.items.flatMap(({ item, dueDate, timing }) => {
    const assigned = timing === "missing" ? askedFor(plan, completeness.unit, period, item) : undefined;
    return assigned === undefined ? [] : [{ kind: kindOf(plan, assigned), dueDate }];
  });
  const groups = Map.groupBy(asked, ({ kind, dueDate }) => `${KINDS.indexOf(kind)} ${dueDate}`);
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, count: group.length }];
  });
  const sorted = rows.toSorted(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.dueDate < b.dueDate ? -1 : 1),
  );
  return [...sorted, ...paperRow(completeness, paper, day)].map(({ kind, dueDate, count }, index) => ({
    no: index + 1,
    matter: kind === "register" ? `${MATTERS[kind]}（${count}种）` : MATTERS[kind],
    count,
    period: periodOf(plan, period, kind),
    ...dueOf(dueDate, day),
  }));
}

const KINDS = ["task", "month", "quarter", "year", "register", "paper"] as const;
type Kind = (typeof KINDS)[number];

const MATTERS: Readonly<Record<Kind, string>> = {
  task: "重点任务推进情况",
  month: "按月指标",
  quarter: "按季指标",
  year: "按年指标",
  register: "名录变更或确认",
  paper: "签字盖章的送审稿（纸质件）",
};

const kindOf = (plan: Plan, assigned: AssignedItem): Kind =>
  assigned.kind === "indicator" ? scheduleById(plan, assigned.indicator.schedule).frequency : assigned.kind;

/** The signed paper is due with the texts that it carries. */
function paperRow({ items }: UnitCompleteness, paper: PaperState, day: string) {
  const texts = items.find(({ item }) => item.startsWith("task:"));
  return paper === "missing" && texts !== undefined && daysUntil(texts.dueDate, day) < 0
    ? [{ kind: "paper" as const, dueDate: texts.dueDate, count: 1 }]
    : [];
}

const periodOf = (plan: Plan, period: Period, kind: Kind): string =>
  kind === "month" || kind === "year" ? periodLabel(plan, period, "zh") : progressPeriod(plan, period).short;

function dueOf(dueDate: string, day: string): Pick<ReminderRow, "due" | "overdue"> {
  const [, month, date] = dueDate.split("-");
  return { due: `${Number(month)}月${Number(date)}日`, overdue: `${-daysUntil(dueDate, day)}天` };
}
