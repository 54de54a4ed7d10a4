import type { DecimalString, Item, UnitKey } from "../plan/ids.ts";
import { parseItem } from "../plan/item.ts";
import type { Aggregation, Indicator, Plan } from "../plan/schema.ts";
import { decimal, toYi } from "../rollup/decimal.ts";
import { DASH, formatDecimal } from "../rollup/format-decimal.ts";
import type { Figure, RollupResult, UnitFigure, UnitState } from "../rollup/types.ts";
import type { SheetCell, SummaryRow } from "./office-sheet-model.ts";
import type { Settled } from "./settled.ts";
import { growthTargetWords, targetWords } from "./target-words.ts";
import { YI_PLACES } from "./typed-figure.ts";

interface Known {
  readonly plan: Plan;
  readonly rollup: RollupResult;
  readonly settled: Settled | null;
}
type Row = Omit<SummaryRow, "no">;

/**
 * The rows of one indicator: one; one for each chain or input; for a growth three: the amount, 上年同期 and 同比. None
 * where nothing is asked and nothing was said.
 */
export function summaryRows(known: Known, units: readonly UnitKey[], indicator: Indicator): Row[] {
  const figures = known.rollup.indicators.filter(({ id }) => id === indicator.id);
  return figures.flatMap((figure) => {
    if (!isShown(known, figure)) return [];
    if (indicator.aggregation.kind === "growth")
      return growthRows(known, units, { ...indicator, aggregation: indicator.aggregation }, figure);
    const { parts } = figure.secondary;
    return parts === undefined
      ? [rowOf(known, units, indicator, figure)]
      : parts.map(({ input, display }, index) =>
          partRow({ units, indicator, figure }, input, display, index > 0),
        );
  });
}

/** 齐备 is asked of all chains together: those chain by chain would fill pages with the office's own answers. */
const isShown = (known: Known, figure: Figure): boolean =>
  !(figure.chain !== undefined && isAllOf(known.plan, figure.id)) &&
  (figure.units.expected > 0 ||
    figure.units.notApplicable > 0 ||
    figure.value !== null ||
    settledOf(known, figure) !== undefined);

const isAllOf = ({ indicators }: Plan, id: string): boolean =>
  indicators.find((indicator) => indicator.id === id)?.aggregation.kind === "all-of";

/** The figure as it was settled, where it was and said something. */
function settledOf({ settled }: Pick<Known, "settled">, { id, chain }: Figure) {
  const found = settled?.figures.find((each) => each.id === id && each.chain === chain);
  return found !== undefined &&
    (found.value !== undefined || found.published !== undefined || found.expected > 0)
    ? found
    : undefined;
}

function rowOf(known: Known, units: readonly UnitKey[], indicator: Indicator, figure: Figure): Row {
  const { plan, settled } = known;
  const isPart = indicator.partOf !== undefined || figure.chain !== undefined;
  const frozen = settledOf(known, figure);
  const value = settled === null ? figure.value : (frozen?.value ?? null);
  const published = settled === null ? figure.published : frozen?.published;
  const isPublished = published?.use === true;
  const shown = isPublished ? published.value : value;
  const { reported, expected } = settled === null ? figure.units : (frozen ?? { reported: 0, expected: 0 });
  return {
    name: nameOf(plan, indicator.name, figure.chain),
    isPart,
    unit: indicator.unit,
    target: targetWords(indicator),
    cells: units.map((unit) => unitCell(indicator, figure, unit)),
    city: shown === null ? DASH : formatDecimal(shown, indicator.decimals, { group: false }),
    hasFigure: shown !== null,
    isPublished,
    share: shareOf(indicator, reported, expected),
  };
}

const shareOf = (indicator: Indicator, reported: number, expected: number): string =>
  indicator.from === "office" ? "市级" : expected === 0 ? DASH : `${reported}/${expected}`;

const nameOf = (plan: Plan, name: string, chain: string | undefined): string =>
  chain === undefined ? name : `${name}：${plan.chains.find(({ id }) => id === chain)?.name ?? chain}`;

const WORDS: Readonly<Record<Exclude<UnitState, "counted">, string>> = {
  missing: "未报",
  "no-data": "暂无",
  "not-applicable": "不涉及",
  pending: "待审",
  returned: "已退回",
  conflict: "不一致",
  "counted-inside": "已含",
};

