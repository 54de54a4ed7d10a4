import type { Period } from "../plan/ids.ts";
import type { Indicator } from "../plan/schema.ts";
import { decembersUpTo, type PeriodFacts, type RollupContext } from "./context.ts";
import { decimal, type Decimal } from "./decimal.ts";
import { isComplete } from "./tally.ts";
import type { Aggregate } from "./aggregate/aggregate.ts";

/** What an upward target (提升) is held against; `from` is the office's day or the earlier period. */
export interface Baseline {
  readonly value: Decimal;
  readonly from: string;
}

/** The office's 基期, else the earliest complete December before the period; null where there is neither. */
export function baselineOf(
  context: RollupContext,
  indicator: Indicator,
  period: Period,
  aggregate: (at: PeriodFacts) => Aggregate,
): Baseline | null {
  if (indicator.target.comparator !== "increase") return null;
  const set = context.plan.settings.baselines.find((entry) => entry.indicator === indicator.id);
  if (set !== undefined) return { value: decimal(set.value), from: set.date };
  for (const december of decembersUpTo(context.plan, period)) {
    if (december === period) return null;
    const { value, answers } = aggregate(context.at(december));
    if (value !== null && isComplete(answers)) return { value, from: december };
  }
  return null;
}
