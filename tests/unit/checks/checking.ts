import { readFileSync } from "node:fs";
import { describeFinding } from "#shared/checks/describe-finding.ts";
import { runChecks } from "#shared/checks/run-checks.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { Finding } from "#shared/checks/finding.ts";
import { revisionBodySchema, type RevisionBody } from "#shared/ledger/record.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { itemSchema, periodSchema, unitKeySchema, type Item } from "#shared/plan/ids.ts";
import { planSchema, type Plan, type Rule, type Settings } from "#shared/plan/schema.ts";

/** Short ways to write answers down for the checks' tests. All figures are samples (样例). */

function bundled(): Plan {
  const text = readFileSync(new URL("../../../seeds/yichun-869/plan.json", import.meta.url), "utf8");
  const plan = parsePlan(JSON.parse(text));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
export const plan: Plan = bundled();

export const withSettings = (settings: Partial<Record<keyof Settings, unknown>>): Plan =>
  planSchema.parse({ ...plan, settings: { ...plan.settings, ...settings } });
export const withRules = (change: (rule: Rule) => unknown): Plan =>
  planSchema.parse({ ...plan, rules: plan.rules.map(change) });

export const item = (text: string): Item => itemSchema.parse(text);

export interface Situation {
  readonly plan?: Plan;
  readonly unit?: string;
  readonly period?: string;
  /** Items of this period. */
  readonly now: Readonly<Record<string, Draft>>;
  /** Bodies of other periods: `{"2024-02": {"indicator:T02-1": {...}}}`. */
  readonly past?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly only?: readonly string[];
}

export function check(situation: Situation): Finding[] {
  const past = (period: string, asked: Item): RevisionBody | undefined => {
    const body = situation.past?.[period]?.[asked];
    return body === undefined ? undefined : revisionBodySchema.parse(body);
  };
  return runChecks({
    plan: situation.plan ?? plan,
    unit: unitKeySchema.parse(situation.unit ?? "360981"),
    period: periodSchema.parse(situation.period ?? "2024-03"),
    answers: new Map(Object.entries(situation.now).map(([text, draft]) => [item(text), draft])),
    history: past,
    only: situation.only === undefined ? undefined : new Set(situation.only.map(item)),
  });
}

/** Findings of one rule, as `tier input`. */
export const found = (rule: string, situation: Situation): string[] =>
  check(situation)
    .filter((finding) => finding.rule === rule)
    .map(({ tier, input }) => `${tier} ${input ?? "-"}`);

export const sentence = (rule: string, situation: Situation, language: "zh" | "en" = "zh"): string => {
  const finding = check(situation).find((each) => each.rule === rule);
  return finding === undefined ? "" : describeFinding(situation.plan ?? plan, finding, language);
};

export const EXPLANATION = "样例：上年并入两家企业，口径已与统计部门核对";
