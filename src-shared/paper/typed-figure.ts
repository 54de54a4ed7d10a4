import { UNRANKED } from "../checks/draft.ts";
import type { IndicatorInput } from "../plan/schema.ts";
import { decimal, toYi, type Decimal } from "../rollup/decimal.ts";
import { formatDecimal } from "../rollup/format-decimal.ts";
import { normalizeDecimal } from "../rollup/normalize-decimal.ts";

/** Figures as typed, on paper: exact as entered, and 万元 in 亿元 as they are spoken of. */

/** 亿元 are shown in hundredths. */
export const YI_PLACES = 2;

/** The decimal behind `1,234.5`, or null where it is no figure. */
export function typedDecimal(typed: string): Decimal | null {
  const normal = normalizeDecimal(typed);
  return normal.ok ? decimal(normal.value) : null;
}

/** `1.92亿元（19234.5万元）`, `31家`, `是`, `未入榜`; what is no figure stands as it was typed. */
export function printedFigure(input: IndicatorInput, typed: string | boolean): string {
  if (typeof typed === "boolean") return typed ? "是" : "否";
  if (typed === UNRANKED) return "未入榜";
  const value = typedDecimal(typed);
  if (value === null) return typed;
  if (input.kind === "rank") return `第${value.toFixed()}${input.unit}`;
  return input.kind === "amount" && input.unit === "万元"
    ? `${formatDecimal(toYi(value), YI_PLACES, { group: false })}亿元（${value.toFixed()}万元）`
    : `${value.toFixed()}${input.unit}`;
}
