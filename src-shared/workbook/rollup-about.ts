import { paperMinute } from "../paper/sheet-time.ts";
import { periodLabel, ytdLabel } from "../plan/calendar.ts";
import type { Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import type { RollupResult } from "../rollup/types.ts";
import { cell, type Sheet } from "./workbook.ts";

/** What a roll-up does not say of itself. */
export interface RollupAbout {
  readonly office: string;
  /** Of the office's workspace: 样例数据. */
  readonly sample: boolean;
  /** ISO time. */
  readonly writtenAt: string;
  /** The newest 汇总定稿 of the period, and how many figures read otherwise now; null before the first. */
  readonly frozen: { readonly number: number; readonly at: string; readonly changed: number } | null;
}

/** 说明: what the table is of and how far it can be relied on. */
export function rollupAbout(plan: Plan, result: RollupResult, about: RollupAbout): Sheet {
  const { period, includePending } = result;
  const provisional = provisionalText(plan, result);
  const lines: readonly (readonly [string, string])[] = [
    ["期次", `${periodLabel(plan, period, "zh")}（${ytdLabel(period, "zh")}）`],
    ["计划", `${plan.document.title}，计划第${plan.version}版`],
    ["填制", `${about.office}，${paperMinute(about.writtenAt)}`],
    ["数据范围", includePending ? "含待审值：还没有审核的数也计入" : "只计已接收的数"],
    ...(provisional === "" ? [] : ([["暂用", provisional]] as const)),
    ["定稿", frozenText(about.frozen, includePending)],
    ...(about.sample ? ([["数据性质", "样例数据，不是实际数"]] as const) : []),
    ["目标", "目标列为本期对照的目标：设了年度目标的用年度目标，没有设的用计划目标"],
    ["空格", "没有数的为空，不补 0"],
    ["说明", "四舍五入，合计与分项可能不等。用于工作调度，不替代法定统计报表。"],
  ];
  return {
    name: "说明",
    widths: [14, 90],
    fixedRows: 0,
    rows: [
      [cell(`${periodLabel(plan, period, "zh")}汇总${about.sample ? "（样例数据）" : ""}`, "title")],
      ...lines.map(([label, text]) => [cell(label, "head"), cell(text)]),
    ],
  };
}

/** Where versions of a unit differ and the office has one count meanwhile: of which figure, at which unit. */
function provisionalText(plan: Plan, { indicators }: RollupResult): string {
  const places = indicators.flatMap(({ id, chain, byUnit }) =>
    byUnit
      .filter(({ provisional }) => provisional !== undefined)
      .map(
        ({ unit }) => `${[id, ...(chain === undefined ? [] : [chain])].join("/")} ${unitName(plan, unit)}`,
      ),
  );
  return places.length === 0 ? "" : `两台电脑报的不一致，暂用市级所选的一版：${places.join("、")}`;
}

function frozenText(frozen: RollupAbout["frozen"], includePending: boolean): string {
  if (frozen === null) return "本期还没有定稿";
  const version = `已定稿第${frozen.number}版，${paperMinute(frozen.at)}`;
  if (includePending) return `${version}；本表含待审值，不是定稿数`;
  return frozen.changed === 0
    ? `${version}；本表与定稿一致`
    : `${version}；定稿后有 ${frozen.changed} 个数变了，本表是现在的数`;
}
