import { itemsFor } from "../plan/assignment.ts";
import { endsYear, isDue, periodsOf, scheduleById } from "../plan/calendar.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { isCountyLike, reportingUnits } from "../plan/units.ts";
import type { FactsSource, ItemFacts, RollupInput } from "./types.ts";

/** One unit that is asked an item, with the inputs it answers there. */
export interface Asker {
  readonly unit: UnitKey;
  readonly inputs: ReadonlySet<string>;
  /** The office's own entries count at once. */
  readonly office: boolean;
  /** A zone whose figures a county's already hold: left out of sums. */
  readonly inside: boolean;
}

/** What a roll-up knows of one period. */
export interface PeriodFacts {
  readonly period: Period;
  askers(item: Item): readonly Asker[];
  fact(item: Item, unit: UnitKey): ItemFacts | undefined;
  /** 不涉及 of an earlier period, where this one holds nothing. */
  standing(item: Item, unit: UnitKey): ItemFacts | undefined;
}

export interface RollupContext {
  readonly plan: Plan;
  readonly facts: FactsSource;
  readonly period: Period;
  readonly includePending: boolean;
  /** Worked out once per period: growth and baselines look at earlier Decembers. */
  at(period: Period): PeriodFacts;
}

export function rollupContext({ plan, facts, period, includePending }: RollupInput): RollupContext {
  const known = new Map<Period, PeriodFacts>();
  const at = (wanted: Period): PeriodFacts => {
    const before = known.get(wanted);
    if (before !== undefined) return before;
    const made = periodFacts(plan, facts, wanted);
    known.set(wanted, made);
    return made;
  };
  return { plan, facts, period, includePending, at };
}

function periodFacts(plan: Plan, facts: FactsSource, period: Period): PeriodFacts {
  const askers = askersAt(plan, period);
  const current = new Map(facts.items(period).map((fact) => [`${fact.unit} ${fact.item}`, fact]));
  const standing = new Map(facts.standing(period).map((fact) => [`${fact.unit} ${fact.item}`, fact]));
  return {
    period,
    askers: (item) => askers.get(item) ?? [],
    fact: (item, unit) => current.get(`${unit} ${item}`),
    standing: (item, unit) => standing.get(`${unit} ${item}`),
  };
}

/** Who is asked what follows from plan and period alone. NOTE: plans are never changed in place. */
const knownAskers = new WeakMap<Plan, Map<Period, ReadonlyMap<Item, readonly Asker[]>>>();

function askersAt(plan: Plan, period: Period): ReadonlyMap<Item, readonly Asker[]> {
  const byPeriod = knownAskers.get(plan) ?? new Map<Period, ReadonlyMap<Item, readonly Asker[]>>();
  knownAskers.set(plan, byPeriod);
  const known = byPeriod.get(period) ?? listAskers(plan, period);
  byPeriod.set(period, known);
  return known;
}

function listAskers(plan: Plan, period: Period): ReadonlyMap<Item, readonly Asker[]> {
  const byItem = new Map<Item, Asker[]>();
  for (const unit of [plan.officeUnit, ...reportingUnits(plan, period).map(({ key }) => key)]) {
    const office = unit === plan.officeUnit;
    const inside = isCountedInside(plan, unit);
    for (const assigned of itemsFor(plan, unit, period)) {
      if (assigned.kind !== "indicator") continue;
      const asker = { unit, inputs: new Set(assigned.inputs.map(({ id }) => id)), office, inside };
      const askers = byItem.get(assigned.item);
      if (askers === undefined) byItem.set(assigned.item, [asker]);
      else askers.push(asker);
    }
  }
  return byItem;
}

export const isCountedInside = (plan: Plan, unit: UnitKey): boolean =>
  plan.settings.countedInside.some(({ zone }) => zone === unit);

/** Counties and zones that keep registers in the period; departments never do. */
export const registerUnits = (plan: Plan, period: Period): readonly UnitKey[] =>
  reportingUnits(plan, period)
    .filter(isCountyLike)
    .map(({ key }) => key);

export const isIndicatorDue = (plan: Plan, indicator: Indicator, period: Period): boolean =>
  isDue(scheduleById(plan, indicator.schedule), period);

/** Last periods of the plan's years up to and including the given one, oldest first. */
export const decembersUpTo = (plan: Plan, period: Period): readonly Period[] =>
  periodsOf(plan).filter((each) => each <= period && endsYear(each));

/** 不涉及 counts without the office's consent for chain items (T02–T09, T13, T17-1). */
export const needsConsent = (indicator: Indicator): boolean =>
  indicator.chain === undefined && !(indicator.perChain && indicator.from === "register");
