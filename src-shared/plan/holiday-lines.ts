import { isoDateSchema } from "./ids.ts";

/** 节假日表 as it is pasted: one day a line, `2025-10-01 休`, `2025年10月11日 班`; blank lines do not count. */

export type HolidayLine = { readonly date: string; readonly day: "holiday" | "workday" };
export type HolidayProblem = {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly code: "no-date" | "no-such-day" | "no-word" | "twice";
};

const LINE = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?[\s,，:：]*(\S*)$/u;
const WORDS: ReadonlyMap<string, HolidayLine["day"]> = new Map([
  ["休", "holiday"],
  ["休息", "holiday"],
  ["假", "holiday"],
  ["放假", "holiday"],
  ["holiday", "holiday"],
  ["班", "workday"],
  ["上班", "workday"],
  ["补班", "workday"],
  ["workday", "workday"],
]);

/** Every line that can be read, and every other one with what is wrong with it. */
export function readHolidayLines(text: string): {
  readonly days: readonly HolidayLine[];
  readonly problems: readonly HolidayProblem[];
} {
  const days = new Map<string, HolidayLine>();
  const problems: HolidayProblem[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const typed = raw.normalize("NFKC").trim();
    if (typed === "") continue;
    const read = readLine(typed);
    const code = typeof read === "string" ? read : days.has(read.date) ? "twice" : null;
    if (code !== null) problems.push({ line: index + 1, text: raw.trim().slice(0, 40), code });
    else if (typeof read !== "string") days.set(read.date, read);
  }
  return { days: [...days.values()], problems };
}

function readLine(typed: string): HolidayLine | HolidayProblem["code"] {
  const [, year, month, day, word = ""] = LINE.exec(typed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return "no-date";
  const date = isoDateSchema.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!date.success) return "no-such-day";
  const kind = WORDS.get(word.toLowerCase());
  return kind === undefined ? "no-word" : { date: date.data, day: kind };
}
