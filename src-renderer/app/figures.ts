/** Decimal strings for the eye: grouped by thousands, never shortened, never turned into binary floats. */

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** `386412.7` → `386,412.70` with `decimals` 2; more decimals than that stay. What is no number stays as typed. */
export function groupFigure(value: string, decimals = 0): string {
  if (!DECIMAL.test(value)) return value;
  const [whole = "", fraction = ""] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const padded = fraction.padEnd(decimals, "0");
  return (padded === "" ? grouped : `${grouped}.${padded}`).replace("-", "−");
}

/** 64 hex digits in groups of four, as they are read out over the telephone. */
export const hexGroups = (hex: string): readonly string[] =>
  hex.replace(/^[a-z0-9]+:/, "").match(/.{1,4}/g) ?? [];
