import type { Indicator } from "#shared/plan/schema.ts";
import { decimalOf, percent, ratio, toDecimalString } from "#shared/rollup/decimal.ts";

export type ComputedFigure = {
  readonly kind: "growth" | "ratio";
  /** Per cent. */
  readonly value: string;
  readonly decimals: number;
};

type Inputs = Readonly<Record<string, string | boolean>>;

/** The percentage that a unit's own inputs make: a share, or the growth against the year before; null without one. */
export function computedFigure({ aggregation, decimals }: Indicator, inputs: Inputs): ComputedFigure | null {
  switch (aggregation.kind) {
    case "ratio-of-sums":
    case "office-ratio":
      return shareOf(inputs, aggregation.numerator, aggregation.denominator, decimals);
    case "growth":
      return growthOf(inputs, aggregation.current, aggregation.prior, decimals);
    case "sum":
      return aggregation.prior === undefined
        ? null
        : growthOf(inputs, aggregation.input, aggregation.prior, 1);
    default:
      return null;
  }
}

function shareOf(inputs: Inputs, part: string, whole: string, decimals: number): ComputedFigure | null {
  const [a, b] = [decimalOf(inputs[part]), decimalOf(inputs[whole])];
  const share = a === null || b === null ? null : ratio(a, b);
  const value = share === null ? null : toDecimalString(percent(share), decimals);
  return value === null ? null : { kind: "ratio", value, decimals };
}

function growthOf(inputs: Inputs, current: string, prior: string, decimals: number): ComputedFigure | null {
  const [a, b] = [decimalOf(inputs[current]), decimalOf(inputs[prior])];
  const factor = a === null || b === null ? null : ratio(a, b);
  const value = factor === null ? null : toDecimalString(percent(factor.minus(1)), decimals);
  return value === null ? null : { kind: "growth", value, decimals };
}
