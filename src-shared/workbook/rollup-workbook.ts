import { periodLabel, yearOf } from "../plan/calendar.ts";
import type { Period } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { reportingUnits, unitName } from "../plan/units.ts";
import { describeReason } from "../rollup/describe-reason.ts";
import { toDecimalString } from "../rollup/decimal.ts";
import { annualTargetAt } from "../rollup/target.ts";
import type { Figure, RollupResult } from "../rollup/types.ts";
import { rollupAbout, type RollupAbout } from "./rollup-about.ts";
import { chainCell, goalText } from "./rollup-cells.ts";
import { rollupUnits } from "./rollup-units.ts";
import { cell, headRow, type Cell, type Workbook } from "./workbook.ts";

const LIGHT: Readonly<Record<Figure["light"], string>> = {
  grey: "灰灯",
  green: "绿灯",
  yellow: "黄灯",
  red: "红灯",
};
const HEADS = [
  "编号",
  "指标",
  "产业链",
  "计量单位",
  "汇总数",
  "公布数",
  "目标",
  "目标年",
  "计划目标",
  "完成率%",
  "灯",
  "原因",
  "已报",
  "应报",
  "不涉及",
  "未报单位",
  "暂无数据单位",
  "待审单位",
];
const WIDTHS = [10, 34, 22, 10, 16, 16, 16, 10, 16, 10, 8, 44, 8, 8, 8, 30, 30, 30];

/** File name without its ending. */
export const rollupName = (period: Period, includePending: boolean): string =>
  ["任务台账", "汇总", period, ...(includePending ? ["含待审"] : [])].join("-");

/**
 * 汇总: the city's figures of a period, each with its reason and with who is missing; what each unit gave; and what is
 * to be known of the whole. A missing figure is a blank.
 */
export function rollupWorkbook(plan: Plan, result: RollupResult, about: RollupAbout): Workbook {
  const { period, includePending, indicators } = result;
  return {
    name: rollupName(period, includePending),
    sheets: [
      {
        name: `汇总${periodLabel(plan, period, "zh")}`,
        widths: WIDTHS,
        fixedRows: 1,
        rows: [headRow(HEADS), ...indicators.map((figure) => rowOf(plan, period, figure))],
      },
      rollupUnits(plan, reportingUnits(plan, period), indicators),
      rollupAbout(plan, result, about),
    ],
  };
}

/** What the figure is held against in the period: the office's annual target, else the plan's own. */
function targetOf(
  plan: Plan,
  period: Period,
  figure: Figure,
  indicator: Indicator | undefined,
): { readonly value: string; readonly year: string } {
  const annual = indicator === undefined ? null : annualTargetAt(plan, indicator, period);
  if (annual !== null) return { value: toDecimalString(annual.value) ?? "", year: String(annual.year) };
  const { target } = indicator ?? {};
  const value = figure.target ?? target?.value ?? "";
  const year = target?.every === "year" ? yearOf(period) : target?.year;
  return { value, year: value === "" || year === undefined ? "" : String(year) };
}

function rowOf(plan: Plan, period: Period, figure: Figure): Cell[] {
  const { units } = figure;
  const indicator = plan.indicators.find(({ id }) => id === figure.id);
  const target = targetOf(plan, period, figure, indicator);
  const names = (keys: readonly string[]): string => keys.map((key) => unitName(plan, key)).join("、");
  return [
    cell(figure.id, "code"),
    cell(indicator?.name ?? figure.id),
    chainCell(plan, figure, indicator),
    cell(figure.unit),
    cell(figure.value ?? "", "figure"),
    cell(figure.published?.value ?? "", "figure"),
    cell(target.value, "figure"),
    cell(target.year, "figure"),
    cell(indicator === undefined ? "" : goalText(indicator)),
    cell(figure.completion ?? "", "figure"),
    cell(LIGHT[figure.light]),
    cell(describeReason(figure.reason, "zh")),
    cell(String(units.reported), "figure"),
    cell(String(units.expected), "figure"),
    cell(String(units.notApplicable), "figure"),
    cell(names(units.missing)),
    cell(names(units.noData)),
    cell(names(units.pending)),
  ];
}
