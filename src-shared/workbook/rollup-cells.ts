import type { Indicator, Plan } from "../plan/schema.ts";
import { formatExact } from "../rollup/format-decimal.ts";
import type { Figure } from "../rollup/types.ts";
import { cell, type Cell } from "./workbook.ts";

/** 计划目标 as it stands in the plan, in the words of a Chinese document: `≥2,500 亿元`, `齐备`. */
export function goalText({ target }: Indicator): string {
  const figure = (value: typeof target.value): string => (value === undefined ? "" : formatExact(value));
  const value = figure(target.value);
  switch (target.comparator) {
    case "ge":
      return `≥${value} ${target.unit}`;
    case "approx":
      return `≈${value} ${target.unit}`;
    case "range":
      return `${value}—${figure(target.valueMax)} ${target.unit}`;
    case "full-coverage":
      return `${value === "" ? "100" : value} %`;
    case "rank-le":
      return `≤${value} 名`;
    case "rank-front":
      return "全省前列";
    case "each-ge":
      return `每县 ≥${value} ${target.unit}`;
    case "increase":
      return "提升";
    case "complete":
      return "齐备";
  }
}

/** Where an indicator is counted per chain, the figure without a chain is over all of them. */
export function chainCell(plan: Plan, { chain }: Figure, indicator: Indicator | undefined): Cell {
  if (chain === undefined) return cell(indicator?.perChain === true ? "合计" : "");
  return cell(plan.chains.find(({ id }) => id === chain)?.name ?? chain);
}
