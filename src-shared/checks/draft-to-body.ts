import {
  indicatorValueSchema,
  registerConfirmationSchema,
  registerRowSchema,
  taskContactSchema,
  taskProgressSchema,
  type RevisionBody,
} from "../ledger/record.ts";
import type { Item } from "../plan/ids.ts";
import type { Plan, Rule } from "../plan/schema.ts";
import { fail, ok, type Result } from "../result.ts";
import { readAnswer, type Answer, type IndicatorAnswer, type RowAnswer, type TaskAnswer } from "./answer.ts";
import { draftProblems } from "./built-in-checks.ts";
import type { BuiltInRule } from "./built-in-rules.ts";
import type { Draft } from "./draft.ts";
import type { Finding } from "./finding.ts";
import { TEXT_LIMIT } from "./limits.ts";
import { typedProblems } from "./rules/not-a-number.ts";
import { missingParts } from "./rules/part-missing.ts";
import { tooLongTexts } from "./rules/text-too-long.ts";
import { cleanLine, cleanLongText, isBlank, readDate, readField, readInput } from "./typed.ts";

/**
 * The strict body for sealing: decimals normalised, texts in NFC and trimmed, blanks left out. Hard findings where
 * the draft cannot be stored; what merely breaks a rule of the plan is `runChecks`' to say.
 */
export function draftToBody(plan: Plan, item: Item, draft: Draft): Result<RevisionBody, Finding[]> {
  const read = readAnswer(plan, item, draft);
  if (!read.ok) return fail([hard(item, read.error)]);
  const problems = storageProblems(plan, read.value);
  if (problems.length > 0) return fail(problems);
  const body = parseBody(plan, read.value);
  return body === null ? fail([hard(item, "wrong-shape")]) : ok(body);
}

function storageProblems(plan: Plan, answer: Answer): Finding[] {
  const { item } = answer;
  return [
    ...draftProblems(plan, answer).map(({ rule, input, params }) => hard(item, rule, input, params)),
    ...typedProblems(plan, answer).flatMap(({ input, unit, problem: { kind, params } }) =>
      kind === "not-a-number" || kind === "date-range"
        ? [hard(item, ruleOf(plan, kind), input, { ...params, unit })]
        : [],
    ),
    ...tooLongTexts(answer, TEXT_LIMIT).map(({ input, length, limit }) =>
      hard(item, ruleOf(plan, "text-too-long"), input, { length: String(length), max: String(limit) }),
    ),
    ...structuralGaps(answer).map((input) => hard(item, ruleOf(plan, "part-missing"), input)),
    ...unreadableDates(answer).map(({ input, typed }) =>
      hard(item, ruleOf(plan, "date-range"), input, { value: typed, from: "1949-10-01", to: "2099-12-31" }),
    ),
  ];
}

/** Parts without which the body has no form; whether an input is required of this unit, `runChecks` knows. */
const structuralGaps = (answer: Answer): readonly string[] =>
  missingParts(answer).filter((part) => FORMAL_PARTS.has(part));

const FORMAL_PARTS = new Set([
  "notApplicable",
  "noData.source",
  "noData.expected",
  "extension.date",
  "extension.reason",
]);

function unreadableDates(answer: Answer): readonly { input: string; typed: string }[] {
  const dates: Record<string, string | undefined> = {};
  if (answer.kind === "indicator") dates["noData.expected"] = answer.draft.noData?.expected;
  if (answer.kind === "task") dates["extension.date"] = answer.draft.extension?.date;
  if (answer.kind === "row") dates["date"] = answer.draft.date;
  return Object.entries(dates).flatMap(([input, typed]) =>
    typed === undefined || isBlank(typed) || readDate(typed) !== null ? [] : [{ input, typed: typed.trim() }],
  );
}

const ruleOf = (plan: Plan, kind: Rule["kind"]): string =>
  plan.rules.find((rule) => rule.kind === kind)?.id ?? kind;

const hard = (
  item: Item,
  rule: BuiltInRule | string,
  input?: string,
  params: Readonly<Record<string, string>> = {},
): Finding => ({
  item,
  ...(input === undefined ? {} : { input }),
  rule,
  tier: "hard",
  params: { ...params },
  explained: false,
});

/** Null where a part is missing or a date is none: the schemas have the last word. */
function parseBody(plan: Plan, answer: Answer): RevisionBody | null {
  switch (answer.kind) {
    case "indicator":
      return indicatorValueSchema.safeParse(indicatorBody(answer)).data ?? null;
    case "task":
      return taskProgressSchema.safeParse(taskBody(answer)).data ?? null;
    case "contact":
      return taskContactSchema.safeParse(lines(answer.draft)).data ?? null;
    case "row":
      return registerRowSchema.safeParse(rowBody(plan, answer)).data ?? null;
    case "confirmation":
      return registerConfirmationSchema.safeParse(answer.draft).data ?? null;
  }
}

function indicatorBody({ draft, inputs }: IndicatorAnswer): object {
  const values = inputs.flatMap((input) => {
    const typed = draft.inputs?.[input.id];
    if (typed === undefined || isBlank(typed)) return [];
    const read = readInput(input, typed);
    return read.ok ? [[input.id, read.value] as const] : [];
  });
  const { noData } = draft;
  return {
    ...(values.length === 0 ? {} : { inputs: Object.fromEntries(values) }),
    ...longText("notApplicable", draft.notApplicable),
    ...(noData === undefined
      ? {}
      : { noData: { source: cleanLine(noData.source ?? ""), expected: readDate(noData.expected ?? "") } }),
    ...longText("note", draft.note),
    ...(isBlank(draft.correction) ? {} : { correction: draft.correction }),
  };
}

function taskBody({ draft }: TaskAnswer): object {
  const { extension, evidence = [] } = draft;
  const extended = extension !== undefined && !(isBlank(extension.date) && isBlank(extension.reason));
  return {
    ...(isBlank(draft.status) ? {} : { status: draft.status }),
    ...longText("progress", draft.progress),
    ...longText("problems", draft.problems),
    ...longText("next", draft.next),
    ...(draft.noProgress === true ? { noProgress: true } : {}),
    ...longText("reason", draft.reason),
    ...(evidence.length === 0
      ? {}
      : {
          evidence: evidence.map((file) => ({
            ...file,
            name: cleanLine(file.name),
            type: cleanLine(file.type),
          })),
        }),
    ...(extended
      ? { extension: { date: readDate(extension.date ?? ""), reason: cleanLongText(extension.reason ?? "") } }
      : {}),
  };
}

function rowBody(plan: Plan, { draft, register }: RowAnswer): object {
  const fields = register.fields.flatMap((field) => {
    const typed = draft.fields[field.id];
    if (typed === undefined || isBlank(typed))
      return field.default === undefined ? [] : [[field.id, field.default]];
    const read = readField(plan, field, typed);
    return read.ok ? [[field.id, read.value]] : [];
  });
  return {
    fields: Object.fromEntries(fields),
    state: draft.state ?? "in-force",
    ...(isBlank(draft.date) ? {} : { date: readDate(draft.date ?? "") }),
    ...longText("reason", draft.reason),
  };
}

const longText = (member: string, typed: string | undefined): object =>
  isBlank(typed) ? {} : { [member]: cleanLongText(typed ?? "") };

const lines = (draft: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([member, typed]) =>
      typed === undefined || isBlank(typed) ? [] : [[member, cleanLine(typed)]],
    ),
  );
