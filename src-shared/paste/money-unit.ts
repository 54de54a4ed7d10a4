import { decimalSchema, type DecimalString } from "../plan/ids.ts";
import { decimal, toDecimalString, type Decimal } from "../rollup/decimal.ts";

/** Units in which tables of money come; 万元 is what the grid holds. */
export const moneyUnits = ["yuan", "thousand-yuan", "wan", "yi"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

const WAN_PER: Readonly<Record<MoneyUnit, DecimalString>> = {
  yuan: decimalSchema.parse("0.0001"),
  "thousand-yuan": decimalSchema.parse("0.1"),
  wan: decimalSchema.parse("1"),
  yi: decimalSchema.parse("10000"),
};

const WORDS: Readonly<Record<string, MoneyUnit>> = {
  元: "yuan",
  千元: "thousand-yuan",
  千: "thousand-yuan",
  万元: "wan",
  万: "wan",
  亿元: "yi",
  亿: "yi",
};

/** The unit that a word names; null for every other word. */
export const moneyUnitOf = (word: string): MoneyUnit | null => WORDS[word.normalize("NFKC").trim()] ?? null;

export const inWan = (value: Decimal, unit: MoneyUnit): Decimal => value.times(decimal(WAN_PER[unit]));

/** 万元 as stored, at most 6 decimals (0.01 元), half up; null where the figure has too many digits. */
export const toWan = (value: DecimalString, unit: MoneyUnit): DecimalString | null =>
  toDecimalString(inWan(decimal(value), unit));

export type UnitGuess = {
  readonly unit: MoneyUnit;
  /** How many figures have one to compare with, and how many are of its size in the guessed unit and in 万元. */
  readonly compared: number;
  readonly near: number;
  readonly nearInWan: number;
};

export type Comparable = {
  readonly pasted: DecimalString;
  /** 万元; what was reported before. */ readonly known: DecimalString;
};

/** Of one size: between a quarter and four times. The units lie a factor of ten apart at least. */
const NEAR = 4;

/**
 * The unit in which most figures are of the size of what was reported before. 万元 unless another unit fits more
 * figures than it does.
 */
export function guessMoneyUnit(pairs: readonly Comparable[]): UnitGuess {
  const compared = pairs
    .map(({ pasted, known }) => ({ pasted: decimal(pasted).abs(), known: decimal(known).abs() }))
    .filter(({ pasted, known }) => !pasted.isZero() && !known.isZero());
  const nearIn = (unit: MoneyUnit): number =>
    compared.filter(({ pasted, known }) => {
      const factor = inWan(pasted, unit).div(known);
      return factor.gte(1 / NEAR) && factor.lte(NEAR);
    }).length;
  const nearInWan = nearIn("wan");
  let best: UnitGuess = { unit: "wan", compared: compared.length, near: nearInWan, nearInWan };
  for (const unit of moneyUnits) {
    const near = nearIn(unit);
    if (near > best.near) best = { ...best, unit, near };
  }
  return best;
}
