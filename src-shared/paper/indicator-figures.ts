import type { IndicatorDraft } from "../checks/draft.ts";
import type { Indicator, IndicatorInput } from "../plan/schema.ts";
import { percent, ratio, toYi, type Decimal } from "../rollup/decimal.ts";
import { DASH, formatDecimal } from "../rollup/format-decimal.ts";
import { printedFigure, typedDecimal, YI_PLACES } from "./typed-figure.ts";
import type { FigureCell } from "./unit-sheet-model.ts";

/** One unit's figure of an indicator as the 指标调度表 shows it: now, a year before, and the change between. */
export interface RowFigures {
  readonly name: string;
  readonly isPart: boolean;
  readonly unit: string;
  readonly current: FigureCell;
  readonly prior: FigureCell;
  readonly change: FigureCell;
}

export const NO_FIGURE: FigureCell = { text: DASH, tone: "plain", small: "" };
export const word = (text: string): FigureCell => ({ text, tone: "plain", small: "" });
export const MISSING: FigureCell = { text: "未报", tone: "missing", small: "" };
const figure = (text: string, small = ""): FigureCell => ({ text, tone: "figure", small });

const plain = (value: Decimal, places: number): string => formatDecimal(value, places, { group: false });

/** Rows of one item: one, or one for each input where there is no grand total. Null drafts say nothing. */
export function rowFigures(
  indicator: Indicator,
  inputs: readonly IndicatorInput[],
  draft: IndicatorDraft | null,
  lastYear: IndicatorDraft | null,
): RowFigures[] {
  const { aggregation } = indicator;
  const byId = (id: string): IndicatorInput | undefined => inputs.find((input) => input.id === id);
  switch (aggregation.kind) {
    case "sum":
      return summed(
        indicator,
        byId(aggregation.input),
        aggregation.prior,
        { draft, lastYear },
        indicator.name,
      );
    case "growth": {
      const current = byId(aggregation.current);
      return summed(indicator, current, aggregation.prior, { draft, lastYear }, current?.name ?? "");
    }
    case "ratio-of-sums":
    case "office-ratio":
      return [
        ratioRow(indicator, byId(aggregation.numerator), byId(aggregation.denominator), draft, lastYear),
      ];
    case "all-of":
      if (inputs.length > 1) return [countedRow(indicator, inputs, draft)];
      break;
    default:
  }
  return inputs.map((input) => inputRow(indicator, input, draft, lastYear));
}

interface Said {
  readonly draft: IndicatorDraft | null;
  readonly lastYear: IndicatorDraft | null;
}

/**
 * An amount beside the one of a year before: the comparable figure that is asked with it; where none is asked, what
 * the unit reported then.
 */
function summed(
  indicator: Indicator,
  input: IndicatorInput | undefined,
  priorId: string | undefined,
  { draft, lastYear }: Said,
  name: string,
): RowFigures[] {
  if (input === undefined) return [];
  const isAsked = priorId !== undefined && indicator.inputs.some(({ id }) => id === priorId);
  const [now, before] = [typed(draft, input.id), isAsked ? typed(draft, priorId) : typed(lastYear, input.id)];
  const isMoney = input.kind === "amount" && input.unit === "万元";
  return [
    {
      name,
      isPart: indicator.partOf !== undefined,
      unit: isMoney ? "亿元" : input.unit,
      current: inputCell(input, now),
      prior: inputCell(input, before),
      change: isMoney ? growth(valueOf(now), valueOf(before)) : NO_FIGURE,
    },
  ];
}

function growth(now: Decimal | null, before: Decimal | null): FigureCell {
  const share = now === null || before === null ? null : ratio(now.minus(before), before);
  return share === null ? NO_FIGURE : figure(plain(percent(share), 1));
}

function ratioRow(
  indicator: Indicator,
  numerator: IndicatorInput | undefined,
  denominator: IndicatorInput | undefined,
  draft: IndicatorDraft | null,
  lastYear: IndicatorDraft | null,
): RowFigures {
  const { decimals } = indicator;
  const shareOf = (said: IndicatorDraft | null): Decimal | null => {
    const [part, whole] = [numerator, denominator].map((input) => input && valueOf(typed(said, input.id)));
    const share = part && whole ? ratio(part, whole) : null;
    return share === null ? null : percent(share);
  };
  const cell = (said: IndicatorDraft | null): FigureCell => {
    const share = shareOf(said);
    if (numerator === undefined || denominator === undefined) return NO_FIGURE;
    const [part, whole] = [numerator, denominator].map((input) => amount(input, typed(said, input.id)));
    if (part === "" && whole === "") return NO_FIGURE;
    const isMoney = numerator.unit === "万元" && denominator.unit === "万元";
    return {
      ...(share === null ? NO_FIGURE : figure(plain(share, decimals))),
      small: `${part || DASH}÷${whole || DASH}${isMoney ? "亿元" : denominator.unit}`,
    };
  };
  const [now, before] = [shareOf(draft), shareOf(lastYear)];
  return {
    name: indicator.name,
    isPart: indicator.partOf !== undefined,
    unit: "%",
    current: cell(draft),
    prior: before === null ? NO_FIGURE : figure(plain(before, decimals)),
    change: now === null || before === null ? NO_FIGURE : points(now.minus(before), decimals),
  };
}

/** A difference of percentages: `+1.4` 百分点. */
export function points(difference: Decimal, decimals: number): FigureCell {
  const text = plain(difference, decimals);
  return figure(text.startsWith("-") || !/[1-9]/u.test(text) ? text : `+${text}`, "百分点");
}

/** Several answers of yes or no: how many are yes. */
function countedRow(
  indicator: Indicator,
  inputs: readonly IndicatorInput[],
  draft: IndicatorDraft | null,
): RowFigures {
  const yes = inputs.filter(({ id }) => draft?.inputs?.[id] === true).length;
  return {
    name: indicator.name,
    isPart: false,
    unit: "项",
    current: draft === null ? NO_FIGURE : figure(String(yes), `应有${inputs.length}项`),
    prior: NO_FIGURE,
    change: NO_FIGURE,
  };
}

function inputRow(
  indicator: Indicator,
  input: IndicatorInput,
  draft: IndicatorDraft | null,
  lastYear: IndicatorDraft | null,
): RowFigures {
  return {
    name: indicator.inputs.length === 1 ? indicator.name : input.name,
    isPart: false,
    unit: input.unit,
    current: inputCell(input, typed(draft, input.id)),
    prior: inputCell(input, typed(lastYear, input.id)),
    change: NO_FIGURE,
  };
}

type Typed = string | boolean | undefined;
const typed = (said: IndicatorDraft | null, id: string): Typed => said?.inputs?.[id];
const valueOf = (said: Typed): Decimal | null => (typeof said === "string" ? typedDecimal(said) : null);

function inputCell(input: IndicatorInput, said: Typed): FigureCell {
  if (said === undefined || said === "") return NO_FIGURE;
  const value = valueOf(said);
  // What is no figure stands as it was typed.
  if (value === null || input.kind === "rank" || input.kind === "yes-no")
    return word(printedFigure(input, said));
  return input.kind === "amount" && input.unit === "万元"
    ? figure(plain(toYi(value), YI_PLACES), `${value.toFixed()}万元`)
    : figure(value.toFixed());
}

/** One part of a ratio, without its unit; empty where nothing is typed. */
function amount(input: IndicatorInput, said: Typed): string {
  if (typeof said !== "string" || said === "") return "";
  const value = typedDecimal(said);
  if (value === null) return said;
  return input.unit === "万元" ? plain(toYi(value), YI_PLACES) : value.toFixed();
}
