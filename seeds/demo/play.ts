import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Decimal } from "decimal.js";
import { parsePlan } from "#shared/plan/check-plan.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Cast } from "./cast.ts";
import { StepFailed, type Hand } from "./hand.ts";
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

export function bundledPlan(): Plan {
  const parsed = parsePlan(JSON.parse(readFileSync(PLAN_FILE, "utf8")));
  if (!parsed.ok) throw new StepFailed("the bundled plan has errors");
  return parsed.value;
}

export const PLAN_FILE = join(import.meta.dirname, "..", "yichun-869", "plan.json");
