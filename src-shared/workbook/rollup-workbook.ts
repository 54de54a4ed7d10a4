import { periodLabel } from "../plan/calendar.ts";
import type { Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import { describeReason } from "../rollup/describe-reason.ts";
import type { Figure, RollupResult } from "../rollup/types.ts";
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
const WIDTHS = [10, 34, 22, 10, 16, 16, 16, 10, 8, 44, 8, 8, 8, 30, 30, 30];

/** 汇总: the city's figures of a period, each with its reason and with who is missing. A missing figure is a blank. */
export function rollupWorkbook(plan: Plan, { period, indicators }: RollupResult): Workbook {
  return {
    name: ["任务台账", "汇总", period].join("-"),
    sheets: [
      {
        name: `汇总${periodLabel(plan, period, "zh")}`,
        widths: WIDTHS,
        fixedRows: 1,
        rows: [
          headRow(HEADS),
          ...indicators.map((figure) => rowOf(plan, figure)),
          [],
          [cell("四舍五入，合计与分项可能不等。用于工作调度，不替代法定统计报表。")],
        ],
      },
    ],
  };
}

function rowOf(plan: Plan, figure: Figure): Cell[] {
  const { units } = figure;
  const names = (keys: readonly string[]): string => keys.map((key) => unitName(plan, key)).join("、");
  return [
    cell(figure.id, "code"),
    cell(plan.indicators.find(({ id }) => id === figure.id)?.name ?? figure.id),
    cell(plan.chains.find(({ id }) => id === figure.chain)?.name ?? ""),
    cell(figure.unit),
    cell(figure.value ?? "", "figure"),
    cell(figure.published?.value ?? "", "figure"),
    cell(figure.target ?? ""),
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
