import type { UnitKey } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { DASH, formatDecimal } from "../rollup/format-decimal.ts";
import type { Figure, RollupResult, UnitFigure, UnitState } from "../rollup/types.ts";
import type { SheetCell, SummaryRow } from "./office-sheet-model.ts";
import type { Settled } from "./settled.ts";
import { targetWords } from "./target-words.ts";

interface Known {
  readonly plan: Plan;
  readonly rollup: RollupResult;
  readonly settled: Settled | null;
}
type Row = Omit<SummaryRow, "no">;

/** The rows of one indicator: one, or one for each chain or input. None where nothing is asked and nothing was said. */
export function summaryRows(known: Known, units: readonly UnitKey[], indicator: Indicator): Row[] {
  const figures = known.rollup.indicators.filter(({ id }) => id === indicator.id);
  return figures.flatMap((figure) => {
    if (!isShown(known, figure)) return [];
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
function settledOf({ settled }: Known, { id, chain }: Figure) {
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
    name: nameOf(plan, indicator, figure.chain),
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

const nameOf = (plan: Plan, { name }: Indicator, chain: string | undefined): string =>
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
