import { z } from "zod";
import { endsYear, periodsOf, yearOf } from "../plan/calendar.ts";
import { periodSchema, type Period } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { rollUp } from "./roll-up.ts";
import { figureSchema, type FactsSource, type Figure } from "./types.ts";

/** City figures along time: the plan's year ends side by side, and the periods of a year beside those of the last. */

const pointSchema = figureSchema
  .pick({
    id: true,
    chain: true,
    value: true,
    display: true,
    unit: true,
    target: true,
    completion: true,
    schedule: true,
    light: true,
    complete: true,
  })
  .extend({
    reported: z.int(),
    expected: z.int(),
    /** Geometric mean of the complete Decembers so far; growth alone has one. */
    average: figureSchema.shape.secondary.shape.average,
  });
export type Point = z.infer<typeof pointSchema>;

export const seriesSchema = z.strictObject({
  /** Last periods of the plan's years, oldest first; those that have not come hold no figures. */
  years: z.array(periodSchema),
  /** Periods of the asked one's year and of the year before, oldest first. */
  periods: z.array(periodSchema),
  columns: z.array(z.strictObject({ period: periodSchema, points: z.array(pointSchema) })),
});
export type Series = z.infer<typeof seriesSchema>;

/** Nothing after `period` is read; missing stays missing. */
export function seriesAt(plan: Plan, period: Period, facts: FactsSource, includePending: boolean): Series {
  const all = periodsOf(plan);
  const { startYear, endYear } = plan.document;
  const years = all.filter((each) => endsYear(each) && yearOf(each) >= startYear && yearOf(each) <= endYear);
  const year = yearOf(period);
  const periods = all.filter((each) => yearOf(each) === year || yearOf(each) === year - 1);
  const asked = all.filter((each) => each <= period && (years.includes(each) || periods.includes(each)));
  return {
    years,
    periods,
    columns: asked.map((at) => ({
      period: at,
      points: rollUp({ plan, period: at, facts, includePending }).indicators.map(pointOf),
    })),
  };
}

const pointOf = (figure: Figure): Point => ({
  id: figure.id,
  ...(figure.chain === undefined ? {} : { chain: figure.chain }),
  value: figure.value,
  display: figure.display,
  unit: figure.unit,
  target: figure.target,
  completion: figure.completion,
  schedule: figure.schedule,
  light: figure.light,
  complete: figure.complete,
  reported: figure.units.reported,
  expected: figure.units.expected,
  ...(figure.secondary.average === undefined ? {} : { average: figure.secondary.average }),
});

export const pointAt = (
  { columns }: Series,
  period: Period,
  { id, chain }: Pick<Point, "id" | "chain">,
): Point | undefined =>
  columns
    .find((column) => column.period === period)
    ?.points.find((point) => point.id === id && point.chain === chain);
