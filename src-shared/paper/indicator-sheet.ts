import type { ContactDraft } from "../checks/draft.ts";
import { itemsFor } from "../plan/assignment.ts";
import { monthsElapsed, periodLabel, samePeriodLastYear, yearOf, ytdLabel } from "../plan/calendar.ts";
import type { Period } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { findUnit, isCountyLike } from "../plan/units.ts";
import { indicatorRows, registerCountRow, type RowsOf } from "./indicator-row.ts";
import { placeWord } from "./plan-words.ts";
import { chineseNumber } from "./section-groups.ts";
import { sheetItems, type SheetItem } from "./sheet-items.ts";
import { DRAFT_NOTE, SAME_CODE, signedCopy, type CopyInput } from "./signed-copy.ts";
import { registerCounter, type UnitRegisters } from "./unit-registers.ts";
import type { IndicatorRow, IndicatorSheetModel } from "./unit-sheet-model.ts";

const SHEET_NAME = "指标调度表";

export interface IndicatorSheetInput extends CopyInput {
  readonly period: Period;
  readonly items: readonly SheetItem[];
  /** Standing contacts by task number. */
  readonly contacts: ReadonlyMap<number, ContactDraft>;
  readonly registers: UnitRegisters;
}

/** 指标调度表 of one unit and period: what it entered, and what its registers count. */
export function indicatorSheetModel(input: IndicatorSheetInput): IndicatorSheetModel {
  const { plan, unit, period, stage } = input;
  const label = periodLabel(plan, period, "zh");
  const place = placeWord(findUnit(plan, unit));
  return {
    sheet: "indicator-sheet",
    ...signedCopy(input, SHEET_NAME, label),
    periodName: `${label}（${ytdLabel(period, "zh")}）`,
    place,
    targetYear: String(plan.document.endYear),
    notes: [
      ...(stage === "draft" ? [DRAFT_NOTE] : []),
      SAME_CODE,
      "金额以万元填报（小字），以亿元列示；四舍五入，合计与分项可能不等。同比用填报的可比数；不另填可比数的指标，上年同期为上年报送的数。",
      "各产业链、各类企业可能重复，不相加。",
      `“${place}本年目标”未设的，目标和完成率列“—”；比率、增速、位次不计算完成率。“未报”不表示零。`,
      "本期不应报、也没有填的指标不列。用于工作调度，不替代法定统计报表。",
    ],
    groups: groupsOf(input),
  };
}

const FREQUENCIES = [
  { frequency: "month", title: "按月调度" },
  { frequency: "quarter", title: "按季调度" },
  { frequency: "year", title: "按年调度" },
] as const;

function groupsOf(input: IndicatorSheetInput): IndicatorSheetModel["groups"] {
  const { plan, unit, period } = input;
  const items = sheetItems(input.items, input.contacts, input.stage === "sealed");
  const known = { plan, unit, period, items };
  const asked = itemsFor(plan, unit, period).filter((item) => item.kind === "indicator");
  const byFrequency = FREQUENCIES.map(({ frequency, title }) => ({
    title: frequency === "month" ? `${title}（${ytdLabel(period, "zh")}）` : title,
    rows: inPlanOrder(plan, asked)
      .filter(({ schedule }) => schedule.frequency === frequency)
      .flatMap((assigned) => indicatorRows(known, assigned)),
  }));
  const counted = {
    title: `名录计数（${yearOf(period)}年${monthsElapsed(period)}月末有效名录）`,
    rows: registerRows(known, input.registers),
  };
  let no = 0;
  return [...byFrequency, counted]
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }, index) => ({
      title: `${chineseNumber(index + 1)}、${title}`,
      rows: rows.map((row): IndicatorRow => ({ no: ++no, ...row })),
    }));
}

/** Indicators as the plan numbers them, whatever sections they stand in. */
function inPlanOrder<A extends { readonly indicator: { readonly id: string } }>(
  plan: Plan,
  asked: readonly A[],
): readonly A[] {
  const place = new Map(plan.indicators.map(({ id }, index) => [id, index]));
  return asked.toSorted((a, b) => (place.get(a.indicator.id) ?? 0) - (place.get(b.indicator.id) ?? 0));
}

/** Counties and zones keep registers; a department has none. */
function registerRows(known: RowsOf, registers: UnitRegisters) {
  const { plan, unit, period } = known;
  const place = findUnit(plan, unit);
  if (place === undefined || !isCountyLike(place)) return [];
  const count = registerCounter(plan, unit, registers);
  const lastYear = samePeriodLastYear(plan, period);
  return plan.indicators.flatMap((indicator) => {
    const { aggregation } = indicator;
    const register =
      "register" in aggregation ? plan.registers.find(({ id }) => id === aggregation.register) : undefined;
    if (register === undefined) return [];
    const before = lastYear === undefined ? null : count(indicator, lastYear);
    return registerCountRow(known, indicator, register, count(indicator, period), before);
  });
}