function unitCell(indicator: Indicator, figure: Figure, unit: UnitKey): SheetCell {
  const own = figure.byUnit.find((each) => each.unit === unit);
  const count = figure.secondary.counties?.find((each) => each.unit === unit);
  if (own?.state === "counted" && count !== undefined) return { text: String(count.value), tone: "figure" };
  return cellOf(
    own,
    own?.value == null ? DASH : formatDecimal(own.value, indicator.decimals, { group: false }),
  );
}

function cellOf(own: UnitFigure | undefined, text: string): SheetCell {
  if (own === undefined) return { text: DASH, tone: "plain" };
  if (own.state === "counted") return { text, tone: text === DASH ? "plain" : "figure" };
  return { text: WORDS[own.state], tone: own.state === "missing" ? "missing" : "plain" };
}

type Growing = Indicator & { readonly aggregation: Extract<Aggregation, { kind: "growth" }> };

/** The amount to date, the comparable one of a year before that the units gave with it, and what it grew by. */
function growthRows(known: Known, units: readonly UnitKey[], indicator: Growing, figure: Figure): Row[] {
  const { current, prior } = indicator.aggregation;
  const growth = rowOf(known, units, indicator, figure);
  const amount = (input: string): Omit<Row, "name" | "isPart" | "target"> => ({
    ...growth,
    ...amountCells(units, { indicator, figure, input, isSettled: holdsSums(known, indicator) }),
    isPublished: false,
  });
  const name = indicator.inputs.find(({ id }) => id === current)?.name ?? indicator.name;
  return [
    {
      ...amount(current),
      name: nameOf(known.plan, name, figure.chain),
      isPart: growth.isPart,
      target: growthTargetWords(indicator),
    },
    { ...amount(prior), name: "上年同期（可比）", isPart: true, target: DASH },
    { ...growth, name: "同比增长", isPart: true, target: DASH },
  ];
}

/**
 * A 定稿 holds the growth and not what it was made of. Those sums are what the ledger gives now, so they stand beside
 * the settled growth only where no other value counts since and it is the same growth.
 */
export function holdsSums(known: Omit<Known, "plan">, { id, aggregation }: Indicator): boolean {
  const { settled, rollup } = known;
  if (aggregation.kind !== "growth" || settled === null) return true;
  return (
    ![...settled.moved].some((item) => indicatorOf(item) === id) &&
    rollup.indicators.every(
      (figure) => figure.id !== id || figure.value === (settledOf(known, figure)?.value ?? null),
    )
  );
}

function indicatorOf(item: Item): string | null {
  const parts = parseItem(item);
  return parts.kind === "indicator" ? parts.id : null;
}

interface Amount {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly input: string;
  readonly isSettled: boolean;
}

/** 万元 as entered in 亿元. */
function amountCells(units: readonly UnitKey[], { indicator, figure, input, isSettled }: Amount) {
  const entered = indicator.inputs.find(({ id }) => id === input)?.unit ?? indicator.unit;
  const isMoney = entered === "万元";
  const text = (value: DecimalString | undefined): string => {
    if (value === undefined) return DASH;
    const amount = decimal(value);
    return isMoney ? formatDecimal(toYi(amount), YI_PLACES, { group: false }) : amount.toFixed();
  };
  const city = text(isSettled ? figure.sums[input] : undefined);
  return {
    unit: isMoney ? "亿元" : entered,
    cells: units.map((unit) => {
      const own = figure.byUnit.find((each) => each.unit === unit);
      return cellOf(own, text(own?.sums?.[input]));
    }),
    city,
    hasFigure: city !== DASH,
  };
}

interface Parted {
  readonly units: readonly UnitKey[];
  readonly indicator: Indicator;
  readonly figure: Figure;
}

/** An indicator without a grand total: a row for each of its inputs. A 定稿 does not hold them: they are of now. */
function partRow({ units, indicator, figure }: Parted, input: string, display: string, isPart: boolean): Row {
  const own = indicator.inputs.find(({ id }) => id === input);
  const name = own?.name ?? input;
  const isOffice = own?.from === "office";
  return {
    name: isPart ? name : `${indicator.name}：${name}`,
    isPart,
    unit: own?.unit ?? indicator.unit,
    target: targetWords(indicator),
    cells: units.map((unit) => {
      const answer = figure.byUnit.find((each) => each.unit === unit);
      return isOffice
        ? { text: DASH, tone: "plain" }
        : cellOf(
            answer,
            answer?.parts?.[input] === undefined
              ? DASH
              : formatDecimal(answer.parts[input], 0, { group: false }),
          );
    }),
    city: display,
    hasFigure: display !== DASH,
    isPublished: false,
    share: isOffice ? "市级" : shareOf(indicator, figure.units.reported, figure.units.expected),
  };
}
