import type { RegisterConfirmation, RegisterRow } from "../ledger/record.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { rollupContext, type RollupContext } from "../rollup/context.ts";
import { decimal, HUNDRED, sum, type Decimal } from "../rollup/decimal.ts";
import { factsOf } from "../rollup/facts.ts";
import { drawFigures } from "../rollup/roll-up.ts";
import type { Figure } from "../rollup/types.ts";

/** What a unit says of its registers up to a period: drafts stand in for what they would replace. */
export interface UnitRegisters {
  readonly rows: readonly {
    readonly register: string;
    readonly key: string;
    readonly period: Period;
    readonly body: RegisterRow;
  }[];
  readonly confirmations: readonly {
    readonly register: string;
    readonly period: Period;
    readonly body: RegisterConfirmation;
  }[];
}

/** The unit's own rows at a period, counted as the roll-up counts them. */
export interface RegisterCount {
  /** Null where nothing can be said: a ratio without a denominator, a zone in 每县. */
  readonly value: Decimal | null;
  /** Asked, but neither a row nor a confirmation has come. */
  readonly isMissing: boolean;
  /** Of a coverage: how many of how many. */
  readonly share: { readonly part: Decimal; readonly whole: Decimal } | null;
  /** Of what is counted chain by chain: chains that have any. */
  readonly chains: readonly { readonly name: string; readonly count: Decimal }[];
}

/** Counts of one unit at one period; null for an indicator that is not asked then and has no answer. */
export function registerCounter(
  plan: Plan,
  unit: UnitKey,
  registers: UnitRegisters,
): (indicator: Indicator, period: Period) => RegisterCount | null {
  // A zone that a county's figures already hold has rows of its own all the same.
  const own = { ...plan, settings: { ...plan.settings, countedInside: [] } };
  const said = { unit, state: "accepted" } as const;
  const facts = factsOf({
    items: [],
    rows: registers.rows.map(({ body, ...row }) => ({ ...row, ...said, accepted: body })),
    confirmations: registers.confirmations.map(({ body, ...row }) => ({ ...row, ...said, accepted: body })),
  });
  const contexts = new Map<Period, RollupContext>();
  const contextAt = (period: Period): RollupContext => {
    const context =
      contexts.get(period) ?? rollupContext({ plan: own, period, facts, includePending: false });
    contexts.set(period, context);
    return context;
  };
  return (indicator, period) => {
    const figures = drawFigures(contextAt(period), indicator).map(({ figure }) => figure);
    return countOf(plan, unit, figures);
  };
}

function countOf(plan: Plan, unit: UnitKey, figures: readonly Figure[]): RegisterCount | null {
  const own = figures.flatMap(({ chain, byUnit, sums }) =>
    byUnit.filter((each) => each.unit === unit).map((each) => ({ ...each, chain, sums })),
  );
  if (own.length === 0) return null;
  const counted = own.filter(({ state }) => state === "counted");
  const shared = counted.filter(({ sums }) => sums["leaders"] !== undefined);
  const values = counted.flatMap(({ value, chain }) =>
    value === null ? [] : [{ chain, count: decimal(value) }],
  );
  const total = (name: string): Decimal =>
    sum(shared.flatMap(({ sums }) => (sums[name] === undefined ? [] : [decimal(sums[name])])));
  const share = shared.length === 0 ? null : { part: total("covered"), whole: total("leaders") };
  return {
    value: share === null ? sumOrNull(values.map(({ count }) => count)) : shareOf(share),
    isMissing: own.every(({ state }) => state === "missing"),
    share,
    chains:
      share === null
        ? values.flatMap(({ chain, count }) =>
            chain === undefined || count.isZero() ? [] : [{ name: chainName(plan, chain), count }],
          )
        : [],
  };
}

const sumOrNull = (values: readonly Decimal[]): Decimal | null => (values.length === 0 ? null : sum(values));

const shareOf = ({ part, whole }: NonNullable<RegisterCount["share"]>): Decimal | null =>
  whole.isZero() ? null : part.times(HUNDRED).div(whole);

const chainName = (plan: Plan, id: string): string =>
  plan.chains.find((chain) => chain.id === id)?.name ?? id;
