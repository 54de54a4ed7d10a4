import { formatExact } from "../../rollup/format-decimal.ts";
import { figureIn } from "../answer.ts";
import { latestIndicator, type Hit, type RuleCheck } from "../check-context.ts";

/** What `{value}` shows where 不涉及 was chosen. */
export const NOT_APPLICABLE = "not-applicable";

/** Had a value, now 0 or 不涉及. */
export const valueVanished: RuleCheck = (context, _rule, answer) => {
  if (answer.kind !== "indicator") return [];
  const { indicator, draft } = answer;
  const earlier = latestIndicator(context, answer.item);
  if (earlier === null) return [];
  const vanished = answer.inputs.flatMap((input): Hit[] => {
    const previous = input.kind === "rank" ? null : figureIn(indicator, earlier.body, input.id);
    if (previous === null || previous.lte(0)) return [];
    const gone = draft.notApplicable !== undefined || figureIn(indicator, draft, input.id)?.isZero() === true;
    if (!gone) return [];
    const value = draft.notApplicable === undefined ? "0" : NOT_APPLICABLE;
    const params = { period: earlier.period, previous: formatExact(previous), unit: input.unit, value };
    return [{ input: input.id, params }];
  });
  // 不涉及 speaks of the item: one finding, with its first figure.
  return draft.notApplicable === undefined ? vanished : vanished.slice(0, 1);
};
