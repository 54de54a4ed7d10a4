import type { Answer, IndicatorAnswer, RowAnswer, TaskAnswer } from "../answer.ts";
import type { RuleCheck } from "../check-context.ts";
import { isBlank } from "../typed.ts";

/** Parts that a begun item still lacks: the other input of a ratio, the text of 推进中, a reason, a date. */
export const partMissing: RuleCheck = (_context, _rule, answer) =>
  missingParts(answer).map((input) => ({ input, params: {} }));

export function missingParts(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case "indicator":
      return missingInputs(answer);
    case "task":
      return missingOfTask(answer);
    case "row":
      return missingOfRow(answer);
    default:
      return [];
  }
}

function missingInputs({ draft, inputs }: IndicatorAnswer): string[] {
  if (draft.notApplicable !== undefined) return isBlank(draft.notApplicable) ? ["notApplicable"] : [];
  const { noData } = draft;
  if (noData !== undefined)
    return [
      ...(isBlank(noData.source) ? ["noData.source"] : []),
      ...(isBlank(noData.expected) ? ["noData.expected"] : []),
    ];
  const required = inputs.filter((input) => input.required && isBlank(draft.inputs?.[input.id]));
  if (required.length > 0) return required.map(({ id }) => id);
  // Nothing is required here (the ranks of T33-1): a note alone is still no answer.
  const said = inputs.some(({ id }) => !isBlank(draft.inputs?.[id]));
  return said ? [] : inputs.slice(0, 1).map(({ id }) => id);
}

function missingOfTask({ draft }: TaskAnswer): string[] {
  const { extension } = draft;
  return [
    // “本期无新进展” is an answer by itself: the status stays what it was.
    ...(isBlank(draft.status) && draft.noProgress !== true ? ["status"] : []),
    ...(draft.status === "in-progress" && isBlank(draft.progress) && draft.noProgress !== true
      ? ["progress"]
      : []),
    ...(draft.status === "not-applicable" && isBlank(draft.reason) ? ["reason"] : []),
    ...(extension !== undefined && !isBlank(extension.date) && isBlank(extension.reason)
      ? ["extension.reason"]
      : []),
    ...(extension !== undefined && !isBlank(extension.reason) && isBlank(extension.date)
      ? ["extension.date"]
      : []),
  ];
}

function missingOfRow({ draft, register }: RowAnswer): string[] {
  const reason = isBlank(draft.reason) ? ["reason"] : [];
  if (draft.state === "withdrawn") return reason;
  const fields = register.fields
    .filter((field) => field.required && field.default === undefined && isBlank(draft.fields[field.id]))
    .map(({ id }) => id);
  return draft.state === "ended" ? [...fields, ...(isBlank(draft.date) ? ["date"] : []), ...reason] : fields;
}
