import { isoDateSchema, type DecimalString } from "../plan/ids.ts";
import type { IndicatorInput, Plan, RegisterField } from "../plan/schema.ts";
import { isCleanLongText } from "../ledger/text.ts";
import { normalizeDecimal } from "../rollup/normalize-decimal.ts";
import { fail, ok, type Result } from "../result.ts";
import { UNRANKED } from "./draft.ts";
import type { BuiltInRule } from "./built-in-rules.ts";

/** Reading what was typed: into the stored form, or why it cannot be. A blank is no problem here. */

export interface TypedProblem {
  readonly kind: "not-a-number" | "date-range" | BuiltInRule;
  readonly params: Readonly<Record<string, string>>;
}
export type Typed<T> = Result<T, TypedProblem>;

export const isBlank = (typed: string | boolean | undefined): boolean =>
  typed === undefined || (typeof typed === "string" && cleanLongText(typed) === "");

/** NFC, trimmed, line ends as LF, without the marks no stored text may hold; they are invisible and come by paste. */
export function cleanLongText(typed: string): string {
  const text = typed.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n");
  const clean = isCleanLongText(text) ? text : [...text].filter(isCleanLongText).join("");
  return clean.trim();
}

/** As `cleanLongText`, on one line. */
export const cleanLine = (typed: string): string => cleanLongText(typed).replace(/[\n\t]+/g, " ");

export function readNumber(typed: string): Typed<DecimalString> {
  const number = normalizeDecimal(typed);
  if (number.ok) return number;
  const suffix = "suffix" in number.error ? { suffix: number.error.suffix } : {};
  return fail({ kind: "not-a-number", params: { value: typed.trim(), why: number.error.code, ...suffix } });
}

const YES = new Set(["是", "有", "yes", "true"]);
const NO = new Set(["否", "无", "没有", "no", "false"]);

/** An input's value as stored. Not for blanks. */
export function readInput(
  input: IndicatorInput,
  typed: string | boolean,
): Typed<DecimalString | boolean | string> {
  if (input.kind === "yes-no") return readYesNo(typed);
  const text = String(typed).trim();
  if (input.kind !== "rank") return readNumber(text);
  if (text === UNRANKED || text === "未入榜") return ok(UNRANKED);
  const rank = readNumber(text);
  return rank.ok && (rank.value === "0" || rank.value.startsWith("-"))
    ? fail({ kind: "rank-from-one", params: { value: text } })
    : rank;
}

function readYesNo(typed: string | boolean): Typed<boolean> {
  if (typeof typed === "boolean") return ok(typed);
  const text = typed.trim().toLowerCase();
  if (YES.has(text)) return ok(true);
  return NO.has(text) ? ok(false) : fail({ kind: "invalid-choice", params: { value: typed.trim() } });
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** `2024-03-05` for `2024/3/5`, `2024.3.5`, `2024年3月5日`; null for what is no day of the calendar. */
export function readDate(typed: string): string | null {
  const match = DATE.exec(typed.normalize("NFKC").trim());
  if (match === null) return null;
  const [, year = "", month = "", day = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isoDateSchema.safeParse(iso).success ? iso : null;
}

/** A register field's value as stored. Not for blanks. */
export function readField(plan: Plan, field: RegisterField, typed: string): Typed<string> {
  switch (field.kind) {
    case "amount":
    case "count":
      return readNumber(typed);
    case "year": {
      const year = typed.normalize("NFKC").trim().replace(/年$/, "");
      return /^\d{4}$/.test(year)
        ? ok(year)
        : fail({ kind: "not-a-number", params: { value: typed.trim(), why: "not-a-number" } });
    }
    case "date": {
      const date = readDate(typed);
      return date === null ? fail({ kind: "date-range", params: { value: typed.trim() } }) : ok(date);
    }
    case "choice":
      return choose(field.options ?? [], typed);
    case "chain":
      return choose(plan.chains, typed);
    case "county": {
      const counties = plan.units.filter(({ kind }) => kind === "county");
      return choose(
        counties.map(({ key, name }) => ({ id: key, name })),
        typed,
      );
    }
    case "text":
      return ok(cleanLine(typed));
    case "long-text":
      return ok(cleanLongText(typed));
  }
}

/** By id or by name: what comes from a workbook holds the name. */
function choose(
  options: readonly { readonly id: string; readonly name: string }[],
  typed: string,
): Typed<string> {
  const text = cleanLine(typed);
  const found = options.find(({ id, name }) => id === text || name === text);
  return found === undefined ? fail({ kind: "invalid-choice", params: { value: text } }) : ok(found.id);
}
