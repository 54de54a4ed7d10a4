import { z } from "zod";
import { decimalSchema, nameSchema, unitKeySchema, type DecimalString, type UnitKey } from "../plan/ids.ts";
import {
  decimal,
  HUNDRED,
  percent,
  ratio,
  sum,
  toDecimalString,
  ZERO,
  type Decimal,
} from "../rollup/decimal.ts";
import {
  fullMarks,
  NO_POINTS,
  type EvaluationSettings,
  type IndicatorWeight,
} from "./evaluation-settings.ts";

const figure = decimalSchema.nullable();

/** Why a part has no points: nothing is put in its place. */
const gapSchema = z.enum(["no-figure", "no-target", "no-last-year", "not-applicable", "not-due"]);

/** `points` null: shown as “—”, with `why`. `share`: per cent of the weight that is reached, 0…100. */
export const partSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("indicator"),
    indicator: nameSchema,
    by: z.enum(["completion", "growth"]),
    figure,
    /** The county's own target, or the same period's figure last year. */
    against: figure,
    /** Completion or growth, in per cent, before it is held within 0…100 % of the weight. */
    rate: figure,
    share: figure,
    weight: decimalSchema,
    points: figure,
    why: gapSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal("timeliness"),
    onTime: z.int(),
    of: z.int(),
    share: figure,
    weight: decimalSchema,
    points: figure,
    why: gapSchema.nullable(),
  }),
  /** Taken off: `points` is 0 or negative, and never more than there is to take. */
  z.strictObject({
    kind: z.literal("deduction"),
    what: z.enum(["returned", "late", "missing"]),
    count: z.int(),
    each: decimalSchema,
    points: decimalSchema,
  }),
]);
export type Part = z.infer<typeof partSchema>;

/** `total` is the sum of the parts that have points, null where none but deductions has. `grade` null: not every part has, or no threshold is reached. */
export const scoreSchema = z.strictObject({
  unit: unitKeySchema,
  parts: z.array(partSchema),
  total: figure,
  complete: z.boolean(),
  grade: z.string().nullable(),
});
export type Score = z.infer<typeof scoreSchema>;

/** A unit's figure of an indicator as the roll-up has it: accepted values only. */
export interface KnownFigure {
  readonly figure: DecimalString | null;
  readonly target: DecimalString | null;
  readonly lastYear: DecimalString | null;
  readonly notApplicable: boolean;
  /** The figure is a rate of growth itself. */
  readonly isRate: boolean;
}

/** What is known of one unit in a period. */
export interface EvaluatedUnit {
  readonly unit: UnitKey;
  readonly figures: ReadonlyMap<string, KnownFigure>;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  /** Items that came back at least once. */
  readonly returned: number;
}

/** Points have two decimals, each part rounded once, half up: the printed parts add up to the printed total. */
const PLACES = 2;
const text = (value: Decimal, places?: number): DecimalString => toDecimalString(value, places) ?? NO_POINTS;
const textOrNull = (value: Decimal | null): DecimalString | null =>
  value === null ? null : toDecimalString(value);

/** One unit against the office's settings; no other unit has a say in it. */
export function evaluate(settings: EvaluationSettings, known: EvaluatedUnit): Score {
  const gained = [
    ...settings.indicators.map((weight) => indicatorPart(weight, known.figures.get(weight.indicator))),
    ...(settings.timeliness === null ? [] : [timelinessPart(settings.timeliness, known)]),
  ];
  const reached = sum(gained.map(({ points }) => decimal(points ?? 0)));
  const taken = deductionParts(settings, known, reached);
  const total = sum([reached, ...taken.map(({ points }) => decimal(points))]);
  const complete = gained.length > 0 && gained.every(({ points }) => points !== null);
  return {
    unit: known.unit,
    parts: [...gained, ...taken],
    total: gained.some(({ points }) => points !== null) ? text(total, PLACES) : null,
    complete,
    grade: complete ? gradeOf(settings, total) : null,
  };
}

