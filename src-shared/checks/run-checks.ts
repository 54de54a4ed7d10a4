import type { Item } from "../plan/ids.ts";
import type { Rule } from "../plan/schema.ts";
import type { RevisionBody } from "../ledger/record.ts";
import { readAnswer, type Answer } from "./answer.ts";
import { consentNeeded, draftProblems, type BuiltInHit } from "./built-in-checks.ts";
import { builtInRules } from "./built-in-rules.ts";
import { checkContext, type CheckContext, type CheckInput, type Hit } from "./check-context.ts";
import type { Draft } from "./draft.ts";
import { isRealExplanation } from "./explanation.ts";
import type { Finding } from "./finding.ts";
import { isEmptyDraft } from "./item-state.ts";
import { ruleChecks } from "./rules/index.ts";

export type { CheckInput } from "./check-context.ts";

/**
 * All rules of the plan over a unit's answers of one period, drafts or sealed bodies alike. What is wholly empty is
 * “not yet reported” and no finding. Order: by item as given, then as the plan lists its rules.
 */
export function runChecks(input: CheckInput): Finding[] {
  const context = checkContext(input);
  return [...input.answers].flatMap(([item, draft]) =>
    input.only?.has(item) === false ? [] : findingsOf(context, item, draft),
  );
}

function findingsOf(context: CheckContext, item: Item, draft: Draft | RevisionBody): Finding[] {
  if (isEmptyDraft(draft)) return [];
  const read = readAnswer(context.plan, item, draft, context.inputsAsked(item));
  if (!read.ok) return [builtIn(item, false, { rule: read.error, params: {} })];
  const answer = read.value;
  const explained = isRealExplanation(explanationOf(answer));
  const byPlan = context.plan.rules
    .filter((rule) => appliesTo(rule, answer))
    .map((rule) => ({ rule, hits: ruleChecks[rule.kind](context, rule, answer) }));
  const outOfScale = new Set(
    byPlan.flatMap(({ rule, hits }) => (rule.kind === "scale" ? hits.map((hit) => hit.input) : [])),
  );
  return [
    ...draftProblems(context.plan, answer).map((hit) => builtIn(item, explained, hit)),
    ...byPlan.flatMap(({ rule, hits }) =>
      hits
        .filter((hit) => rule.kind !== "jump" || !outOfScale.has(hit.input))
        .map((hit) => finding(item, explained, rule.id, hit, hit.tier ?? rule.tier)),
    ),
    ...consentNeeded(context, answer).map((hit) => builtIn(item, explained, hit)),
  ];
}

/** Rules name indicators and registers; one that names none holds wherever its kind has something to say. */
export function appliesTo(rule: Rule, answer: Answer): boolean {
  const id = subjectOf(answer);
  if (rule.except?.some((name) => name === id)) return false;
  return rule.items === undefined || rule.items.some((name) => name === id);
}

function subjectOf(answer: Answer): string | null {
  if (answer.kind === "indicator") return answer.indicator.id;
  return answer.kind === "row" || answer.kind === "confirmation" ? answer.register.id : null;
}

/** Where the item's explanation of soft findings stands. */
export function explanationOf(answer: Answer): string | undefined {
  switch (answer.kind) {
    case "indicator":
      return isRealExplanation(answer.draft.note) ? answer.draft.note : answer.draft.notApplicable;
    case "task":
    case "row":
      return answer.draft.reason;
    default:
      return undefined;
  }
}

const builtIn = (item: Item, explained: boolean, hit: BuiltInHit): Finding =>
  finding(item, explained, hit.rule, hit, builtInRules[hit.rule].tier);

const finding = (item: Item, explained: boolean, rule: string, hit: Hit, tier: Finding["tier"]): Finding => ({
  item,
  ...(hit.input === undefined ? {} : { input: hit.input }),
  rule,
  tier,
  params: { ...hit.params },
  explained: tier === "soft" && explained,
});
