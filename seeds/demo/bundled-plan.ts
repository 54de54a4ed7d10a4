import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "#shared/plan/check-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";

export const PLAN_FILE = join(import.meta.dirname, "..", "yichun-869", "plan.json");

export function bundledPlan(): Plan {
  const parsed = parsePlan(JSON.parse(readFileSync(PLAN_FILE, "utf8")));
  if (!parsed.ok) throw new Error("the bundled plan has errors");
  return parsed.value;
}
