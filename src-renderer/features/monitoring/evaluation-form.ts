import {
  canWeigh,
  evaluationSettingsSchema,
  noWeights,
  type EvaluationSettings,
  type IndicatorWeight,
} from "#shared/evaluation/evaluation-settings.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { DecimalString } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";

/** The settings as they are being typed. */
export type Typed = {
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly ways: readonly IndicatorWeight["by"][];
    readonly by: IndicatorWeight["by"] | "none";
    readonly weight: string;
    readonly full: string;
  }[];
  readonly timeliness: string;
  readonly deductions: Readonly<Record<keyof EvaluationSettings["deductions"], string>>;
  readonly grades: readonly { readonly name: string; readonly from: string }[];
};

export function typedOf(plan: Plan, stored: EvaluationSettings | null): Typed {
  const { indicators, timeliness, deductions, grades } = stored ?? noWeights;
  return {
    indicators: plan.indicators
      .filter((indicator) => canWeigh(indicator).length > 0)
      .map((indicator) => {
        const set = indicators.find((each) => each.indicator === indicator.id);
        return {
          id: indicator.id,
          name: indicator.name,
          ways: canWeigh(indicator),
          by: set?.by ?? "none",
          weight: set?.weight ?? "",
          full: set?.by === "growth" ? set.full : "",
        };
      }),
    timeliness: timeliness ?? "",
    deductions: stored === null ? { returned: "", late: "", missing: "" } : deductions,
    grades,
  };
}

type Said = { readonly settings: EvaluationSettings } | { readonly problem: string };
class Problem extends Error {}

/** What was typed as settings, or the first sentence that says what to mend. */
export function settingsIn(t: Translate, typed: Typed): Said {
  try {
    return { settings: readSettings(t, typed) };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    throw error;
  }
}

function readSettings(t: Translate, typed: Typed): EvaluationSettings {
  const points = (name: string, text: string): DecimalString => {
    const read = normalizeDecimal(text);
    if (!read.ok || !/^\d{1,4}(\.\d{1,2})?$/.test(read.value))
      throw new Problem(t("evaluation:notPoints", { name }));
    return read.value;
  };
  const positive = (name: string, text: string): DecimalString => {
    const value = points(name, text);
    if (value === "0") throw new Problem(t("evaluation:notPositive", { name }));
    return value;
  };
  const taken = (what: keyof Typed["deductions"]): DecimalString =>
    typed.deductions[what].trim() === ""
      ? noWeights.deductions[what]
      : points(t(`evaluation:each.${what}`), typed.deductions[what]);
  const indicators = typed.indicators.flatMap(({ id, name, by, weight, full }): IndicatorWeight[] => {
    if (by === "none") return [];
    const set = { indicator: id, weight: positive(t("evaluation:weightOf", { name }), weight) };
    return [
      by === "completion"
        ? { ...set, by }
        : { ...set, by, full: positive(t("evaluation:fullGrowthOf", { name }), full) },
    ];
  });
  const timeliness =
    typed.timeliness.trim() === "" ? null : positive(t("evaluation:timelinessWeight"), typed.timeliness);
  if (indicators.length === 0 && timeliness === null) throw new Problem(t("evaluation:nothingSet"));
  const grades = typed.grades.map(({ name, from }, index) => {
    const no = index + 1;
    if (name.trim() === "") throw new Problem(t("evaluation:gradeUnnamed", { no }));
    return { name: name.trim(), from: points(t("evaluation:gradePointsOf", { no }), from) };
  });
  if (new Set(grades.map(({ from }) => from)).size < grades.length)
    throw new Problem(t("evaluation:gradeTwice"));
  const deductions = { returned: taken("returned"), late: taken("late"), missing: taken("missing") };
  return evaluationSettingsSchema.parse({ v: 1, indicators, timeliness, deductions, grades });
}
