import { decimalOf, toDecimalString } from "#shared/rollup/decimal.ts";
import { groupFigure } from "../app/figures.ts";
import type { BodyField } from "./body-fields.ts";

/** As shown: `651,035.20`; words stay words. */
export const shownValue = (field: BodyField): string =>
  field.kind === "figure" ? groupFigure(field.value, field.decimals) : field.value;

/** `+7,827.30`, `−1.4`, `0`; null where the two are not both figures. */
export function figureChange(now: BodyField | undefined, before: BodyField | undefined): string | null {
  if (now?.kind !== "figure" || before?.kind !== "figure") return null;
  const a = decimalOf(now.value);
  const b = decimalOf(before.value);
  const change = a === null || b === null ? null : a.minus(b);
  const text = change === null ? null : toDecimalString(change);
  if (change === null || text === null) return null;
  if (change.isZero()) return "0";
  return change.isPositive() ? `+${groupFigure(text, now.decimals)}` : groupFigure(text, now.decimals);
}
