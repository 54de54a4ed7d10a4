import { Temporal } from "temporal-polyfill";
import { monthsElapsed, yearOf } from "../../plan/calendar.ts";
import type { Rule } from "../../plan/schema.ts";
import type { Answer } from "../answer.ts";
import { textParam, type CheckContext, type Hit, type RuleCheck } from "../check-context.ts";
import { isBlank, readDate, readField } from "../typed.ts";

interface TypedDate {
  readonly input: string;
  readonly typed: string;
  /** Announced days lie after the period; what has happened lies before its end. */
  readonly announced: boolean;
}

/** Register fields that name a day to come; a rule's `announced` parameter replaces them. */
const ANNOUNCED = "deadline";
/** Years beyond the plan's end that an announced day may lie. */
const YEARS_BEYOND = 5;

/** Days that are none, lie before the rule's `earliest`, after the period's end, or far beyond the plan's. */
export const dateRange: RuleCheck = (context, rule, answer) => [
  ...datesIn(rule, answer).flatMap(({ input, typed, announced }) => {
    const { from, to } = boundsOf(context, rule, announced);
    const date = readDate(typed);
    return date !== null && date >= from && date <= to
      ? []
      : [{ input, params: { value: date ?? typed.trim(), from, to } }];
  }),
  ...yearsOutOfRange(context, rule, answer),
];

function yearsOutOfRange(context: CheckContext, rule: Rule, answer: Answer): Hit[] {
  if (answer.kind !== "row") return [];
  const bounds = boundsOf(context, rule, false);
  const [from, to] = [bounds.from.slice(0, 4), bounds.to.slice(0, 4)];
  return answer.register.fields.flatMap((field) => {
    const typed = field.kind === "year" ? (answer.draft.fields[field.id] ?? "") : "";
    const year = isBlank(typed) ? null : readField(context.plan, field, typed);
    return year === null || !year.ok || (year.value >= from && year.value <= to)
      ? []
      : [{ input: field.id, params: { value: year.value, from, to } }];
  });
}

function datesIn(rule: Rule, answer: Answer): readonly TypedDate[] {
  const announcedFields = textParam(rule, "announced", ANNOUNCED).split(/[,\s]+/);
  const dates: { input: string; typed: string | undefined; announced: boolean }[] = [];
  if (answer.kind === "indicator")
    dates.push({ input: "noData.expected", typed: answer.draft.noData?.expected, announced: true });
  if (answer.kind === "task")
    dates.push({ input: "extension.date", typed: answer.draft.extension?.date, announced: true });
  if (answer.kind === "row") {
    dates.push({ input: "date", typed: answer.draft.date, announced: false });
    for (const { id, kind } of answer.register.fields)
      if (kind === "date")
        dates.push({ input: id, typed: answer.draft.fields[id], announced: announcedFields.includes(id) });
  }
  return dates.flatMap(({ typed, ...rest }) =>
    typed === undefined || isBlank(typed) ? [] : [{ ...rest, typed }],
  );
}

function boundsOf(
  { plan, period }: CheckContext,
  rule: Rule,
  announced: boolean,
): { readonly from: string; readonly to: string } {
  const earliest = textParam(rule, "earliest", "1949-10-01");
  const month = Temporal.PlainYearMonth.from({ year: yearOf(period), month: monthsElapsed(period) });
  const end = month.toPlainDate({ day: month.daysInMonth }).toString();
  return announced
    ? { from: `${yearOf(period)}-01-01`, to: `${plan.document.endYear + YEARS_BEYOND}-12-31` }
    : { from: earliest, to: end };
}
