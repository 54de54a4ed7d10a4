import { scheduleById, ytdLabel } from "../plan/calendar.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { reportingUnits, unitName } from "../plan/units.ts";
import { formatDecimal } from "../rollup/format-decimal.ts";
import type { TaskRow } from "../rollup/task-board.ts";
import type { RollupResult } from "../rollup/types.ts";
import type { SummarySheetModel } from "./office-sheet-model.ts";
import { progressPeriod } from "./progress-period.ts";
import { chineseNumber } from "./section-groups.ts";
import { settledFoot, settledName, type Settled } from "./settled.ts";
import { EMPTY_SIGN, sheetHead, sheetMargin } from "./sheet-frame.ts";
import { paperDay, paperMinute, writtenDay } from "./sheet-time.ts";
import { holdsSums, summaryRows } from "./summary-rows.ts";
import { summaryTasks } from "./summary-tasks.ts";

export interface SummaryInput {
  readonly plan: Plan;
  readonly period: Period;
  /** Of what is accepted now. */
  readonly rollup: RollupResult;
  readonly tasks: readonly TaskRow[];
  readonly settled: Settled | null;
  /** The officer who prints: 汇总人. */
  readonly officer: string;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
}

const SHEET_NAME = "调度情况汇总表";

const FREQUENCIES = [
  { frequency: "month", title: "按月调度" },
  { frequency: "quarter", title: "按季调度" },
  { frequency: "year", title: "按年调度" },
] as const;

/** 汇总表: indicators and tasks down, units and the city across. */
export function summarySheetModel(input: SummaryInput): SummarySheetModel {
  const { plan, period, settled, printedAt, sample } = input;
  const day = paperDay(printedAt);
  const words = progressPeriod(plan, period);
  const units = reportingUnits(plan, period).map(({ key }) => key);
  return {
    sheet: "summary-sheet",
    head: sheetHead({
      plan,
      sheetName: SHEET_NAME,
      orientation: "landscape",
      unitFull: plan.settings.officeName,
    }),
    margin: sheetMargin({
      run: `${words.short}${SHEET_NAME}`,
      mark: "",
      boxed: false,
      sample,
      foot: settled === null ? "未定稿" : `${settledFoot(settled)}　台账摘要 ${shortDigest(settled.ledger)}`,
      stamp: `计划第${plan.version}版　${paperMinute(printedAt)}印`,
    }),
    sign: { ...EMPTY_SIGN, filler: input.officer, date: writtenDay(day) },
    notes: notesOf(input),
    watermark: null,
    periodName: `${words.short}（${ytdLabel(period, "zh")}）`,
    units: units.map((unit) => nameLines(unitName(plan, unit, day))),
    indicators: indicatorGroups(input, units),
    tasks: summaryTasks(plan, units, input.tasks),
  };
}

const shortDigest = (digest: string): string => {
  const hex = digest.slice(digest.indexOf(":") + 1);
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)}…${hex.slice(-4)}`;
};

/** Three characters fit a unit's column; a zone's name is broken after the city's: 宜春, 经开区. */
const nameLines = (name: string): string[] =>
  name.length <= 3 ? [name] : [name.slice(0, name.length - 3), name.slice(-3)];

/** Numbered through; a group for each frequency that has something to show. */
function indicatorGroups(input: SummaryInput, units: readonly UnitKey[]): SummarySheetModel["indicators"] {
  const { plan } = input;
  let no = 0;
  let group = 0;
  return FREQUENCIES.flatMap(({ frequency, title }) => {
    const own = plan.indicators.filter(
      ({ schedule }) => scheduleById(plan, schedule).frequency === frequency,
    );
    const rows = own
      .flatMap((indicator) => summaryRows(input, units, indicator))
      .map((row) => ({ no: ++no, ...row }));
    if (rows.length === 0) return [];
    group += 1;
    return [{ title: `${chineseNumber(group)}、${title}的指标`, rows }];
  });
}

function notesOf(input: SummaryInput): string[] {
  const { settled } = input;
  return [
    settled === null
      ? "未定稿：汇总数为打印时台账里已采纳的数。"
      : `汇总数、已报/应报取自${settledName(settled)}${
          settled.since > 0
            ? `；其后又有${settled.since}项变动，各单位栏为打印时的数，与汇总数可能不一致。`
            : "，其后没有变动。"
        }`,
    ...publishedNotes(input),
    ...unsettledSums(input),
    "汇总先合计后相除；上年同期为单位报的可比口径数；“未报”不以零或上期数代替，不计入汇总数。四舍五入，合计与分项可能不等。",
    "“待审”“已退回”“不一致”的数尚未采纳，不计入汇总数；“已含”指已含在所在县市区的数里；“—”指不报或没有数。",
    "“齐备”的指标只列全市，不逐链列。本期不应报、也没有报的指标不列。用于工作调度，不替代法定统计报表。",
  ];
}

/** A growth that was settled, the amounts of which are others now. */
function unsettledSums(input: SummaryInput): string[] {
  const names = input.plan.indicators
    .filter((indicator) => !holdsSums(input, indicator))
    .map(({ name }) => name);
  return names.length === 0
    ? []
    : [`定稿只存增速：${names.join("、")}在定稿后有变动，全市的本期数和上年同期数不列。`];
}

/** Every 公布数 that stands in the place of the city's figure, with its source and what the units add up to. */
function publishedNotes({ plan, rollup, settled }: SummaryInput): string[] {
  return plan.indicators.flatMap((indicator) => {
    const figures = (settled?.figures ?? rollup.indicators).filter(({ id }) => id === indicator.id);
    return figures.flatMap(({ published, value, chain }) =>
      published?.use === true
        ? [
            `${nameOf(plan, indicator, chain)}为公布数（${published.source}，${writtenDay(published.date)}）；各单位汇总${
              value === undefined || value === null
                ? "没有"
                : `为${formatDecimal(value, indicator.decimals, { group: false })}${indicator.unit}`
            }。`,
          ]
        : [],
    );
  });
}

const nameOf = (plan: Plan, { name }: Indicator, chain: string | undefined): string =>
  chain === undefined ? name : `${name}（${plan.chains.find(({ id }) => id === chain)?.name ?? chain}）`;
