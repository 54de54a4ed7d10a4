import { cleanLine } from "../checks/typed.ts";
import { periodLabel } from "../plan/calendar.ts";
import { periodSchema, type Period, type UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import { cell, type ReadSheet, type Sheet } from "./workbook.ts";

/** The first sheet: whose workbook it is, for when, and who filled it in. */

export const COVER = "说明";
const LABEL = {
  format: "任务台账工作簿",
  unit: "单位",
  period: "报告期",
  department: "责任部门",
  plan: "计划",
  author: "填表人",
  filledOn: "填表日期",
} as const;
const FORMAT = "1";

export interface CoverFacts {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  /** Null on a workbook of the whole unit. */
  readonly department: string | null;
}

const NOTES = [
  "只填白色的格；灰色的格和代码列不要改，不要删行、删列。",
  "空白格不改动已经填好的内容。",
  "状态填：未启动、推进中、已完成、不涉及。本期确无进展的，“本期进展”填：本期无新进展。",
  "指标没有数的，“本期”填：不涉及：理由，或 暂无数据：来源，预计取得日期（例：暂无数据：统计局，预计2024-05-20）。",
  "是否类填：是、否。名次未上榜的填：未入榜。金额以万元为单位。",
  "名录加行写在表的最后；本期没有变化的，“本期确认”填：无变化；一户都没有的填：零报告。",
  "填好后把“填表人”写上，交回发表的单位。",
  "用于工作调度，不替代法定统计报表；严禁填写国家秘密。",
];

export function coverSheet({ plan, unit, period, department }: CoverFacts): Sheet {
  const fact = (label: string, ...values: readonly string[]) => [
    cell(label, "head"),
    ...values.map((value) => cell(value)),
  ];
  return {
    name: COVER,
    widths: [18, 40, 18],
    fixedRows: 0,
    rows: [
      fact(LABEL.format, `${plan.document.shortTitle}填报工作簿`, FORMAT),
      fact(LABEL.unit, unitName(plan, unit), unit),
      fact(LABEL.period, periodLabel(plan, period, "zh"), period),
      ...(department === null ? [] : [fact(LABEL.department, department)]),
      fact(LABEL.plan, `${plan.document.shortTitle}第${plan.version}版`, `${plan.id}/${plan.version}`),
      [cell(LABEL.author, "head"), cell("", "fill")],
      [cell(LABEL.filledOn, "head"), cell("", "fill")],
      [],
      ...NOTES.map((note, index) => [
        cell(index === 0 ? "填表说明" : "", "head"),
        cell(`${index + 1}. ${note}`),
      ]),
    ],
  };
}

export interface CoverRead {
  readonly unit: string | null;
  readonly period: Period | null;
  readonly department: string | null;
  readonly plan: string | null;
  readonly author: string | null;
}

/** Codes stand in the third column, what people write in the second. */
export function readCover(sheet: ReadSheet | undefined): CoverRead {
  const value = (label: string, column: 1 | 2): string | null => {
    const row = sheet?.rows.find(([first = ""]) => cleanLine(first) === label);
    const text = cleanLine(row?.[column] ?? "");
    return text === "" ? null : text;
  };
  return {
    unit: value(LABEL.unit, 2),
    period: periodSchema.safeParse(value(LABEL.period, 2)).data ?? null,
    department: value(LABEL.department, 1),
    plan: value(LABEL.plan, 2),
    author: value(LABEL.author, 1),
  };
}
