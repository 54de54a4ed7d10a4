import { periodLabel } from "../plan/calendar.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import type { ProblemRow, ProblemSheetModel } from "./office-sheet-model.ts";
import { estimateLines, rowFlow } from "./row-flow.ts";
import { chineseNumber } from "./section-groups.ts";
import { EMPTY_SIGN, sheetHead, sheetMargin } from "./sheet-frame.ts";
import { paperDay, paperMinute, writtenDay } from "./sheet-time.ts";

const SHEET_NAME = "问题清单";

/** Characters per line of the columns 问题, 对应任务, 需市级协调事项, 办理结果. */
const PER_LINE = { problem: 14.6, task: 8, coordination: 10.8, result: 6.8 };
const KEEP_LINES = 6;

/** One problem as a unit put it. Absent parts are on no record and are written in by hand. */
export interface KnownProblem {
  readonly unit: UnitKey;
  readonly text: string;
  /** As typed, the number of a task as a rule. */
  readonly task: string;
  readonly coordination: string;
  /** ISO dates; empty where not said. */
  readonly raisedOn: string;
  readonly wishedBy: string;
  /** Not judged by the office yet. */
  readonly isPending: boolean;
  /** What the unit says where it took the row out. */
  readonly ended: string | null;
  /** 销号: what came of it, and the ISO time of the decision. */
  readonly struckOff: { readonly result: string; readonly at: string } | null;
}

export interface ProblemSheetInput {
  readonly plan: Plan;
  readonly period: Period;
  /** Rows of the register 问题清单, and 存在问题 of the period's progress; each in the order of the units. */
  readonly registered: readonly KnownProblem[];
  readonly reported: readonly KnownProblem[];
  readonly officer: string;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
}

/** 问题清单 of the city: what units raise, and what the office has struck off. */
export function problemSheetModel(input: ProblemSheetInput): ProblemSheetModel {
  const { plan, period, printedAt, sample, officer } = input;
  const day = paperDay(printedAt);
  const label = periodLabel(plan, period, "zh");
  const groups = groupsOf(input);
  return {
    sheet: "problem-sheet",
    head: sheetHead({
      plan,
      sheetName: SHEET_NAME,
      orientation: "landscape",
      unitFull: plan.settings.officeName,
    }),
    margin: sheetMargin({
      run: `${label}${SHEET_NAME}`,
      mark: "",
      boxed: false,
      sample,
      foot: `计划：${plan.document.shortTitle}第${plan.version}版`,
      stamp: `${paperMinute(printedAt)}印`,
    }),
    sign: { ...EMPTY_SIGN, filler: officer, date: writtenDay(day) },
    notes: [
      ...(groups.length === 0 ? ["截至本期，没有单位提出问题。"] : []),
      "“承办单位”“整改时限”由市级填写；“整改时限”栏的小字为提出单位希望的时限。",
      "“办理结果”“销号日期”取自市级的销号决定，空白为尚未销号；本年以前已销号的不列。",
      "推进情况表所列存在问题为各单位原文，需要市级办理和销号的，由单位列入问题清单名录。",
      "退回的、版本不一致的不列；“待审”为市级尚未审核。用于工作调度。",
    ],
    watermark: null,
    periodName: label,
    groups,
  };
}

function groupsOf({ plan, registered, reported }: ProblemSheetInput): ProblemSheetModel["groups"] {
  let no = 0;
  return [
    { title: "问题清单名录所列，需市级协调", problems: registered },
    { title: "本期推进情况表所列存在问题", problems: reported },
  ]
    .filter(({ problems }) => problems.length > 0)
    .map(({ title, problems }, index) => ({
      title: `${chineseNumber(index + 1)}、${title}`,
      rows: problems.map((problem) => rowOf(plan, problem, ++no)),
    }));
}

function rowOf(plan: Plan, problem: KnownProblem, no: number): ProblemRow {
  const { struckOff, ended, raisedOn, wishedBy } = problem;
  const row = {
    no,
    problem: problem.text,
    unit: unitName(plan, problem.unit, raisedOn || undefined),
    raised: [raisedOn === "" ? "" : dayOf(raisedOn), problem.isPending ? "待审" : ""].filter(
      (text) => text !== "",
    ),
    task: taskWords(plan, problem.task),
    coordination: problem.coordination,
    wished: wishedBy === "" ? "" : `希望${dayOf(wishedBy)}前`,
    result: struckOff?.result ?? (ended === null ? "" : `单位已撤下${ended === "" ? "" : `：${ended}`}`),
    struckOff: struckOff === null ? [] : writtenDay(paperDay(struckOff.at)).split(/(?<=年)/u),
  };
  const lines = [
    estimateLines(row.problem, PER_LINE.problem),
    estimateLines(row.task, PER_LINE.task),
    estimateLines(row.coordination, PER_LINE.coordination),
    estimateLines(row.result, PER_LINE.result),
  ];
  return { ...row, flow: rowFlow(lines, KEEP_LINES) };
}

const dayOf = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? writtenDay(text) : text);

/** `21 企业上云用数`; what is no number of a task stands as it was typed. */
function taskWords(plan: Plan, typed: string): string {
  const task = plan.tasks.find(({ no }) => String(no) === typed.trim());
  return task === undefined ? typed : `${task.no}　${task.title}`;
}

/** 无, 暂无问题。 and the like: nothing is raised. */
export const saysNoProblem = (text: string): boolean =>
  /^(?:|(?:暂?无|没有|暂没有)(?:存在)?(?:的)?(?:问题)?)[。．.]?$/u.test(text.trim());