type IndicatorPart = Extract<Part, { kind: "indicator" }>;

function indicatorPart(set: IndicatorWeight, known: KnownFigure | undefined): IndicatorPart {
  const { by, indicator, weight } = set;
  const against = by === "completion" ? (known?.target ?? null) : (known?.lastYear ?? null);
  const at = { kind: "indicator" as const, indicator, by, figure: known?.figure ?? null, against, weight };
  const without = (why: NonNullable<IndicatorPart["why"]>): IndicatorPart => ({
    ...at,
    rate: null,
    share: null,
    points: null,
    why,
  });
  if (known?.notApplicable === true) return without("not-applicable");
  if (known === undefined || known.figure === null) return without("no-figure");
  const rate = rateOf(by, known);
  if (rate === null) return without(by === "completion" ? "no-target" : "no-last-year");
  const share = held(set.by === "growth" ? rate.div(decimal(set.full)).times(HUNDRED) : rate);
  return {
    ...at,
    rate: textOrNull(rate),
    share: textOrNull(share),
    points: pointsOf(share, weight),
    why: null,
  };
}

/** Per cent; null without what it is held against. A last year of 0 or below gives no growth. */
function rateOf(
  by: IndicatorWeight["by"],
  { figure: now, target, lastYear, isRate }: KnownFigure,
): Decimal | null {
  if (now === null) return null;
  if (by === "growth" && isRate) return decimal(now);
  const base = by === "completion" ? target : lastYear;
  if (base === null || decimal(base).lte(0)) return null;
  const share = ratio(decimal(now), decimal(base));
  return share === null ? null : percent(by === "completion" ? share : share.minus(1));
}

const held = (share: Decimal): Decimal => (share.lt(ZERO) ? ZERO : share.gt(HUNDRED) ? HUNDRED : share);
const pointsOf = (share: Decimal, weight: DecimalString): DecimalString =>
  text(decimal(weight).times(share).div(HUNDRED), PLACES);

function timelinessPart(
  weight: DecimalString,
  { onTime, late, missing }: EvaluatedUnit,
): Extract<Part, { kind: "timeliness" }> {
  const of = onTime + late + missing;
  const rate = ratio(decimal(onTime), decimal(of));
  const share = rate === null ? null : percent(rate);
  return {
    kind: "timeliness",
    onTime,
    of,
    share: textOrNull(share),
    weight,
    points: share === null ? null : pointsOf(share, weight),
    why: share === null ? "not-due" : null,
  };
}

type Deduction = Extract<Part, { kind: "deduction" }>;

function deductionParts(
  { deductions }: EvaluationSettings,
  known: EvaluatedUnit,
  reached: Decimal,
): Deduction[] {
  let left = reached;
  return (["returned", "late", "missing"] as const).flatMap((what): Deduction[] => {
    const each = deductions[what];
    if (each === "0") return [];
    const asked = decimal(each).times(known[what]).toDecimalPlaces(PLACES);
    const taken = asked.gt(left) ? left : asked;
    left = left.minus(taken);
    return [{ kind: "deduction", what, count: known[what], each, points: text(taken.negated(), PLACES) }];
  });
}

function gradeOf({ grades }: EvaluationSettings, total: Decimal): string | null {
  const reached = grades.filter(({ from }) => total.gte(decimal(from)));
  return reached.toSorted((a, b) => decimal(b.from).comparedTo(decimal(a.from)))[0]?.name ?? null;
}

export const evaluationSchema = z.strictObject({
  full: decimalSchema,
  scores: z.array(scoreSchema),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

export const evaluateAll = (settings: EvaluationSettings, units: readonly EvaluatedUnit[]): Evaluation => ({
  full: text(fullMarks(settings)),
  scores: units.map((unit) => evaluate(settings, unit)),
});
