import { z } from "zod";
import {
  publishedValueSchema,
  type IndicatorValue,
  type PublishedValue,
  type RegisterConfirmation,
  type RegisterRow,
} from "../ledger/record.ts";
import type { SubjectStatus } from "../ledger/subject-state.ts";
import { decimalSchema, periodSchema, unitKeySchema } from "../plan/ids.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { reasonSchema } from "./reason.ts";

/** What one subject holds, as `subjectState` tells it. */
interface SubjectFacts<Body> {
  readonly unit: UnitKey;
  readonly period: Period;
  readonly state: SubjectStatus;
  /** Latest accepted or 核定 body in the current value's ancestry; in a conflict the accepted common ancestor. */
  readonly accepted?: Body | undefined;
  /** The body on top where it is not the accepted one: waiting for the office, or (state `returned`) sent back. */
  readonly pending?: Body | undefined;
  /** 暂用: of the versions that differ, the one that the office has 含待审 count, with its number from 1. */
  readonly provisional?: { readonly side: number; readonly body: Body } | undefined;
}

/** `item` is `indicator:T02-1` or `indicator:T12-1/<chain>`. */
export interface ItemFacts extends SubjectFacts<IndicatorValue> {
  readonly item: Item;
}
export interface RowFacts extends SubjectFacts<RegisterRow> {
  readonly register: string;
  readonly key: string;
}
export interface ConfirmationFacts extends SubjectFacts<RegisterConfirmation> {
  readonly register: string;
}
export interface PublishedFacts extends PublishedValue {
  readonly item: Item;
  readonly period: Period;
}

/** All that a roll-up reads. `factsOf` makes one from plain arrays. Each list may come in any order. */
export interface FactsSource {
  /** `indicator:` subjects of exactly this period, the office's own among them. */
  items(period: Period): readonly ItemFacts[];
  /** `indicator:` subjects whose latest one before this period says 不涉及, which stands until changed. */
  standing(period: Period): readonly ItemFacts[];
  /** All rows of the register, of every period, later ones too: a withdrawal uncounts a row throughout. */
  rows(register: string): readonly RowFacts[];
  confirmations(register: string): readonly ConfirmationFacts[];
  published(period: Period): readonly PublishedFacts[];
}

/** Who reports in which period stands in the plan (`reportingUnits`). */
export interface RollupInput {
  readonly plan: Plan;
  readonly period: Period;
  readonly facts: FactsSource;
  /** 含待审: unjudged values count too, and the figure says so. Returned ones never do, unless 暂用 was chosen. */
  readonly includePending: boolean;
}

export const lightSchema = z.enum(["grey", "green", "yellow", "red"]);
export type Light = z.infer<typeof lightSchema>;

const unitList = z.array(unitKeySchema);
const valueOrNull = decimalSchema.nullable();

/** A figure rounded to at most six decimals, and as shown: rounded once, half up, to the indicator's places. */
const shown = { value: valueOrNull, display: z.string() };

/**
 * `counted` gives the figure; the others are named beside it. `pending`, `returned`, `conflict`: nothing accepted
 * stands behind it. `counted-inside`: a zone whose figures a county's already hold.
 */
export const unitStateSchema = z.enum([
  "counted",
  "missing",
  "no-data",
  "not-applicable",
  "pending",
  "returned",
  "conflict",
  "counted-inside",
]);
export type UnitState = z.infer<typeof unitStateSchema>;

export const unitFigureSchema = z.strictObject({
  unit: unitKeySchema,
  state: unitStateSchema,
  ...shown,
  /** County target of the year, completion and light against it; null without one, shown as “—”. */
  target: valueOrNull,
  completion: valueOrNull,
  light: lightSchema,
  reason: reasonSchema,
  /** What a growth or a ratio was made of, by input, as entered; empty where the unit is not in the figure. */
  sums: z.record(z.string(), decimalSchema).optional(),
  /** One value per input where an indicator has no grand total; as entered. */
  parts: z.record(z.string(), decimalSchema).optional(),
  /** 暂用: numbers of the sides that stand in for versions that differ, one for each item; absent without any. */
  provisional: z.array(z.int()).optional(),
});
export type UnitFigure = z.infer<typeof unitFigureSchema>;

/** One register key named by several units. `counted`: once, since they agree; else 待核, in no figure. */
export const querySchema = z.strictObject({ key: z.string(), units: unitList, counted: z.boolean() });
export type Query = z.infer<typeof querySchema>;

export const figureSchema = z.strictObject({
  id: z.string(),
  chain: z.string().optional(),
  ...shown,
  unit: z.string(),
  /** Target of the period's year (annual target, else the plan's where its year has come); null where none. */
  target: valueOrNull,
  /** Per cent of the target; null for growth, ratios and ranks. */
  completion: valueOrNull,
  /** Per cent of the target that should be reached by now; null without a schedule. */
  schedule: valueOrNull,
  /** Value less target in the unit of measure: 百分点 for percentages, places for ranks (negative = better). */
  gap: valueOrNull,
  met: z.boolean().nullable(),
  /** 超过计划区间. */
  exceeded: z.literal(true).optional(),
  light: lightSchema,
  reason: reasonSchema,
  /** Every expected unit is in the figure. */
  complete: z.boolean(),
  includesPending: z.boolean(),
  published: z.strictObject({ ...publishedValueSchema.shape, difference: valueOrNull }).optional(),
  secondary: z.strictObject({
    /** 同比 %, over the units that gave both figures only. */
    yearOnYear: z.strictObject({ ...shown, units: z.int() }).optional(),
    /** Geometric mean of the complete Decembers: `years` of `of`. */
    average: z.strictObject({ ...shown, years: z.int(), of: z.int(), gap: valueOrNull }).optional(),
    /** One figure per input where there is no grand total; the office's ranks and milestones after them. */
    parts: z.array(z.strictObject({ input: z.string(), ...shown })).optional(),
    /** Figures of the ten counties. */
    counties: z.array(z.strictObject({ unit: unitKeySchema, value: z.int() })).optional(),
    /** Earlier figure that an upward target is held against. */
    baseline: z.strictObject({ value: decimalSchema, from: z.string() }).optional(),
  }),
  /** Numerator and denominator, or current and prior, that the figure was made of, as entered. */
  sums: z.record(z.string(), decimalSchema),
  queries: z.array(querySchema),
  units: z.strictObject({
    reported: z.int(),
    expected: z.int(),
    notApplicable: z.int(),
    missing: unitList,
    noData: unitList,
    /** A value or correction waits for the office. */
    pending: unitList,
    returned: unitList,
    conflict: unitList,
  }),
  byUnit: z.array(unitFigureSchema),
});
export type Figure = z.infer<typeof figureSchema>;

export const rollupResultSchema = z.strictObject({
  period: periodSchema,
  includePending: z.boolean(),
  indicators: z.array(figureSchema),
});
export type RollupResult = z.infer<typeof rollupResultSchema>;
