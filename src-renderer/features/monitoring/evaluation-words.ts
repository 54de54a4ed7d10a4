import type { Part, Score } from "#shared/evaluation/evaluate.ts";
import type { EvaluationSettings, IndicatorWeight } from "#shared/evaluation/evaluation-settings.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { decimalSchema, type DecimalString } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { decimal } from "#shared/rollup/decimal.ts";
import { formatExact, formatDecimal } from "#shared/rollup/format-decimal.ts";
import { given, type DataTable } from "../../components/data-table.tsx";

const DASH = "—";
export const indicatorName = (plan: Plan, id: string): string =>
  plan.indicators.find((indicator) => indicator.id === id)?.name ?? id;

export const pointsText = (points: DecimalString | null): string =>
  points === null ? DASH : formatDecimal(points, 2).replace("-", "−");

/** A part as it is read: what it is, from which figures, how many points, or why none. */
export type PartLine = {
  readonly name: string;
  readonly figure: string;
  readonly against: string;
  readonly rate: string;
  readonly weight: string;
  readonly points: string;
  readonly why: string;
};

const exact = (figure: DecimalString | null): string => (figure === null ? DASH : formatExact(figure));
const perCent = (figure: DecimalString | null): string => (figure === null ? DASH : formatDecimal(figure, 1));

export function partLine(t: Translate, plan: Plan, part: Part): PartLine {
  switch (part.kind) {
    case "indicator":
      return {
        name: t("evaluation:partOf", {
          name: indicatorName(plan, part.indicator),
          by: t(`evaluation:by.${part.by}`),
        }),
        figure: exact(part.figure),
        against: exact(part.against),
        rate: perCent(part.rate),
        weight: exact(part.weight),
        points: pointsText(part.points),
        why: part.why === null ? "" : t(`evaluation:why.${part.why}`),
      };
    case "timeliness":
      return {
        name: t("evaluation:timeliness"),
        figure: t("evaluation:onTimeOf", { onTime: part.onTime, of: part.of }),
        against: DASH,
        rate: perCent(part.share),
        weight: exact(part.weight),
        points: pointsText(part.points),
        why: part.why === null ? "" : t(`evaluation:why.${part.why}`),
      };
    case "deduction":
      return {
        name: t(`evaluation:deduction.${part.what}`),
        figure: t("evaluation:perItem", { count: part.count, each: part.each }),
        against: DASH,
        rate: DASH,
        weight: DASH,
        points: pointsText(part.points),
        why: "",
      };
  }
}

/** The parts that have no points, each with its reason. */
export const gapsIn = (t: Translate, plan: Plan, { parts }: Score): string[] =>
  parts.flatMap((part) => {
    if (part.kind === "deduction" || part.why === null) return [];
    const name =
      part.kind === "timeliness" ? t("evaluation:timeliness") : indicatorName(plan, part.indicator);
    return [t("evaluation:gap", { part: name, why: t(`evaluation:why.${part.why}`) })];
  });

/** The settings in sentences: what stands beside every result that leaves the page. */
export function rulesText(t: Translate, plan: Plan, settings: EvaluationSettings): string[] {
  const { timeliness, deductions, grades } = settings;
  const ofIndicator = (set: IndicatorWeight): string => {
    const named = { name: indicatorName(plan, set.indicator), weight: set.weight };
    return set.by === "completion"
      ? t("evaluation:ruleCompletion", named)
      : t("evaluation:ruleGrowth", { ...named, full: set.full });
  };
  const ordered = grades.toSorted((a, b) => decimal(b.from).comparedTo(decimal(a.from)));
  return [
    ...settings.indicators.map(ofIndicator),
    ...(timeliness === null ? [] : [t("evaluation:ruleTimeliness", { weight: timeliness })]),
    t("evaluation:ruleDeductions", deductions),
    ...(grades.length === 0
      ? []
      : [
          t("evaluation:ruleGrades", {
            grades: ordered
              .map(({ name, from }) => t("evaluation:gradeFrom", { name, from }))
              .join(t("common:listSeparator")),
          }),
        ]),
    t("evaluation:ruleGaps"),
  ];
}

type Result = {
  readonly settings: EvaluationSettings;
  readonly scores: readonly Score[];
  readonly full: DecimalString;
};

/** Every unit's parts and total, then the settings they were worked out by. */
export function evaluationTable(t: Translate, plan: Plan, period: string, result: Result): DataTable {
  const heads = [
    ["unit", 12],
    ["part", 36],
    ["figure", 16],
    ["against", 18],
    ["rate", 18],
    ["weight", 10],
    ["points", 10],
    ["why", 24],
    ["grade", 10],
  ] as const;
  const figure = (text: string) => ({
    text: text.replaceAll(",", "").replace("−", "-"),
    kind: decimalSchema.safeParse(text.replaceAll(",", "")).success
      ? ("figure" as const)
      : ("given" as const),
  });
  return {
    name: t("evaluation:tableName", { period }),
    columns: heads.map(([head, width]) => ({ head: t(`evaluation:${head}`), width })),
    rows: result.scores.flatMap((score) => {
      const unit = given(unitName(plan, score.unit));
      return [
        ...score.parts.map((part) => {
          const line = partLine(t, plan, part);
          return [
            unit,
            given(line.name),
            figure(line.figure),
            figure(line.against),
            figure(line.rate),
            figure(line.weight),
            {
              text: part.points ?? DASH,
              kind: part.points === null ? ("given" as const) : ("figure" as const),
            },
            given(line.why),
            given(""),
          ];
        }),
        [
          unit,
          given(t("evaluation:sum")),
          given(""),
          given(""),
          given(""),
          figure(result.full),
          score.total === null ? given(DASH) : { text: score.total, kind: "figure" as const },
          given(gapsIn(t, plan, score).join(t("common:sentenceSeparator"))),
          given(score.grade ?? DASH),
        ],
      ];
    }),
    notes: chunked(rulesText(t, plan, result.settings)),
  };
}

/** A table takes ten notes: the rest share the last. */
function chunked(lines: readonly string[]): string[] {
  return lines.length <= 10 ? [...lines] : [...lines.slice(0, 9), lines.slice(9).join("")];
}
