import type { Translate } from "#shared/i18n/words.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { rawValue } from "../grid/cells.ts";
import { standing } from "../../../app/drafts.ts";
import type { IndicatorRow } from "../grid/rows.ts";

export type Proposal = { readonly label: string; readonly value: string; readonly row: IndicatorRow };

/** A figure of the same period that the plan proposes for a blank input (`proposedFrom`); never taken by itself. */
export function proposalFor(t: Translate, progress: PeriodProgress, row: IndicatorRow): Proposal | null {
  const answer = standing(row.view);
  for (const input of row.asked.inputs) {
    const from = input.proposedFrom;
    if (from === undefined || rawValue(answer, input.id) !== "") continue;
    const source = progress.asked.find(({ view }) => view.item === indicatorItem(from.indicator));
    const value = source === undefined ? "" : String(rawValue(standing(source.view), from.input));
    if (value !== "") {
      return { label: t("entry:proposal", { source: from.indicator, value }), value, row: { ...row, input } };
    }
  }
  return null;
}
