import type { Period } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import type { UnitCompleteness } from "../rollup/completeness.ts";
import { DASH } from "../rollup/format-decimal.ts";
import type { CircularModel, CircularRow, SheetCell } from "./office-sheet-model.ts";
import { PAPER_WORDS, type PaperState } from "./paper-state.ts";
import { progressPeriod } from "./progress-period.ts";
import { settledFoot, settledName, type Settled } from "./settled.ts";
import { EMPTY_SIGN, sheetMargin } from "./sheet-frame.ts";
import { paperDay, paperMinute, writtenDay } from "./sheet-time.ts";

/** What the circular says of one unit. */
export interface CircularUnit {
  readonly completeness: UnitCompleteness;
  /** Due items that the office sent back at least once, and those of them that came again. */
  readonly returned: number;
  readonly resubmitted: number;
  readonly paper: PaperState;
  /** Tasks reported as 推进中, and tasks that the office has closed. */
  readonly underWay: number;
  readonly closed: number;
}

export interface CircularInput {
  readonly plan: Plan;
  readonly period: Period;
  /** In the plan's order. */
  readonly units: readonly CircularUnit[];
  readonly settled: Settled | null;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
}

/** 通报附表: how each unit reported in a period. It shows no lights and no ranks. */
export function circularModel(input: CircularInput): CircularModel {
  const { plan, period, units, settled, printedAt, sample } = input;
  const day = paperDay(printedAt);
  const words = progressPeriod(plan, period);
  return {
    sheet: "circular",
    head: {
      annex: "附件",
      title: [words.short, `${plan.document.shortTitle}重点任务报送情况`],
      state: null,
      form: [],
      unitName: plan.settings.officeName,
    },
    margin: sheetMargin({
      run: `${words.short}报送情况`,
      mark: "",
      boxed: false,
      sample,
      foot: settledFoot(settled),
      stamp: `计划第${plan.version}版　${paperMinute(printedAt)}印`,
    }),
    sign: EMPTY_SIGN,
    notes: notesOf(input, day),
    watermark: null,
    periodName: words.short,
    rows: units.map((unit) => rowOf(unitName(plan, unit.completeness.unit, day), unit)),
    total: totalOf(units),
    ledger: settled === null ? null : ledgerOf(settled.ledger),
  };
}

function ledgerOf(digest: string): NonNullable<CircularModel["ledger"]> {
  const groups = digest.slice(digest.indexOf(":") + 1).match(/.{1,4}/gu) ?? [];
  return { digest, lines: [groups.slice(0, 8).join(" "), groups.slice(8).join(" ")] };
}

const paperCell = (paper: PaperState): SheetCell =>
  paper === null
    ? { text: DASH, tone: "plain" }
    : { text: PAPER_WORDS[paper], tone: paper === "missing" ? "missing" : "plain" };

const rowOf = (unit: string, known: CircularUnit): CircularRow => ({
  unit,
  expected: String(known.completeness.expected),
  onTime: String(known.completeness.onTime),
  late: String(known.completeness.late),
  missing: {
    text: String(known.completeness.missing),
    tone: known.completeness.missing > 0 ? "missing" : "figure",
  },
  returned: String(known.returned),
  resubmitted: String(known.resubmitted),
  paper: paperCell(known.paper),
  underWay: String(known.underWay),
  closed: String(known.closed),
});

function totalOf(units: readonly CircularUnit[]): CircularRow {
  const sum = (of: (unit: CircularUnit) => number): string =>
    String(units.reduce((total, unit) => total + of(unit), 0));
  const received = units.filter(({ paper }) => paper === "received").length;
  const isKept = units.some(({ paper }) => paper !== null);
  return {
    unit: "合计",
    expected: sum(({ completeness }) => completeness.expected),
    onTime: sum(({ completeness }) => completeness.onTime),
    late: sum(({ completeness }) => completeness.late),
    missing: { text: sum(({ completeness }) => completeness.missing), tone: "figure" },
    returned: sum(({ returned }) => returned),
    resubmitted: sum(({ resubmitted }) => resubmitted),
    paper: { text: isKept ? `${received}/${units.length}` : DASH, tone: "plain" },
    underWay: sum(({ underWay }) => underWay),
    closed: sum(({ closed }) => closed),
  };
}

function notesOf({ plan, units, settled, printedAt }: CircularInput, day: string): string[] {
  const waiting = units.reduce((total, { completeness }) => total + completeness.waiting, 0);
  const excused = units.reduce((total, { completeness }) => total + completeness.notApplicable, 0);
  const hour = Number(paperMinute(printedAt).slice(11, 13));
  const hasPaper = units.some(({ paper }) => paper !== null);
  const order = "各单位按行政区划代码排列。";
  return [
    waiting > 0
      ? `应报＝按时＋迟报＋未报＋未到期；未到期的${waiting}项不另列。退回、重报为已报中的项数。`
      : "应报＝按时＋迟报＋未报；退回、重报为已报中的项数。",
    ...(excused > 0 ? [`不涉及的${excused}项不计入应报。`] : []),
    `按时、迟报以市级收到时间为准，统计截至${writtenDay(day)}${hour}时。`,
    hasPaper
      ? "纸质件“待重印”指已收到，但签字盖章件的核对码与电子数据不一致；合计为已收份数/应收份数。"
      : "纸质件栏为“—”，指市级没有登记纸质件的接收情况。",
    "推进中、办结为重点任务项数；办结由市级认定，县级填报“已完成”尚未认定的不计入。",
    plan.settings.countyTargets.length > 0
      ? `本表只列报送情况，不亮灯、不排名；${order}`
      : `未设县级年度目标，不亮灯、不排名；${order}`,
    settled === null
      ? "本期汇总尚未定稿，本表按打印时的台账统计。"
      : `本期${settledName(settled)}${settled.since > 0 ? `，其后又有${settled.since}项变动` : ""}；本表按打印时的台账统计。`,
    "用于工作调度，不替代法定统计报表。",
  ];
}
