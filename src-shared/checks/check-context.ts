import type { IndicatorValue, RevisionBody, TaskProgress } from "../ledger/record.ts";
import { itemsFor } from "../plan/assignment.ts";
import { periodsOf, samePeriodLastYear, yearOf } from "../plan/calendar.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import type { IndicatorInput, Plan, Rule } from "../plan/schema.ts";
import type { Answer } from "./answer.ts";
import type { Draft } from "./draft.ts";
import type { Tier } from "./finding.ts";

export interface CheckInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  /** What stands in the period, drafts before sealed bodies. */
  readonly answers: ReadonlyMap<Item, Draft | RevisionBody>;
  /** The unit's present value of another period, or of this one where no draft covers it. */
  readonly history: (period: Period, item: Item) => RevisionBody | undefined;
  /** Check these items alone; the others still serve the cross-item rules. */
  readonly only?: ReadonlySet<Item> | undefined;
}

/** What a rule has found. `tier` where it differs from the rule's own. */
export interface Hit {
  readonly input?: string;
  readonly params: Readonly<Record<string, string>>;
  readonly tier?: Tier;
}
export type RuleCheck = (context: CheckContext, rule: Rule, answer: Answer) => readonly Hit[];

export interface Earlier<Body = RevisionBody> {
  readonly period: Period;
  readonly body: Body;
}

export interface CheckContext {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  /** What the item holds in this period, draft first. */
  readonly now: (item: Item) => Draft | RevisionBody | undefined;
  readonly past: (period: Period, item: Item) => RevisionBody | undefined;
  readonly inputsAsked: (item: Item) => readonly IndicatorInput[] | undefined;
  /** Periods before this one, latest first. */
  readonly earlierPeriods: readonly Period[];
}

export function checkContext({ plan, unit, period, answers, history }: CheckInput): CheckContext {
  const asked = new Map(
    itemsFor(plan, unit, period).flatMap((each) =>
      each.kind === "indicator" ? [[each.item, each.inputs] as const] : [],
    ),
  );
  return {
    plan,
    unit,
    period,
    now: (item) => answers.get(item) ?? history(period, item),
    past: history,
    inputsAsked: (item) => asked.get(item),
    earlierPeriods: periodsOf(plan)
      .filter((each) => each < period)
      .toReversed(),
  };
}

export const isIndicatorBody = (body: object): body is IndicatorValue =>
  "inputs" in body || "notApplicable" in body || "noData" in body;

/** Indicator figures of an earlier period: the latest of this year, which has any of the inputs. */
export const earlierThisYear = (
  context: CheckContext,
  item: Item,
  input: string,
): Earlier<IndicatorValue> | null =>
  latest(context, item, (body, period) =>
    yearOf(period) === yearOf(context.period) && isIndicatorBody(body) && body.inputs?.[input] !== undefined
      ? body
      : null,
  );

/** The same period last year, where the item held this input. */
export function lastYear(context: CheckContext, item: Item, input: string): Earlier<IndicatorValue> | null {
  const period = samePeriodLastYear(context.plan, context.period);
  const body = period === undefined ? undefined : context.past(period, item);
  return period !== undefined &&
    body !== undefined &&
    isIndicatorBody(body) &&
    body.inputs?.[input] !== undefined
    ? { period, body }
    : null;
}

/** The latest earlier indicator answer, whatever it says. */
export const latestIndicator = (context: CheckContext, item: Item): Earlier<IndicatorValue> | null =>
  latest(context, item, (body) => (isIndicatorBody(body) ? body : null));

export const latestProgress = (context: CheckContext, item: Item): Earlier<TaskProgress> | null =>
  latest(context, item, (body) => (isProgressBody(body) ? body : null));

const isProgressBody = (body: RevisionBody): body is TaskProgress =>
  "status" in body || "noProgress" in body || "progress" in body;

function latest<Body>(
  context: CheckContext,
  item: Item,
  pick: (body: RevisionBody, period: Period) => Body | null,
): Earlier<Body> | null {
  for (const period of context.earlierPeriods) {
    const body = context.past(period, item);
    const picked = body === undefined ? null : pick(body, period);
    if (picked !== null) return { period, body: picked };
  }
  return null;
}

/** Whether the period is the first of its year: 1—2月 is held against last year alone. */
export const opensYear = ({ earlierPeriods, period }: CheckContext): boolean =>
  !earlierPeriods.some((earlier) => yearOf(earlier) === yearOf(period));

/** A whole-number parameter of a rule, or the given default. */
export const numberParam = (rule: Rule, name: string, preset: number): number =>
  Number(rule.params?.[name] ?? preset);
export const textParam = (rule: Rule, name: string, preset = ""): string =>
  String(rule.params?.[name] ?? preset);
