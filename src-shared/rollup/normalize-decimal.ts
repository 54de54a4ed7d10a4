import { decimalSchema, type DecimalString } from "../plan/ids.ts";
import { fail, ok, type Result } from "../result.ts";

/** Why what was typed is no figure. `suffix`: a unit stands behind it (`1.2亿`), which nobody converts silently. */
export type DecimalProblem =
  | { readonly code: "empty" | "not-a-number" | "too-many-decimals" | "too-large" }
  | { readonly code: "unit-suffix"; readonly suffix: string };

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?$/;
const WITH_UNIT = /^[+-]?[\d,.]*\d\s*(亿元|万元|千元|亿|万|千|元|家|台套|个|名|%|‰)$/;

/**
 * The decimal string for what an officer types: full-width digits, spaces around, thousands commas in their
 * places, leading zeros and trailing zeros are understood; units, exponents and other signs are not.
 */
export function normalizeDecimal(text: string): Result<DecimalString, DecimalProblem> {
  const typed = text.normalize("NFKC").replaceAll("−", "-").trim();
  if (typed === "") return fail({ code: "empty" });
  const suffix = WITH_UNIT.exec(typed)?.[1];
  if (suffix !== undefined) return fail({ code: "unit-suffix", suffix });
  const match = NUMBER.exec(typed);
  if (match === null) return fail({ code: "not-a-number" });
  const [, sign, wholeTyped = "", fractionTyped] = match;
  if (wholeTyped === "" && fractionTyped === undefined) return fail({ code: "not-a-number" });
  const whole = wholeTyped.replaceAll(",", "").replace(/^0+(?=\d)/, "") || "0";
  const fraction = (fractionTyped ?? "").replace(/0+$/, "");
  if (fraction.length > 6) return fail({ code: "too-many-decimals" });
  const digits = fraction === "" ? whole : `${whole}.${fraction}`;
  const parsed = decimalSchema.safeParse(sign === "-" && digits !== "0" ? `-${digits}` : digits);
  return parsed.success ? ok(parsed.data) : fail({ code: "too-large" });
}
