import { monthsElapsed, yearOf } from "../../plan/calendar.ts";
import type { Period, UnitKey } from "../../plan/ids.ts";
import { indicatorItem } from "../../plan/item.ts";
import type { Aggregation, Indicator, Register, RegisterField } from "../../plan/schema.ts";
import type { UnitAnswer } from "../answers.ts";
import type { PeriodFacts, RollupContext } from "../context.ts";
import { decimal, decimalOf, percent, ratio, type Decimal } from "../decimal.ts";
import { registerAnswers, rowsInForce, type RowInForce } from "../register-rows.ts";
import type { Aggregate } from "./aggregate.ts";
import { claimsOf, queriesOf, settled, type Claim } from "./register-claims.ts";

type DistinctCount = Extract<Aggregation, { kind: "distinct-count" }>;

const COUNTED = "counted";
/** Option of the platform field; every other one is 省级及以上. */
const NO_PLATFORM = "none";
/** 超100亿元, in 万元. */
const TEN_BILLION = decimal(1_000_000);

/** Distinct keys in force that count, once each. */
export function aggregateDistinctCount(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  aggregation: DistinctCount,
  chain?: string,
): Aggregate {
  const { register, rows, answers } = readRegister(context, facts, indicator, aggregation.register, chain);
  const group = chain ?? COUNTED;
  const claims = claimsOf(rows, deciding(register, aggregation, facts.period, chain !== undefined));
  const counted = claims.filter((claim) => settled(claim) === group);
  return {
    value: nothingKnown(rows, answers) ? null : decimal(counted.length),
    answers: withUnjudged(answers, rows),
    sums: {},
    queries: queriesOf(claims, group),
    rows: counted.flatMap((claim) => claim.rows),
    unitValue: (unit) => unitCount(claims, unit, group, answers),
  };
}

/** 认定 leaders of the chain with a provincial platform or higher, of all 认定 leaders of the chain, in per cent. */
export function aggregatePlatformCoverage(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  registerId: string,
  chain: string,
): Aggregate {
  const { register, rows, answers } = readRegister(context, facts, indicator, registerId, chain);
  const leaders = claimsOf(rows, certifiedChain(register)).filter((claim) => settled(claim) === chain);
  const platform = register.fields.find(({ options }) =>
    options?.some((option) => option.id === NO_PLATFORM),
  );
  if (platform === undefined) throw new Error(`register ${registerId} has no platform field`);
  const hasPlatform = (row: RowInForce): boolean => (text(row, platform.id) ?? NO_PLATFORM) !== NO_PLATFORM;
  const covered = leaders.filter((claim) => claim.rows.every(hasPlatform));
  const share = ratio(decimal(covered.length), decimal(leaders.length));
  const known = !nothingKnown(rows, answers);
  return {
    value: share === null ? null : percent(share),
    ...(known && share === null ? { why: "denominator-missing" as const } : {}),
    answers: withUnjudged(answers, rows),
    sums: known ? { covered: decimal(covered.length), leaders: decimal(leaders.length) } : {},
    queries: queriesOf(
      claimsOf(rows, certifiedChain(register)),
      chain,
      (claim) => settled(claim) === chain && (claim.rows.every(hasPlatform) || !claim.rows.some(hasPlatform)),
    ),
    rows: leaders.flatMap((claim) => claim.rows),
    unitValue: (unit) => {
      const own = leaders.flatMap((claim) => claim.rows).filter((row) => row.unit === unit);
      const part = ratio(decimal(own.filter(hasPlatform).length), decimal(own.length));
      return part === null ? null : percent(part);
    },
  };
}

/** How many of the counties have enough of their own. A key claimed for two counties counts for neither. */
export function aggregateEachCounty(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  { register: id, atLeast }: Extract<Aggregation, { kind: "each-county" }>,
): Aggregate {
  const { register, rows, answers } = readRegister(context, facts, indicator, id);
  const field = fieldOf(register, "county");
  const claims = claimsOf(rows, (row) => text(row, field));
  const counties = context.plan.units
    .filter(({ kind }) => kind === "county")
    .map(({ key }) => ({
      unit: key,
      value: claims.filter((claim) => settled(claim) === key).length,
    }));
  const reached = counties.filter(({ value }) => value >= atLeast).length;
  return {
    value: nothingKnown(rows, answers) ? null : decimal(reached),
    answers: withUnjudged(answers, rows),
    sums: {},
    queries: distinctQueries(claims),
    rows: claims
      .filter((claim) => counties.some(({ unit }) => unit === settled(claim)))
      .flatMap((claim) => claim.rows),
    unitValue: (unit) => {
      const county = counties.find((each) => each.unit === unit);
      return county === undefined ? null : decimal(county.value);
    },
    counties,
    of: counties.length,
  };
}

