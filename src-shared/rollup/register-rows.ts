import type { RegisterRow } from "../ledger/record.ts";
import { isDue, periodsOf, scheduleById } from "../plan/calendar.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Plan, Register } from "../plan/schema.ts";
import { chosenBody, provisionalIn, waitingOf, type UnitAnswer } from "./answers.ts";
import { isCountedInside, registerUnits, type RollupContext } from "./context.ts";
import type { RowFacts, UnitState } from "./types.ts";

/** A row that counts at a period. */
export interface RowInForce {
  readonly unit: UnitKey;
  /** Of the subject that holds it: the row's latest one up to the period asked for. */
  readonly period: Period;
  readonly key: string;
  readonly fields: RegisterRow["fields"];
  readonly unjudged: boolean;
}

/**
 * Rows of reporting counties and zones, and of the office, in force at the period: the head of the row's latest
 * subject up to then. `ended` closes a row from its period on; `withdrawn` as the last word uncounts it throughout.
 */
export function rowsInForce(context: RollupContext, period: Period, register: string): readonly RowInForce[] {
  const { plan } = context;
  const counted = new Set<UnitKey>(
    [...registerUnits(plan, period), plan.officeUnit].filter((unit) => !isCountedInside(plan, unit)),
  );
  const rows = context.facts.rows(register).filter(({ unit }) => counted.has(unit));
  const byRow = Map.groupBy(rows, ({ unit, key }) => `${unit} ${key}`);
  return [...byRow.values()].flatMap((subjects) => inForce(context, period, subjects) ?? []);
}

/** What the subjects of one row say, the latest first; those without a word that counts are left out. */
const wordsOf = ({ plan, includePending }: RollupContext, subjects: readonly RowFacts[]) =>
  subjects
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))
    .flatMap((subject) => {
      const office = subject.unit === plan.officeUnit;
      const body = chosenBody(subject, office || includePending, office);
      return body === undefined ? [] : [{ subject, body, office }];
    });

function inForce(context: RollupContext, period: Period, subjects: readonly RowFacts[]): RowInForce | null {
  const said = wordsOf(context, subjects);
  if (said[0]?.body.state === "withdrawn") return null;
  const latest = said.find(({ subject }) => subject.period <= period);
  if (latest === undefined || latest.body.state !== "in-force") return null;
  const { subject, body, office } = latest;
  const unjudged = !office && body !== subject.accepted;
  return { unit: subject.unit, period: subject.period, key: subject.key, fields: body.fields, unjudged };
}

/**
 * Who has answered for a register: a row touched or a confirmation given since the due period before last.
 * Before the first due period nobody is expected: `due` is false.
 */
export function registerAnswers(
  context: RollupContext,
  period: Period,
  register: Register,
): { readonly due: boolean; readonly answers: readonly UnitAnswer[] } {
  const window = answerWindow(context.plan, register, period);
  if (window === null) return { due: false, answers: [] };
  const inWindow = (subject: { readonly period: Period }): boolean =>
    subject.period <= period && (window.after === undefined || subject.period > window.after);
  const rows = context.facts.rows(register.id).filter((row) => row.period <= period);
  const confirmations = context.facts.confirmations(register.id).filter(inWindow);
  const byUnit = Map.groupBy([...rows.filter(inWindow), ...confirmations], ({ unit }) => unit);
  const chosen = Map.groupBy([...provisionalRows(context, rows), ...confirmations], ({ unit }) => unit);
  const answers = registerUnits(context.plan, period).map((unit) => {
    const provisional = provisionalIn(chosen.get(unit) ?? [], context.includePending);
    return answerOf(context, unit, byUnit.get(unit) ?? [], provisional);
  });
  return { due: true, answers };
}

/** Of the rows of which some versions differ, the words that a side stands in for. */
function provisionalRows(context: RollupContext, rows: readonly RowFacts[]): readonly RowFacts[] {
  if (!context.includePending || rows.every(({ provisional }) => provisional === undefined)) return [];
  const byRow = Map.groupBy(rows, ({ unit, key }) => `${unit} ${key}`);
  return [...byRow.values()].flatMap((subjects) => wordsOf(context, subjects)[0]?.subject ?? []);
}

type Subject = Parameters<typeof chosenBody<object>>[0];

function answerOf(
  context: RollupContext,
  unit: UnitKey,
  subjects: readonly Subject[],
  provisional: readonly number[],
): UnitAnswer {
  const waiting = subjects.map(waitingOf).find((kind) => kind !== null) ?? null;
  const counted = subjects.some((subject) => chosenBody(subject, context.includePending) !== undefined);
  const state: UnitState = counted ? "counted" : (waiting ?? "missing");
  const inside = isCountedInside(context.plan, unit) && (state === "counted" || state === "missing");
  return {
    unit,
    state: inside ? "counted-inside" : state,
    inputs: null,
    waiting,
    unjudged: false,
    provisional: inside ? [] : provisional,
  };
}

/** Periods after `after` up to now answer for the latest due period and what came since. */
function answerWindow(
  plan: Plan,
  register: Register,
  period: Period,
): { readonly after: Period | undefined } | null {
  const schedule = scheduleById(plan, register.schedule);
  const due = periodsOf(plan).filter((each) => each <= period && isDue(schedule, each));
  return due.length === 0 ? null : { after: due.at(-2) };
}
