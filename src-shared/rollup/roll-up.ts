import type { Indicator } from "../plan/schema.ts";
import type { Aggregate } from "./aggregate/aggregate.ts";
import { aggregateAllChains, aggregateAllOf, aggregateOfficeValue } from "./aggregate/office.ts";
import { aggregateGrowth, aggregateRatio } from "./aggregate/ratio.ts";
import {
  aggregateDistinctCount,
  aggregateEachCounty,
  aggregatePlatformCoverage,
} from "./aggregate/registers.ts";
import { aggregateSum, aggregateSumPerInput } from "./aggregate/sum.ts";
import { baselineOf, type Baseline } from "./baseline.ts";
import { rollupContext, type PeriodFacts, type RollupContext } from "./context.ts";
import { figureOf } from "./figure.ts";
import type { Figure, RollupInput, RollupResult } from "./types.ts";

/**
 * City figures of all indicators at one period; per chain where the plan counts per chain, with one more over all
 * chains for 齐备. Pure: the order of the facts does not matter. Missing stays missing: never 0, never last month's.
 */
export function rollUp(input: RollupInput): RollupResult {
  const context = rollupContext(input);
  return {
    period: input.period,
    includePending: input.includePending,
    indicators: input.plan.indicators.flatMap((indicator) =>
      drawFigures(context, indicator).map(({ figure }) => figure),
    ),
  };
}

/** A figure with what it was judged from: there its sources are looked for. */
export interface Drawn {
  readonly figure: Figure;
  readonly aggregate: Aggregate;
}

/** The figures of one indicator alone. */
export function drawFigures(context: RollupContext, indicator: Indicator): Drawn[] {
  const facts = context.at(context.period);
  if (!indicator.perChain) {
    const aggregate = (at: PeriodFacts): Aggregate => aggregateWhole(context, at, indicator);
    const baseline = baselineOf(context, indicator, context.period, aggregate);
    return [drawn(context, indicator, undefined, aggregate(facts), baseline)];
  }
  const chains = context.plan.chains.map(({ id }) => ({
    id,
    aggregate: aggregateChain(context, facts, indicator, id),
  }));
  const figures = chains.map(({ id, aggregate }) => drawn(context, indicator, id, aggregate));
  if (indicator.aggregation.kind !== "all-of") return figures;
  const all = aggregateAllChains(
    context,
    facts,
    indicator,
    chains.map(({ aggregate }) => aggregate),
  );
  return [...figures, drawn(context, indicator, undefined, all)];
}

const drawn = (
  context: RollupContext,
  indicator: Indicator,
  chain: string | undefined,
  aggregate: Aggregate,
  baseline: Baseline | null = null,
): Drawn => ({ figure: figureOf(context, indicator, chain, aggregate, baseline), aggregate });

function aggregateWhole(context: RollupContext, facts: PeriodFacts, indicator: Indicator): Aggregate {
  const { aggregation } = indicator;
  switch (aggregation.kind) {
    case "sum":
      return aggregateSum(context, facts, indicator, aggregation);
    case "sum-per-input":
      return aggregateSumPerInput(context, facts, indicator, aggregation);
    case "ratio-of-sums":
    case "office-ratio":
      return aggregateRatio(context, facts, indicator, aggregation);
    case "growth":
      return aggregateGrowth(context, facts, indicator, aggregation);
    case "distinct-count":
      return aggregateDistinctCount(context, facts, indicator, aggregation);
    case "each-county":
      return aggregateEachCounty(context, facts, indicator, aggregation);
    case "office-value":
      return aggregateOfficeValue(context, facts, indicator, aggregation);
    case "all-of":
    case "platform-coverage":
      throw new Error(`${indicator.id}: ${aggregation.kind} is counted per chain`);
  }
}

function aggregateChain(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  chain: string,
): Aggregate {
  const { aggregation } = indicator;
  switch (aggregation.kind) {
    case "all-of":
      return aggregateAllOf(context, facts, indicator, chain);
    case "distinct-count":
      return aggregateDistinctCount(context, facts, indicator, aggregation, chain);
    case "platform-coverage":
      return aggregatePlatformCoverage(context, facts, indicator, aggregation.register, chain);
    default:
      throw new Error(`${indicator.id}: ${aggregation.kind} is not counted per chain`);
  }
}

/** Over the chains of one indicator: how many meet their target, and whether that is known of all. */
export function chainSummary(
  { indicators }: RollupResult,
  id: string,
): { readonly met: number; readonly of: number; readonly complete: boolean } {
  const chains = indicators.filter((figure) => figure.id === id && figure.chain !== undefined);
  return {
    met: chains.filter(({ met }) => met === true).length,
    of: chains.length,
    complete: chains.every(({ met }) => met !== null),
  };
}
