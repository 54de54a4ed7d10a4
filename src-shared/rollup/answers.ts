import type { IndicatorValue } from "../ledger/record.ts";
import type { Item, UnitKey } from "../plan/ids.ts";
import type { Indicator } from "../plan/schema.ts";
import { needsConsent, type Asker, type PeriodFacts, type RollupContext } from "./context.ts";
import { decimalOf, type Decimal } from "./decimal.ts";
import { isNotApplicable } from "./facts.ts";
import type { ConfirmationFacts, ItemFacts, RowFacts, UnitState } from "./types.ts";

export type Inputs = NonNullable<IndicatorValue["inputs"]>;

/** What one expected unit contributes to a figure. */
export interface UnitAnswer {
  readonly unit: UnitKey;
  readonly state: UnitState;
  /** Only where `state` is `counted` or `counted-inside`. */
  readonly inputs: Inputs | null;
  /** The newest value is not the accepted one: it waits, came back, or versions disagree. */
  readonly waiting: "pending" | "returned" | "conflict" | null;
  /** The value in the figure has not been judged. */
  readonly unjudged: boolean;
  /** 暂用: numbers of the sides that stand in for versions that differ. */
  readonly provisional: readonly number[];
}

/** Answers to an item of all units that are asked one of the inputs needed, in the plan's order. */
export function answersTo(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  item: Item,
  needed: readonly string[],
): readonly UnitAnswer[] {
  return facts
    .askers(item)
    .filter((asker) => needed.some((input) => asker.inputs.has(input)))
    .map((asker) => answerOf(context, indicator, asker, needed, factFor(context, facts, item, asker.unit)));
}

/** What the unit holds of the period, or an earlier 不涉及, which stands until changed; an earlier figure never does. */
export function factFor(
  { plan, includePending }: RollupContext,
  facts: PeriodFacts,
  item: Item,
  unit: UnitKey,
): ItemFacts | undefined {
  const own = facts.fact(item, unit);
  if (own !== undefined) return own;
  const before = facts.standing(item, unit);
  const office = unit === plan.officeUnit;
  const body = before && chosenBody(before, office || includePending, office);
  return body === undefined || isNotApplicable(body) ? before : undefined;
}

function answerOf(
  context: RollupContext,
  indicator: Indicator,
  asker: Asker,
  needed: readonly string[],
  fact: ItemFacts | undefined,
): UnitAnswer {
  const { unit } = asker;
  if (fact === undefined)
    return { unit, state: "missing", inputs: null, waiting: null, unjudged: false, provisional: [] };
  const waited = waitingOf(fact);
  // Nobody judges what the office enters; versions can disagree there as well.
  const waiting = asker.office && waited !== "conflict" ? null : waited;
  const body = chosenBody(fact, asker.office || context.includePending, asker.office);
  const unjudged = body !== undefined && body !== fact.accepted && !asker.office;
  const { state, inputs } = readBody(body, fact, indicator, needed, waiting);
  const inside = asker.inside && (state === "counted" || state === "missing");
  return {
    unit,
    state: inside ? "counted-inside" : state,
    inputs,
    waiting,
    unjudged: unjudged && state === "counted",
    provisional: inside ? [] : provisionalIn([fact], context.includePending),
  };
}

/** Sides that stand in for versions that differ: with `pending` alone. */
export const provisionalIn = (
  facts: readonly Pick<ItemFacts | RowFacts | ConfirmationFacts, "provisional">[],
  pending: boolean,
): readonly number[] => (pending ? facts.flatMap(({ provisional }) => provisional?.side ?? []) : []);

/**
 * The accepted body, or with `pending` one that nobody has judged: where versions differ the one chosen meanwhile. What
 * came back never replaces it.
 */
export function chosenBody<Body>(
  fact: {
    readonly state: ItemFacts["state"];
    readonly accepted?: Body | undefined;
    readonly pending?: Body | undefined;
    readonly provisional?: { readonly body: Body } | undefined;
  },
  pending: boolean,
  office = false,
): Body | undefined {
  if (!pending) return fact.accepted;
  const isOffered = fact.state !== "conflict" && (office || fact.state !== "returned");
  return fact.provisional?.body ?? (isOffered ? fact.pending : undefined) ?? fact.accepted;
}

export function waitingOf(fact: {
  readonly state: ItemFacts["state"];
  readonly pending?: unknown;
}): UnitAnswer["waiting"] {
  if (fact.state === "conflict" || fact.state === "returned") return fact.state;
  return fact.pending === undefined ? null : "pending";
}

function readBody(
  body: IndicatorValue | undefined,
  fact: ItemFacts,
  indicator: Indicator,
  needed: readonly string[],
  waiting: UnitAnswer["waiting"],
): Pick<UnitAnswer, "state" | "inputs"> {
  const sealed = waiting === "pending" ? fact.pending : undefined;
  const shown = body ?? sealed;
  if (shown?.notApplicable !== undefined && (body !== undefined || !needsConsent(indicator)))
    return { state: "not-applicable", inputs: null };
  if (shown?.noData !== undefined) return { state: "no-data", inputs: null };
  if (body === undefined) return { state: waiting ?? "missing", inputs: null };
  const inputs = body.inputs ?? {};
  return needed.every((input) => isUsable(indicator, input, inputs[input]))
    ? { state: "counted", inputs }
    : { state: "missing", inputs: null };
}

/** A stored value that is not of its input's kind is no answer: another program may have sealed it. */
function isUsable(indicator: Indicator, id: string, value: Inputs[string] | undefined): boolean {
  const kind = indicator.inputs.find((input) => input.id === id)?.kind;
  if (kind === "yes-no") return typeof value === "boolean";
  return kind === "rank" ? typeof value === "string" : decimalOf(value) !== null;
}

/** Figures of one input over the counted units, by unit; what is no number is left out. */
export function figuresOf(answers: readonly UnitAnswer[], input: string): ReadonlyMap<UnitKey, Decimal> {
  const figures = new Map<UnitKey, Decimal>();
  for (const answer of answers) {
    const figure = answer.state === "counted" ? decimalOf(answer.inputs?.[input]) : null;
    if (figure !== null) figures.set(answer.unit, figure);
  }
  return figures;
}
