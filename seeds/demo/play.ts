import type { Decimal } from "decimal.js";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Cast } from "./cast.ts";
import type { Hand } from "./hand.ts";
import type { Narrator } from "./narrator.ts";

/** One run of the demonstration. Every path in it is relative to its folder, which is the working directory. */
export interface Play extends Cast {
  readonly plan: Plan;
  readonly hand: Hand;
  readonly tell: Narrator;
  readonly last: Period;
  /** Fingerprint of the office's root, as people compare it. */
  fingerprint: string;
  /** What the office has accepted beyond the samples, in 万元. */
  readonly raised: { readonly unit: UnitKey; readonly indicator: string; readonly by: Decimal }[];
}
