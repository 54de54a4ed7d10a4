import { formatExact } from "../../rollup/format-decimal.ts";
import type { RuleCheck } from "../check-context.ts";
import { figuresIn } from "./figures.ts";

/** Amounts and counts below 0. */
export const negative: RuleCheck = ({ plan }, _rule, answer) =>
  figuresIn(plan, answer)
    .filter(({ value }) => value.lt(0))
    .map(({ input, unit, value }) => ({ input, params: { value: formatExact(value), unit } }));
