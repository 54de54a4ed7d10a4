import { indicatorItem } from "../../plan/item.ts";
import type { Aggregation, Indicator } from "../../plan/schema.ts";
import { answersTo } from "../answers.ts";
import type { PeriodFacts, RollupContext } from "../context.ts";
import { decimal, decimalOf } from "../decimal.ts";
import { NOTHING_BY_UNIT, type Aggregate } from "./aggregate.ts";

/** As entered. 未入榜 is an answer without a number. */
export function aggregateOfficeValue(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  { input }: Extract<Aggregation, { kind: "office-value" }>,
): Aggregate {
  const answers = answersTo(context, facts, indicator, indicatorItem(indicator.id), [input]);
  const counted = answers.find(({ state }) => state === "counted");
  const value = decimalOf(counted?.inputs?.[input]);
  return {
    value,
    ...(counted !== undefined && value === null ? { why: "unranked" as const } : {}),
    answers,
    sums: {},
    queries: [],
    unitValue: NOTHING_BY_UNIT,
  };
}

/** One chain: how many of its parts are there. */
export function aggregateAllOf(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  chain: string,
): Aggregate {
  const parts = indicator.inputs.filter(({ once }) => once !== true).map(({ id }) => id);
  const answers = answersTo(context, facts, indicator, indicatorItem(indicator.id, chain), parts);
  const counted = answers.find(({ state }) => state === "counted");
  const done = parts.filter((part) => counted?.inputs?.[part] === true).length;
  return {
    value: counted === undefined ? null : decimal(done),
    answers,
    sums: {},
    queries: [],
    unitValue: NOTHING_BY_UNIT,
    of: parts.length,
  };
}

/** All chains together: how many are complete, and whether the milestones answered once are reached. */
export function aggregateAllChains(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  chains: readonly Aggregate[],
): Aggregate {
  const complete = chains.filter(({ value, of }) => value !== null && of !== undefined && value.eq(of));
  const once = indicator.inputs.filter((input) => input.once === true).map(({ id }) => id);
  const milestones =
    once.length === 0 ? [] : answersTo(context, facts, indicator, indicatorItem(indicator.id), once);
  const reached = once.map((input) => ({
    input,
    done: milestones.find(({ state }) => state === "counted")?.inputs?.[input],
  }));
  const answers = [...chains.flatMap((chain) => chain.answers), ...milestones];
  return {
    value: chains.some(({ value }) => value !== null) ? decimal(complete.length) : null,
    answers,
    sums: {},
    queries: [],
    unitValue: NOTHING_BY_UNIT,
    of: chains.length,
    ...(once.length === 0
      ? {}
      : {
          also: reached.every(({ done }) => done === true),
          parts: reached.map(({ input, done }) => ({
            input,
            value: done === undefined ? null : decimal(done === true ? 1 : 0),
          })),
        }),
  };
}
