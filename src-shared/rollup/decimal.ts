import { Decimal as DecimalJs } from "decimal.js";
import { decimalSchema, type DecimalString } from "../plan/ids.ts";

/**
 * Exact decimal arithmetic. A clone of its own, so that nobody else's settings reach it. Sums of decimal strings
 * are exact (at most 24 digits each); quotients and roots carry 60 digits and are rounded once, for display.
 */
const Exact = DecimalJs.clone({
  defaults: true,
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -1000,
  toExpPos: 1000,
});
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Exact(0);
export const HUNDRED: Decimal = new Exact(100);
const WAN_PER_YI = new Exact(10_000);

/** Throws on text that is no number: for strings the schemas have let through, and whole numbers. */
export const decimal = (value: DecimalString | number): Decimal => new Exact(value);

/** The number that a stored value holds; null where it is none. */
export function decimalOf(value: unknown): Decimal | null {
  const parsed = decimalSchema.safeParse(value);
  return parsed.success ? new Exact(parsed.data) : null;
}

/** At most `places` (≤ 6) decimals, half up. Null where the format page's 18 digits do not suffice. */
export function toDecimalString(value: Decimal, places = 6): DecimalString | null {
  const rounded = value.toDecimalPlaces(places);
  const parsed = decimalSchema.safeParse(rounded.isZero() ? "0" : rounded.toFixed());
  return parsed.success ? parsed.data : null;
}

/** The largest figure of so many decimals that is not above it, and the step from one such figure to the next. */
export const floorAt = (value: Decimal, places: number): Decimal =>
  value.toDecimalPlaces(places, DecimalJs.ROUND_FLOOR);
export const stepAt = (places: number): Decimal => new Exact(10).pow(-places);

export const sum = (values: Iterable<Decimal>): Decimal =>
  Array.from(values).reduce((total, value) => total.plus(value), ZERO);

/** Null where the denominator is 0: shown as “—”, never as 0. */
export const ratio = (numerator: Decimal, denominator: Decimal): Decimal | null =>
  denominator.isZero() ? null : numerator.div(denominator);

export const percent = (share: Decimal): Decimal => share.times(HUNDRED);

/** 万元 → 亿元. */
export const toYi = (wan: Decimal): Decimal => wan.div(WAN_PER_YI);

/** Growth over several years: (∏ factors)^(1/n) − 1. Null without factors or where one is not positive. */
export function meanGrowth(factors: readonly Decimal[]): Decimal | null {
  if (factors.length === 0 || factors.some((factor) => factor.lte(0))) return null;
  const product = factors.reduce((all, factor) => all.times(factor), new Exact(1));
  return product.pow(new Exact(1).div(factors.length)).minus(1);
}
