import { UNRANKED } from "#shared/checks/draft.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { IndicatorInput } from "#shared/plan/schema.ts";
import { decimalOf, percent, ratio } from "#shared/rollup/decimal.ts";
import { formatDecimal } from "#shared/rollup/format-decimal.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { computedFigure } from "../../../components/computed-figure.ts";
import { groupFigure } from "../../../app/figures.ts";
import { standing } from "../../../app/drafts.ts";
import type { IndicatorRow } from "./rows.ts";

type Answer = Draft | RevisionBody | null;

/** Least decimals that a figure of this input is shown with. */
const decimalsOf = ({ kind }: IndicatorInput): number => (kind === "amount" ? 2 : 0);

const inputsOf = (answer: Answer): Readonly<Record<string, string | boolean>> =>
  answer !== null && "inputs" in answer && answer.inputs !== undefined ? answer.inputs : {};

/** As typed or sealed; `""` where blank. */
export const rawValue = (answer: Answer, input: string): string | boolean => inputsOf(answer)[input] ?? "";

/** What a cell shows of an answer: figures grouped, 不涉及 and 暂无数据 as words, what is no number as typed. */
export function cellText(t: Translate, row: IndicatorRow, answer: Answer): string {
  if (answer === null) return "";
  if ("notApplicable" in answer && answer.notApplicable !== undefined) return t("entry:answerNotApplicable");
  if ("noData" in answer && answer.noData !== undefined) return t("entry:answerNoData");
  if (row.input === undefined) return computedText(row, answer);
  const value = rawValue(answer, row.input.id);
  if (typeof value === "boolean") return t(value ? "common:yes" : "common:no");
  if (value === UNRANKED) return t("entry:unranked");
  const figure = normalizeDecimal(value);
  return figure.ok ? groupFigure(figure.value, decimalsOf(row.input)) : value;
}

function computedText(row: IndicatorRow, answer: Answer): string {
  const inputs = Object.fromEntries(
    Object.entries(inputsOf(answer)).map(([id, value]) => {
      const figure = typeof value === "string" ? normalizeDecimal(value) : null;
      return [id, figure?.ok === true ? figure.value : value];
    }),
  );
  const figure = computedFigure(row.asked.indicator, inputs);
  return figure === null ? "" : groupFigure(figure.value, figure.decimals);
}

export const isComputed = ({ asked, input }: IndicatorRow): boolean =>
  input === undefined && computedUnit(asked.indicator.aggregation.kind);

const computedUnit = (kind: string): boolean => ["growth", "ratio-of-sums", "office-ratio"].includes(kind);

export const unitOf = (row: IndicatorRow): string =>
  row.input?.unit ?? (isComputed(row) ? row.asked.indicator.unit : "");

const numberOf = (answer: Answer, input: string) => {
  const value = rawValue(answer, input);
  const figure = typeof value === "string" ? normalizeDecimal(value) : null;
  return figure?.ok === true ? decimalOf(figure.value) : null;
};

/** `+9.7`: against the comparable figure where one was given, else against last year's report; amounts and counts only. */
export function growthText(row: IndicatorRow): string {
  const { input, asked, view } = row;
  if (input === undefined || (input.kind !== "amount" && input.kind !== "count")) return "";
  const { aggregation } = asked.indicator;
  const answer = standing(view);
  const now = numberOf(answer, input.id);
  const comparable =
    aggregation.kind === "sum" && aggregation.input === input.id && aggregation.prior !== undefined
      ? numberOf(answer, aggregation.prior)
      : null;
  const before = comparable ?? numberOf(view.lastYear?.body ?? null, input.id);
  const factor = now === null || before === null ? null : ratio(now, before);
  if (factor === null) return "";
  const change = percent(factor.minus(1));
  const text = formatDecimal(change, 1).replace("-", "−");
  return change.isNegative() ? text : `+${text}`;
}
