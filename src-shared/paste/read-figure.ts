import type { DecimalString } from "../plan/ids.ts";
import { decimalSchema } from "../plan/ids.ts";
import { decimal, toDecimalString } from "../rollup/decimal.ts";
import { moneyUnitOf, type MoneyUnit } from "./money-unit.ts";

/** What a cell of somebody's table holds. */
export type PastedFigure =
  | { readonly kind: "blank" }
  | {
      readonly kind: "number";
      /** At most 6 decimals, half up: a workbook's figures carry the noise of binary fractions. */
      readonly value: DecimalString;
      /** Where the cell itself names one: `1.2亿`. */
      readonly unit: MoneyUnit | null;
      readonly percent: boolean;
    }
  | { readonly kind: "text"; readonly text: string };

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+|\d*(?=\.\d))(?:\.(\d+))?(?:e([+-]?\d{1,2}))?$/i;
const TAIL = /(亿元|万元|千元|亿|万|千|元|家|户|个|项|名|台套|台|%|‰)$/;

/**
 * A figure as people write it in a workbook: full-width digits, thousands commas, spaces within, a currency sign, a
 * negative in brackets, an exponent, a unit behind it. Everything else is text.
 */
export function readPastedFigure(cell: string): PastedFigure {
  const text = cell.normalize("NFKC").replaceAll("−", "-").trim();
  if (text === "") return { kind: "blank" };
  const tail = TAIL.exec(text)?.[1] ?? "";
  const bare = text
    .slice(0, text.length - tail.length)
    .replace(/^[¥$]/, "")
    .replace(/(?<=\d)\s+(?=\d)/g, "")
    .trim();
  const bracketed = /^\((.*)\)$/.exec(bare)?.[1];
  const value = numberOf(bracketed === undefined ? bare : `-${bracketed}`);
  if (value === null) return { kind: "text", text };
  return { kind: "number", value, unit: moneyUnitOf(tail), percent: tail === "%" };
}

function numberOf(text: string): DecimalString | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole.replaceAll(",", "").replace(/^0+(?=\d)/, "") || "0";
  if (digits.length > 30 || fraction.length > 30) return null;
  const scale = Number.parseInt(exponent, 10);
  // NOTE: put together from parts that are all digits, so the constructor cannot be given anything else.
  const mantissa = decimal(0).plus(`${digits}.${fraction || "0"}`);
  const scaled = mantissa.times(decimal(10).pow(scale));
  const signed = sign === "-" ? scaled.negated() : scaled;
  const written = toDecimalString(signed);
  return written === null ? null : decimalSchema.parse(written);
}
