import { formatExact } from "../../rollup/format-decimal.ts";
import { figureIn } from "../answer.ts";
import { earlierThisYear, type RuleCheck } from "../check-context.ts";
import { isBlank } from "../typed.ts";

/** A cumulative figure below an earlier one of the same year: hard, or soft once a reason is chosen. */
export const ytdFalls: RuleCheck = (context, _rule, answer) => {
  if (answer.kind !== "indicator") return [];
  const { indicator, draft, item } = answer;
  return answer.inputs.flatMap(({ id, ytd, unit }) => {
    if (!ytd) return [];
    const value = figureIn(indicator, draft, id);
    const earlier = earlierThisYear(context, item, id);
    const previous = earlier === null ? null : figureIn(indicator, earlier.body, id);
    if (value === null || earlier === null || previous === null || value.gte(previous)) return [];
    const params = {
      value: formatExact(value),
      unit,
      period: earlier.period,
      previous: formatExact(previous),
    };
    return [{ input: id, params, ...(isBlank(draft.correction) ? {} : { tier: "soft" as const }) }];
  });
};
