import { readFileSync } from "node:fs";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { periodSchema, type Period } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";

const seed = (name: string): URL => new URL(`../../../seeds/yichun-869/${name}`, import.meta.url);

export const sourceBytes: Buffer = readFileSync(seed("source.txt"));
export const source: string = sourceBytes.toString("utf8");
export const planText: string = readFileSync(seed("plan.json"), "utf8");

/** A fresh, mutable copy of the plan file's JSON. */
// oxlint-disable-next-line typescript/no-explicit-any -- spoiling a plan needs free hands
export const planJson = (): any => JSON.parse(planText);

function load(): Plan {
  const result = parsePlan(planJson());
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
export const plan: Plan = load();
export const period = (text: string): Period => periodSchema.parse(text);
