import { cleanLine, readDate } from "../checks/typed.ts";

/** The answers besides a value, as they stand in one cell: `不涉及：原因`, `暂无数据：来源，预计日期`. */

const NOT_APPLICABLE = "不涉及";
const NO_DATA = "暂无数据";
const EXPECTED = "，预计";
export const NO_PROGRESS = "本期无新进展";

type NoData = { readonly source?: string | undefined; readonly expected?: string | undefined };
export type SpecialAnswer =
  | { readonly notApplicable: string }
  | { readonly noData: { readonly source?: string; readonly expected?: string } };

export const notApplicableText = (reason: string): string =>
  reason === "" ? NOT_APPLICABLE : `${NOT_APPLICABLE}：${reason}`;

export const noDataText = ({ source = "", expected = "" }: NoData): string =>
  source === "" && expected === "" ? NO_DATA : `${NO_DATA}：${source}${EXPECTED}${expected}`;

/** What follows the word: after a colon or comma, or in brackets. Null where the text does not begin so. */
function after(word: string, text: string): string | null {
  if (!text.startsWith(word)) return null;
  const rest = text.slice(word.length);
  if (rest === "") return "";
  const [, bracketed] = /^[（(](.*)[）)]$/su.exec(rest) ?? [];
  return bracketed?.trim() ?? (/^[：:，,]/u.test(rest) ? rest.slice(1).trim() : null);
}

/** Null for what is a value. */
export function readSpecial(typed: string): SpecialAnswer | null {
  const reason = after(NOT_APPLICABLE, typed);
  if (reason !== null) return { notApplicable: reason };
  const said = after(NO_DATA, typed);
  return said === null ? null : { noData: noDataParts(said) };
}

function noDataParts(said: string): { source?: string; expected?: string } {
  const at = said.lastIndexOf(EXPECTED);
  if (at >= 0) return named(said.slice(0, at), said.slice(at + EXPECTED.length));
  // 统计局，2024-05-20: a date at the end is the expected one.
  const comma = Math.max(said.lastIndexOf("，"), said.lastIndexOf(","));
  const tail = said.slice(comma + 1).replace(/^预计/u, "");
  return readDate(tail) === null ? named(said, "") : named(said.slice(0, Math.max(comma, 0)), tail);
}

const named = (source: string, expected: string): { source?: string; expected?: string } => ({
  ...(source.trim() === "" ? {} : { source: source.trim() }),
  ...(expected.trim() === "" ? {} : { expected: expected.trim() }),
});

/** 推进中 ↔ in-progress: words of a closed list and their ids. What is no word of it stays as typed. */
export function wordList<I extends string>(words: Readonly<Record<I, string>>) {
  const ids = new Map(Object.entries<string>(words).map(([id, word]) => [word, id]));
  return {
    word: (id: string): string => Object.entries<string>(words).find(([each]) => each === id)?.[1] ?? id,
    id: (typed: string): string => ids.get(cleanLine(typed)) ?? cleanLine(typed),
  };
}
