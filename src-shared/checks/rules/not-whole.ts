import { formatExact } from "../../rollup/format-decimal.ts";
import type { RuleCheck } from "../check-context.ts";
import { figuresIn } from "./figures.ts";

/** Counts and places with a fraction. */
export const notWhole: RuleCheck = ({ plan }, _rule, answer) =>
  figuresIn(plan, answer)
    .filter(({ kind, value }) => kind !== "amount" && !value.isInteger())
    .map(({ input, unit, value }) => ({ input, params: { value: formatExact(value), unit } }));
