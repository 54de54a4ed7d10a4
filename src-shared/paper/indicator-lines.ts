import type { IndicatorDraft } from "../checks/draft.ts";
import { indicatorItem } from "../plan/item.ts";
import type { Indicator, IndicatorInput, Plan, Task } from "../plan/schema.ts";
import type { SheetItems } from "./sheet-items.ts";
import { writtenDay } from "./sheet-time.ts";
import { printedFigure } from "./typed-figure.ts";

/**
 * The task's indicators as entered, one line each. Blank, zero, 未报, 暂无数据 and 不涉及 read differently;
 * an indicator that is not due and has no answer is not mentioned.
 */
export function indicatorLines(plan: Plan, task: Task, items: SheetItems): string[] {
  return plan.indicators
    .filter((indicator) => indicator.task === task.no)
    .flatMap((indicator) => itemsOf(plan, indicator))
    .flatMap(({ indicator, item, name }) => {
      const answer = items.indicator(item);
      if (answer !== null) return [`${name}：${answerText(indicator, answer)}`];
      return items.isDue(item) === true ? [`${name}：未报`] : [];
    });
}

/** An indicator by chain is one item per chain, and one of its own for what is answered once. */
function itemsOf(plan: Plan, indicator: Indicator) {
  const own = { indicator, item: indicatorItem(indicator.id), name: indicator.name };
  if (!indicator.perChain) return [own];
  return [
    own,
    ...plan.chains.map((chain) => ({
      indicator,
      item: indicatorItem(indicator.id, chain.id),
      name: `${indicator.name}（${chain.name}）`,
    })),
  ];
}

function answerText(indicator: Indicator, draft: IndicatorDraft): string {
  if (draft.notApplicable !== undefined) {
    return draft.notApplicable === "" ? "不涉及" : `不涉及（${draft.notApplicable}）`;
  }
  if (draft.noData !== undefined) return `暂无数据${noDataText(draft.noData)}`;
  const given = indicator.inputs.flatMap((input) => {
    const typed = draft.inputs?.[input.id];
    return typed === undefined || typed === "" ? [] : [{ input, text: printedFigure(input, typed) }];
  });
  // A figure called as the indicator is not called so twice: 电子信息产业链营业收入：5.63亿元.
  const isNamed = (input: IndicatorInput): boolean =>
    indicator.inputs.length === 1 || indicator.name.endsWith(input.name);
  return given.map(({ input, text }) => `${isNamed(input) ? "" : input.name}${text}`).join("，");
}

function noDataText({ source, expected }: NonNullable<IndicatorDraft["noData"]>): string {
  const day =
    expected !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(expected) ? writtenDay(expected) : expected;
  const words = [
    source === undefined || source === "" ? "" : `来源：${source}`,
    day === undefined || day === "" ? "" : `预计${day}`,
  ].filter((word) => word !== "");
  return words.length === 0 ? "" : `（${words.join("，")}）`;
}