function distinctQueries(claims: readonly Claim[]): Aggregate["queries"] {
  const groups = new Set(claims.flatMap(({ said }) => said));
  const all = [...groups].flatMap((group) => (group === null ? [] : queriesOf(claims, group)));
  const byKey = new Map(all.map((query) => [query.key, query]));
  // NOTE: a key claimed for two counties is counted for neither, whichever group is looked at.
  return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function readRegister(
  context: RollupContext,
  facts: PeriodFacts,
  indicator: Indicator,
  id: string,
  chain?: string,
): { register: Register; rows: readonly RowInForce[]; answers: readonly UnitAnswer[] } {
  const register = context.plan.registers.find((candidate) => candidate.id === id);
  if (register === undefined) throw new Error(`no register ${id} in the plan`);
  const { answers } = registerAnswers(context, facts.period, register);
  const item = indicatorItem(indicator.id, chain);
  const members = context.plan.settings.chainUnits.find((entry) => entry.chain === chain)?.units;
  return {
    register,
    rows: rowsInForce(context, facts.period, id),
    answers: answers
      .filter(({ unit }) => chain === undefined || members === undefined || members.includes(unit))
      .map((answer) => withNotApplicable(context, facts, answer, item)),
  };
}

/** 不涉及 given for the chain's figure itself: for chain items it needs no consent. */
function withNotApplicable(
  { includePending }: RollupContext,
  facts: PeriodFacts,
  answer: UnitAnswer,
  item: ReturnType<typeof indicatorItem>,
): UnitAnswer {
  const fact = facts.fact(item, answer.unit) ?? facts.standing(item, answer.unit);
  const chosen = includePending ? fact?.provisional : undefined;
  const unsaid = fact?.state === "returned" ? fact.accepted : (fact?.pending ?? fact?.accepted);
  const said = chosen?.body ?? unsaid;
  return said?.notApplicable === undefined || answer.state === "counted-inside"
    ? answer
    : { ...answer, state: "not-applicable", provisional: chosen ? [chosen.side] : [] };
}

/** Nobody answered and no row is in force: then there is no figure, not the figure 0. */
const nothingKnown = (rows: readonly RowInForce[], answers: readonly UnitAnswer[]): boolean =>
  rows.length === 0 && !answers.some(({ state }) => state === "counted");

const withUnjudged = (answers: readonly UnitAnswer[], rows: readonly RowInForce[]): readonly UnitAnswer[] =>
  answers.map((answer) =>
    rows.some(({ unit, unjudged }) => unjudged && unit === answer.unit)
      ? { ...answer, unjudged: true }
      : answer,
  );

function unitCount(
  claims: readonly Claim[],
  unit: UnitKey,
  group: string,
  answers: readonly UnitAnswer[],
): Decimal | null {
  const own = claims.filter((claim) =>
    claim.rows.some((row, index) => row.unit === unit && claim.said[index] === group),
  ).length;
  const answered = answers.some((answer) => answer.unit === unit && answer.state === "counted");
  return own > 0 || answered ? decimal(own) : null;
}

/** What a row says of itself: the group it counts in, or null. */
function deciding(
  register: Register,
  { where, since }: DistinctCount,
  period: Period,
  perChain: boolean,
): (row: RowInForce) => string | null {
  switch (where) {
    case "certified-leaders": {
      const certified = certifiedChain(register);
      return (row) => {
        const chain = certified(row);
        return perChain || chain === null ? chain : COUNTED;
      };
    }
    case "over-10-billion": {
      const [year, revenue] = [fieldOf(register, "year"), fieldOf(register, "amount")];
      const counted = String(monthsElapsed(period) === 12 ? yearOf(period) : yearOf(period) - 1);
      return (row) =>
        text(row, year) === counted && decimalOf(row.fields[revenue])?.gt(TEN_BILLION) ? COUNTED : null;
    }
    case "completed-in-year": {
      const date = fieldOf(register, "date");
      return (row) => (text(row, date)?.slice(0, 4) === String(yearOf(period)) ? COUNTED : null);
    }
    case "all": {
      if (since === undefined) return () => COUNTED;
      const date = fieldOf(register, "date");
      return (row) => ((text(row, date) ?? "") >= since ? COUNTED : null);
    }
  }
}

/** The chain of a row whose stage is the counted one, 认定: the stage's default. */
function certifiedChain(register: Register): (row: RowInForce) => string | null {
  const chain = fieldOf(register, "chain");
  const stage = register.fields.find(
    ({ kind, default: preset }) => kind === "choice" && preset !== undefined,
  );
  return (row) => {
    const at = stage === undefined ? undefined : (text(row, stage.id) ?? stage.default);
    return at === stage?.default ? text(row, chain) : null;
  };
}

const text = (row: RowInForce, field: string): string | null => row.fields[field] ?? null;

/** Id of the register's first field of a kind; the plan's check sees to it that there is one. */
function fieldOf(register: Register, kind: RegisterField["kind"]): string {
  const field = register.fields.find((candidate) => candidate.kind === kind);
  if (field === undefined) throw new Error(`register ${register.id} has no ${kind} field`);
  return field.id;
}
