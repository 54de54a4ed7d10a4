import { indicatorDraftSchema, UNRANKED, type IndicatorDraft } from "../checks/draft.ts";
import { isBlank } from "../checks/typed.ts";
import type { IndicatorInput } from "../plan/schema.ts";
import { noDataText, notApplicableText, readSpecial, wordList } from "./answer-words.ts";
import { defined } from "../entries/defined.ts";
import type { Lens } from "./lens.ts";

/** Why a cumulative figure fell. */
export const CORRECTION = wordList({
  "prior-correction": "前期更正",
  "enterprise-left": "企业退库",
  "definition-changed": "口径调整",
  other: "其他",
});

export const ANSWER = "本期";

const YES = new Set(["是", "有"]);
const NO = new Set(["否", "无", "没有"]);

function inputText(typed: string | boolean | undefined): string {
  if (typed === undefined) return "";
  if (typeof typed === "boolean") return typed ? "是" : "否";
  return typed === UNRANKED ? "未入榜" : typed;
}

function inputOf({ kind }: IndicatorInput, typed: string): string | boolean {
  if (kind === "yes-no" && YES.has(typed)) return true;
  if (kind === "yes-no" && NO.has(typed)) return false;
  return kind === "rank" && typed === "未入榜" ? UNRANKED : typed;
}

/** What the unit says instead of figures. */
export function specialText({ notApplicable, noData }: IndicatorDraft): string {
  if (notApplicable !== undefined) return notApplicableText(notApplicable);
  return noData === undefined ? "" : noDataText(noData);
}

/**
 * 本期: the input's value, or what is said instead of all values (`tellsSpecial`; a workbook tells it once, in the row of
 * the item's first input, and reads it from any).
 */
export const answerLens = (input: IndicatorInput, tellsSpecial: boolean): Lens<IndicatorDraft> => ({
  id: input.id,
  head: ANSWER,
  label: input.name,
  width: 18,
  figure: true,
  text: (draft) => {
    const value = inputText(draft.inputs?.[input.id]);
    return isBlank(value) && tellsSpecial ? specialText(draft) : value;
  },
  set(draft, typed) {
    const special = readSpecial(typed);
    if (special === null) return { ...draft, inputs: { ...draft.inputs, [input.id]: inputOf(input, typed) } };
    const { notApplicable: _, noData: __, inputs, ...others } = draft;
    const { [input.id]: ___, ...rest } = inputs ?? {};
    return { ...others, ...(Object.keys(rest).length === 0 ? {} : { inputs: rest }), ...special };
  },
});

export const noteLens: Lens<IndicatorDraft> = {
  id: "note",
  head: "情况说明",
  width: 30,
  text: ({ note = "" }) => note,
  set: (draft, typed) => ({ ...draft, note: typed }),
};

export const correctionLens: Lens<IndicatorDraft> = {
  id: "correction",
  head: "累计数减少的原因",
  width: 16,
  text: ({ correction = "" }) => (correction === "" ? "" : CORRECTION.word(correction)),
  set(draft, typed) {
    const correction = indicatorDraftSchema.shape.correction.safeParse(CORRECTION.id(typed));
    return correction.success ? { ...draft, correction: correction.data } : null;
  },
};

/**
 * A new answer takes the place of one of the other kind. Two kinds in one workbook both stay: the checks say so, and the
 * person decides. `typed`: what the workbook says in all rows of the item.
 */
export function settleAnswer(draft: IndicatorDraft, typed: readonly string[]): IndicatorDraft {
  const specials = typed.filter((text) => readSpecial(text) !== null).length;
  const figures = typed.length - specials;
  const { inputs, notApplicable, noData, ...others } = draft;
  if (specials > 0 && figures === 0) return { ...others, ...defined({ notApplicable, noData }) };
  if (figures > 0 && specials === 0) return { ...others, ...defined({ inputs }) };
  return draft;
}
