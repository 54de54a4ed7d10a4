import { z } from "zod";
import { decimalSchema, nameSchema, type DecimalString } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { decimal } from "../rollup/decimal.ts";

/** Two decimals, so that every part can be printed as it counts. */
const pointsSchema = decimalSchema.refine((text) => /^\d{1,4}(\.\d{1,2})?$/.test(text), {
  message: "points",
});
const positiveSchema = pointsSchema.refine((text) => text !== "0", { message: "zero" });

/** Of an indicator: its completion against the county's own target, or its growth against the rate that gets all. */
const weightSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("completion"), indicator: nameSchema, weight: positiveSchema }),
  /** `full`: per cent of growth that gets the whole weight. */
  z.strictObject({
    by: z.literal("growth"),
    indicator: nameSchema,
    weight: positiveSchema,
    full: positiveSchema,
  }),
]);

/** 考核办法 of the office. The notice gives no weights: nothing here has a value of its own. Points, not per cent. */
export const evaluationSettingsSchema = z
  .strictObject({
    v: z.literal(1),
    indicators: z.array(weightSchema).max(60),
    /** Weight of 按时率; null where it is no part. */
    timeliness: positiveSchema.nullable(),
    /** Points taken off per item; 0 takes nothing. */
    deductions: z.strictObject({ returned: pointsSchema, late: pointsSchema, missing: pointsSchema }),
    /** 等次: the name from so many points on. */
    grades: z.array(z.strictObject({ name: z.string().trim().min(1).max(20), from: pointsSchema })).max(10),
  })
  .refine(
    ({ indicators }) => new Set(indicators.map(({ indicator }) => indicator)).size === indicators.length,
    {
      message: "indicator twice",
    },
  )
  .refine(({ grades }) => new Set(grades.map(({ from }) => from)).size === grades.length, {
    message: "threshold twice",
  });
export type EvaluationSettings = z.infer<typeof evaluationSettingsSchema>;
export type IndicatorWeight = EvaluationSettings["indicators"][number];

export const NO_POINTS: DecimalString = decimalSchema.parse("0");

export const noWeights: EvaluationSettings = {
  v: 1,
  indicators: [],
  timeliness: null,
  deductions: { returned: NO_POINTS, late: NO_POINTS, missing: NO_POINTS },
  grades: [],
};

/** What can be weighed so: completion where a county can have a target, growth where a figure has one of last year. */
export const canWeigh = (indicator: Indicator): readonly IndicatorWeight["by"][] => {
  if (indicator.from === "office" || indicator.perChain) return [];
  const { measure } = indicator;
  if (measure === "growth") return ["growth"];
  return measure === "year-flow" || measure === "count" ? ["completion", "growth"] : [];
};

/** Whether every weight names an indicator of the plan that can be weighed so. */
export const fitsPlan = (plan: Plan, { indicators }: EvaluationSettings): boolean =>
  indicators.every(({ indicator, by }) => {
    const found = plan.indicators.find(({ id }) => id === indicator);
    return found !== undefined && canWeigh(found).includes(by);
  });

/** The most that a unit can reach. */
export const fullMarks = ({ indicators, timeliness }: EvaluationSettings) =>
  indicators.reduce((total, { weight }) => total.plus(decimal(weight)), decimal(timeliness ?? NO_POINTS));
