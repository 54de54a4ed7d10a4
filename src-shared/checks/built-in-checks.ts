import { checkCreditCode } from "../plan/credit-code.ts";
import type { Plan } from "../plan/schema.ts";
import { needsConsent } from "../rollup/context.ts";
import type { Answer, IndicatorAnswer } from "./answer.ts";
import type { BuiltInRule } from "./built-in-rules.ts";
import type { CheckContext, Hit } from "./check-context.ts";
import { isLocalKey } from "./rules/credit-code.ts";
import { typedProblems } from "./rules/not-a-number.ts";
import { valueVanished } from "./rules/value-vanished.ts";
import { isBlank } from "./typed.ts";

export type BuiltInHit = Hit & { readonly rule: BuiltInRule };

/** Findings of the draft alone, whatever the plan's rules say: with one of these it could not be sealed. */
export function draftProblems(plan: Plan, answer: Answer): readonly BuiltInHit[] {
  const typed = typedProblems(plan, answer).flatMap(({ input, problem: { kind, params } }) =>
    kind === "not-a-number" || kind === "date-range" ? [] : [{ input, rule: kind, params }],
  );
  switch (answer.kind) {
    case "indicator":
      return [...typed, ...answersAtOnce(answer), ...unknownInputs(answer)];
    case "row": {
      const known = new Set(answer.register.fields.map(({ id }) => id));
      return [...typed, ...unknown(answer.draft.fields, known), ...codeLength(answer)];
    }
    default:
      return typed;
  }
}

function answersAtOnce({ draft }: IndicatorAnswer): readonly BuiltInHit[] {
  const figures = Object.values(draft.inputs ?? {}).some((typed) => !isBlank(typed));
  const given = [figures, draft.notApplicable !== undefined, draft.noData !== undefined];
  return given.filter(Boolean).length > 1 ? [{ rule: "one-answer", params: {} }] : [];
}

const unknownInputs = ({ draft, inputs }: IndicatorAnswer): readonly BuiltInHit[] =>
  unknown(draft.inputs ?? {}, new Set(inputs.map(({ id }) => id)));

const unknown = (
  typed: Readonly<Record<string, string | boolean>>,
  known: ReadonlySet<string>,
): readonly BuiltInHit[] =>
  Object.entries(typed)
    .filter(([input, value]) => !known.has(input) && !isBlank(value))
    .map(([input]) => ({ input, rule: "unknown-input", params: {} }));

function codeLength({ key, register }: Extract<Answer, { kind: "row" }>): readonly BuiltInHit[] {
  if (register.key.kind !== "credit-code" || isLocalKey(key)) return [];
  const check = checkCreditCode(key);
  return !check.ok && check.problem === "length"
    ? [{ input: "key", rule: "credit-code-length", params: { value: key, length: String(check.length) } }]
    : [];
}

/** 不涉及 outside the chain items needs the office's consent; where a value vanished, that finding says enough. */
export function consentNeeded(context: CheckContext, answer: Answer): readonly BuiltInHit[] {
  if (answer.kind !== "indicator" || answer.draft.notApplicable === undefined) return [];
  if (!needsConsent(answer.indicator)) return [];
  const vanished = context.plan.rules.some(
    (rule) => rule.kind === "value-vanished" && valueVanished(context, rule, answer).length > 0,
  );
  return vanished ? [] : [{ input: "notApplicable", rule: "consent-needed", params: {} }];
}
