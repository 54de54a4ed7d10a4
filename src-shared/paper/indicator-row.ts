import type { IndicatorDraft } from "../checks/draft.ts";
import type { IndicatorAssignment } from "../plan/assignment.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Indicator, Plan, Register } from "../plan/schema.ts";
import { DASH, formatDecimal } from "../rollup/format-decimal.ts";
import { countyTarget } from "../rollup/target.ts";
import { CORRECTION } from "../workbook/indicator-columns.ts";
import { completionText } from "./county-completion.ts";
import { MISSING, NO_FIGURE, points, rowFigures, word, type RowFigures } from "./indicator-figures.ts";
import { estimateLines, rowFlow } from "./row-flow.ts";
import type { SheetItems } from "./sheet-items.ts";
import { writtenDay } from "./sheet-time.ts";
import { targetWords } from "./target-words.ts";
import type { RegisterCount } from "./unit-registers.ts";
import type { IndicatorRow } from "./unit-sheet-model.ts";

/** Characters per line of the columns 指标, 数据来源, 情况说明. */
const PER_LINE = { name: 14.1, source: 6, note: 8.1 };
const KEEP_LINES = 6;

type Row = Omit<IndicatorRow, "no">;

export interface RowsOf {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  readonly items: SheetItems;
}

/** Rows of what the unit fills in; none where nothing is due and nothing was said. */
export function indicatorRows(known: RowsOf, assigned: IndicatorAssignment): Row[] {
  const { items } = known;
  const { indicator, item, inputs, due } = assigned;
  const draft = items.indicator(item);
  if (draft === null && !due) return [];
  const answer = draft === null ? MISSING : wordOf(draft);
  const chain = indicator.perChain && assigned.chain !== undefined ? `（${assigned.chain.name}）` : "";
  return rowFigures(indicator, inputs, draft, items.lastYear(item)).map((figures, index) =>
    row(known, indicator, {
      ...figures,
      name: figures.name + chain,
      ...(answer === null ? {} : { current: answer, change: NO_FIGURE }),
      ...(draft?.notApplicable === undefined ? {} : { prior: NO_FIGURE }),
      source: sourceOf(items, indicator, draft),
      note: index === 0 && draft !== null ? noteOf(draft) : "",
    }),
  );
}

/** The row of what is counted from a register; none where it is not asked. */
export function registerCountRow(
  known: RowsOf,
  indicator: Indicator,
  register: Register,
  now: RegisterCount | null,
  before: RegisterCount | null,
): Row[] {
  if (now === null) return [];
  const { decimals, unit } = indicator;
  const cell = (count: RegisterCount | null): RowFigures["current"] =>
    count?.value == null
      ? NO_FIGURE
      : {
          text: formatDecimal(count.value, decimals, { group: false }),
          tone: "figure",
          small: count.share === null ? "" : `${count.share.part.toFixed()}÷${count.share.whole.toFixed()}家`,
        };
  const isShare = unit === "%";
  const figures = {
    name: indicator.name,
    isPart: false,
    unit,
    current: now.isMissing ? MISSING : cell(now),
    prior: before === null || before.isMissing ? NO_FIGURE : { ...cell(before), small: "" },
    change:
      isShare && now.value !== null && before?.value != null
        ? points(now.value.minus(before.value), decimals)
        : NO_FIGURE,
    source: `${register.name}名录`,
    note: now.chains.map(({ name, count }) => `${name}${count.toFixed()}${unit}`).join("，"),
  };
  return [row(known, indicator, figures)];
}

function row(
  { plan, unit, period, items }: RowsOf,
  indicator: Indicator,
  said: RowFigures & Pick<Row, "source" | "note">,
): Row {
  const target = countyTarget(plan, indicator, unit, period).value;
  const completion = completionText(plan, indicator, unit, period, items);
  const lines = (["name", "source", "note"] as const).map((column) =>
    estimateLines(said[column], PER_LINE[column]),
  );
  return {
    ...said,
    target: indicator.measure === "growth" ? growthTarget(indicator) : targetWords(indicator),
    countyTarget:
      target === null
        ? { text: DASH, tone: "plain" }
        : {
            text: `${formatDecimal(target, indicator.decimals, { group: false })}${indicator.unit === "%" && said.unit !== "%" ? "%" : ""}`,
            tone: "figure",
          },
    completion: completion === null ? { text: DASH, tone: "plain" } : { text: completion, tone: "figure" },
    flow: rowFlow(lines, KEEP_LINES),
  };
}

/** The row shows the amount that grows, so the rate says what it is of: `年均9%左右`. */
const growthTarget = ({ target: { value, word: about } }: Indicator): string =>
  `年均${value ?? ""}%${about ?? ""}`;

function wordOf({ notApplicable, noData }: IndicatorDraft) {
  if (notApplicable !== undefined) return word("不涉及");
  return noData === undefined ? null : word("暂无数据");
}

/** Whom the figure is said to come from; else the department that answers for the task. */
function sourceOf(items: SheetItems, { task }: Indicator, draft: IndicatorDraft | null): string {
  if (draft?.notApplicable !== undefined) return DASH;
  return draft?.noData?.source || items.contact(task).department || "";
}

function noteOf({ notApplicable, noData, note, correction }: IndicatorDraft): string {
  const expected = noData?.expected ?? "";
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(expected) ? writtenDay(expected) : expected;
  return [
    notApplicable,
    day === "" ? "" : `预计${day}补报。`,
    correction === undefined || correction === "" ? "" : `累计数减少：${CORRECTION.word(correction)}。`,
    note,
  ]
    .filter((text) => !!text?.trim())
    .join("\n");
}
