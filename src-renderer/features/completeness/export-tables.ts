import type { CompletenessUnit, CompletenessView } from "#shared/ipc/completeness-view.ts";
import { itemTitle } from "#shared/plan/item.ts";
import type { Language } from "#shared/plan/language.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Formats } from "../../app/formats.ts";
import { itemMark } from "../../app/plan-items.ts";
import { given, type DataTable } from "../../components/data-table.tsx";
import { unitsWithItems, type SectionRows } from "./item-rows.ts";
import { itemLookOf, lookOf, wordsOf } from "./looks.ts";

/** Both matrices as they are shown, filtered as they are shown; a word per place, and the counts behind it. */

export function periodsTable(
  t: Translate,
  formats: Formats,
  view: CompletenessView,
  shown: readonly CompletenessUnit[],
): DataTable {
  return {
    name: t("completeness:tableByPeriod", { period: formats.period(view.period) }),
    columns: [
      { head: t("completeness:unit"), width: 14 },
      ...view.periods.map((period) => ({ head: formats.period(period), width: 18 })),
      { head: t("completeness:rate"), width: 12 },
    ],
    rows: shown.map(({ name, cells, onTime }) => [
      given(name),
      ...cells.map((cell) =>
        given(
          cell === null
            ? ""
            : t("completeness:exportCell", {
                word: wordsOf(t, lookOf(t, cell)),
                reported: cell.reported,
                expected: cell.expected,
              }),
        ),
      ),
      given(onTime.percent === null ? "" : `${onTime.percent}%`),
    ]),
    notes: [t("completeness:footnote"), t("completeness:exportNote")],
  };
}

export function itemsTable(
  t: Translate,
  formats: Formats,
  { plan, language }: { readonly plan: Plan; readonly language: Language },
  view: CompletenessView,
  sections: readonly SectionRows[],
): DataTable {
  const units = unitsWithItems(view);
  return {
    name: t("completeness:tableByItem", { period: formats.period(view.period) }),
    columns: [
      { head: t("completeness:section"), width: 18 },
      { head: t("completeness:code"), width: 12 },
      { head: t("completeness:item"), width: 40 },
      ...units.map(({ name }) => ({ head: name, width: 14 })),
    ],
    rows: sections.flatMap(({ name, rows }) =>
      rows.map(({ item, cells }) => [
        given(name),
        given(itemMark(t, item)),
        given(itemTitle(plan, item, language)),
        ...units.map(({ unit }) => {
          const cell = cells.find((each) => each.unit === unit);
          if (cell === undefined) return given("");
          const late =
            cell.timing === "late"
              ? t("common:inBrackets", { text: t("completeness:cell.late", { count: cell.daysLate }) })
              : "";
          return given(`${itemLookOf(t, cell).word}${late}`);
        }),
      ]),
    ),
    notes: [t("completeness:footnote")],
  };
}
