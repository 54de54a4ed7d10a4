import { decimal, type Decimal } from "./decimal.ts";
import type { DecimalString } from "../plan/ids.ts";

/** What a figure that is not there looks like. */
export const DASH = "—";

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** Rounded once, half up, to fixed places: `1234.565` → `1,234.57`. Thousands are grouped unless told otherwise. */
export function formatDecimal(
  value: DecimalString | Decimal,
  places: number,
  { group = true }: { readonly group?: boolean } = {},
): string {
  return render((typeof value === "string" ? decimal(value) : value).toFixed(places), group);
}

/** All decimals as they stand, thousands grouped: `1234.5` → `1,234.5`. */
export const formatExact = (value: DecimalString | Decimal): string =>
  render((typeof value === "string" ? decimal(value) : value).toFixed(), true);

/** As `formatDecimal`, and “—” for what is missing. */
export const formatOrDash = (value: DecimalString | Decimal | null, places: number): string =>
  value === null ? DASH : formatDecimal(value, places);

function render(fixed: string, group: boolean): string {
  const negative = fixed.startsWith("-") && /[1-9]/.test(fixed);
  const [whole = "0", fraction] = fixed.replace("-", "").split(".");
  const digits = group ? grouped(whole) : whole;
  return `${negative ? "-" : ""}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}
