import type { Item, Period, UnitKey } from "../plan/ids.ts";
import { indicatorItem, registerItem } from "../plan/item.ts";
import type { Aggregation, Indicator } from "../plan/schema.ts";
import { factFor, waitingOf } from "./answers.ts";
import { rollupContext, type PeriodFacts, type RollupContext } from "./context.ts";
import { drawFigures, type Drawn } from "./roll-up.ts";
import type { Figure, RollupInput, UnitFigure } from "./types.ts";

/** One subject that a figure rests on, or that waits to enter it. */
export interface FigureSource {
  readonly unit: UnitKey;
  readonly period: Period;
  readonly item: Item;
}

/** Of one unit: what it gives to the figure, and the subjects that say so. */
export interface UnitSources {
  /** Null for a unit that is asked only beside the figure: the office's own ranks and register rows. */
  readonly figure: UnitFigure | null;
  readonly unit: UnitKey;
  readonly sources: readonly FigureSource[];
}

export interface SourcedFigure {
  readonly figure: Figure;
  readonly units: readonly UnitSources[];
}

/**
 * The figure of one indicator with its sources by unit; null where the indicator has none of that chain (or, without
 * one, none over all chains). Figures of other periods that a growth's mean or a baseline looks at have traces of
 * their own.
 */
export function figureSources(
  input: RollupInput,
  indicator: Indicator,
  chain: string | undefined,
): SourcedFigure | null {
  const context = rollupContext(input);
  const drawn = drawFigures(context, indicator).find(({ figure }) => figure.chain === chain);
  if (drawn === undefined) return null;
  const sourcesOf = sourcesFor(context, indicator, chain, drawn);
  const { figure } = drawn;
  const asked = figure.byUnit.map((own) => own.unit);
  const beside = besides(context, indicator, chain, drawn).filter((unit) => !asked.includes(unit));
  return {
    figure,
    units: [
      ...figure.byUnit.map((own) => ({ figure: own, unit: own.unit, sources: sourcesOf(own.unit) })),
      ...beside.map((unit) => ({ figure: null, unit, sources: sourcesOf(unit) })),
    ],
  };
}

function sourcesFor(
  context: RollupContext,
  indicator: Indicator,
  chain: string | undefined,
  drawn: Drawn,
): (unit: UnitKey) => FigureSource[] {
  const facts = context.at(context.period);
  const register = registerOf(indicator.aggregation);
  if (register !== null) return (unit) => registerSources(context, register, chain, drawn, unit);
  const items = itemsOf(context, indicator, chain);
  return (unit) => items.flatMap((item) => itemSource(context, facts, item, unit));
}

/** Units with a part in the figure that it does not list: the office, by its own entries. */
function besides(
  { plan, period, at }: RollupContext,
  indicator: Indicator,
  chain: string | undefined,
  { aggregate }: Drawn,
): UnitKey[] {
  const rows = new Set((aggregate.rows ?? []).map(({ unit }) => unit));
  const facts = at(period);
  const answers = facts.fact(indicatorItem(indicator.id, chain), plan.officeUnit) !== undefined;
  return rows.has(plan.officeUnit) || answers ? [plan.officeUnit] : [];
}

/** Over all chains: every chain's own item, and the one for what is answered once. */
function itemsOf({ plan }: RollupContext, indicator: Indicator, chain: string | undefined): Item[] {
  const own = indicatorItem(indicator.id, chain);
  if (!indicator.perChain || chain !== undefined) return [own];
  return [...plan.chains.map(({ id }) => indicatorItem(indicator.id, id)), own];
}

const itemSource = (
  context: RollupContext,
  facts: PeriodFacts,
  item: Item,
  unit: UnitKey,
): FigureSource[] => {
  const fact = factFor(context, facts, item, unit);
  return fact === undefined ? [] : [{ unit, period: fact.period, item }];
};

/** The rows that count; rows that wait; where there are none, what else the unit said of the register. */
function registerSources(
  context: RollupContext,
  register: string,
  chain: string | undefined,
  { figure, aggregate }: Drawn,
  unit: UnitKey,
): FigureSource[] {
  const { facts, period, at } = context;
  const counted = (aggregate.rows ?? [])
    .filter((row) => row.unit === unit)
    .map((row) => ({ unit, period: row.period, item: registerItem(register, row.key) }));
  const isKnown = new Set(counted.map(({ period: at, item }) => `${at} ${item}`));
  const waiting = facts
    .rows(register)
    .filter((row) => row.unit === unit && row.period <= period && waitingOf(row) !== null)
    .filter(({ pending }) => chain === undefined || Object.values(pending?.fields ?? {}).includes(chain))
    .map((row) => ({ unit, period: row.period, item: registerItem(register, row.key) }))
    .filter((source) => !isKnown.has(`${source.period} ${source.item}`));
  const rows = [...counted, ...waiting];
  if (rows.length > 0) return rows;
  const said = itemSource(context, at(period), indicatorItem(figure.id, chain), unit);
  if (said.length > 0) return said;
  const confirmation = facts
    .confirmations(register)
    .filter((given) => given.unit === unit && given.period <= period)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))[0];
  return confirmation ? [{ unit, period: confirmation.period, item: registerItem(register) }] : [];
}

function registerOf(aggregation: Aggregation): string | null {
  switch (aggregation.kind) {
    case "distinct-count":
    case "platform-coverage":
    case "each-county":
      return aggregation.register;
    default:
      return null;
  }
}
