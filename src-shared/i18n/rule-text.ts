import type { Translate } from "./words.ts";
import type { Indicator } from "../plan/schema.ts";

/** How the city figure is made, in words. */
export function ruleText(t: Translate, { aggregation, inputs }: Indicator): string {
  const name = (id: string): string => inputs.find((input) => input.id === id)?.name ?? id;
  switch (aggregation.kind) {
    case "ratio-of-sums":
    case "office-ratio":
      return t(`rollup:rule.${aggregation.kind}`, {
        numerator: name(aggregation.numerator),
        denominator: name(aggregation.denominator),
      });
    case "growth":
      return t("rollup:rule.growth", { current: name(aggregation.current), prior: name(aggregation.prior) });
    default:
      return t(`rollup:rule.${aggregation.kind}`);
  }
}
