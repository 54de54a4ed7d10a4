import type { UnitKey } from "../../plan/ids.ts";
import type { UnitAnswer } from "../answers.ts";
import type { Decimal } from "../decimal.ts";
import type { RowInForce } from "../register-rows.ts";
import type { Query } from "../types.ts";

/** A figure before it is judged: in the unit of the indicator (亿元, %, 家), exact to 60 digits. */
export interface Aggregate {
  readonly value: Decimal | null;
  /** Why there is no value although units answered. */
  readonly why?: "denominator-missing" | "unranked";
  readonly answers: readonly UnitAnswer[];
  /** What it was made of, as entered. */
  readonly sums: Readonly<Record<string, Decimal>>;
  readonly queries: readonly Query[];
  /** Rows of the register that stand in the figure; only where it is drawn from one. */
  readonly rows?: readonly RowInForce[];
  /** One unit's own figure. */
  readonly unitValue: (unit: UnitKey) => Decimal | null;
  /** One unit's share of `sums`, as entered; what it did not give is not there. */
  readonly unitSums?: (unit: UnitKey) => Readonly<Record<string, Decimal>>;
  readonly unitParts?: (unit: UnitKey) => Readonly<Record<string, Decimal>>;
  readonly yearOnYear?: { readonly value: Decimal | null; readonly units: number };
  readonly average?: { readonly value: Decimal; readonly years: number; readonly of: number };
  readonly parts?: readonly { readonly input: string; readonly value: Decimal | null }[];
  readonly counties?: readonly { readonly unit: UnitKey; readonly value: number }[];
  /** Where the target is a number of parts, chains or counties. */
  readonly of?: number;
  /** Further conditions of 齐备 beside the value: the milestone of T20-1. */
  readonly also?: boolean;
}

export const NOTHING_BY_UNIT = (): null => null;
