import type { Answer } from "../answer.ts";
import { numberParam, type RuleCheck } from "../check-context.ts";
import { LINE_LIMIT, PERSON_LIMIT, REASON_LIMIT, TEXT_LIMIT } from "../limits.ts";
import { cleanLongText } from "../typed.ts";

/** Texts longer than the rule's `max`, or than a record may hold. */
export const textTooLong: RuleCheck = (_context, rule, answer) => {
  const max = numberParam(rule, "max", TEXT_LIMIT);
  return tooLongTexts(answer, max).map(({ input, length, limit }) => ({
    input,
    params: { length: String(length), max: String(limit) },
  }));
};

export interface TooLong {
  readonly input: string;
  readonly length: number;
  readonly limit: number;
}

export function tooLongTexts(answer: Answer, max: number): readonly TooLong[] {
  return textsIn(answer).flatMap(([input, text, most]) => {
    const length = text === undefined ? 0 : cleanLongText(text).length;
    const limit = Math.min(max, most);
    return length > limit ? [{ input, length, limit }] : [];
  });
}

type Text = readonly [input: string, text: string | undefined, limit: number];

function textsIn(answer: Answer): readonly Text[] {
  switch (answer.kind) {
    case "indicator": {
      const { note, notApplicable, noData } = answer.draft;
      return [
        ["note", note, TEXT_LIMIT],
        ["notApplicable", notApplicable, REASON_LIMIT],
        ["noData.source", noData?.source, LINE_LIMIT],
      ];
    }
    case "task": {
      const { progress, problems, next, reason, extension } = answer.draft;
      return [
        ["progress", progress, TEXT_LIMIT],
        ["problems", problems, TEXT_LIMIT],
        ["next", next, TEXT_LIMIT],
        ["reason", reason, REASON_LIMIT],
        ["extension.reason", extension?.reason, REASON_LIMIT],
      ];
    }
    case "contact": {
      const { department, leader, person, phone } = answer.draft;
      return [
        ["department", department, LINE_LIMIT],
        ["leader", leader, PERSON_LIMIT],
        ["person", person, PERSON_LIMIT],
        ["phone", phone, PERSON_LIMIT],
      ];
    }
    case "row":
      return [
        ["reason", answer.draft.reason, REASON_LIMIT],
        ...answer.register.fields
          .filter(({ kind }) => kind === "text" || kind === "long-text")
          .map(({ id }) => [id, answer.draft.fields[id], REASON_LIMIT] as const),
      ];
    case "confirmation":
      return [];
  }
}
