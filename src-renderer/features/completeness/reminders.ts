import type { CompletenessView } from "#shared/ipc/completeness-view.ts";
import type { Item } from "#shared/plan/ids.ts";
import { itemTitle, parseItem } from "#shared/plan/item.ts";
import type { Language } from "#shared/plan/language.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Formats } from "../../app/formats.ts";
import { itemMark } from "../../app/plan-items.ts";

/** What a unit is told that has not sent everything; 催报. */
export type Reminder = { readonly unit: string; readonly name: string; readonly text: string };

type Words = {
  readonly t: Translate;
  readonly formats: Formats;
  readonly plan: Plan;
  readonly language: Language;
};

/** Items beyond this many are summed up. */
const NAMED = 8;

/** One sentence per unit that something past due is missing of: what, since when, for how many days. */
export function remindersOf(view: CompletenessView, words: Words): Reminder[] {
  const at = view.periods.indexOf(view.period);
  return view.units.flatMap((unit) => {
    const cell = unit.cells[at] ?? null;
    if (cell === null || cell.missing === 0) return [];
    const missing = view.items.flatMap(({ item, cells }) =>
      cells
        .filter((each) => each.unit === unit.unit && each.timing === "missing")
        .map(({ dueDate }) => ({ item, dueDate })),
    );
    const { t, formats, plan } = words;
    const fills = {
      unit: unit.name,
      period: formats.period(view.period),
      plan: plan.document.shortTitle,
      count: cell.missing,
      date: formats.day(missing.map(({ dueDate }) => dueDate).toSorted()[0] ?? ""),
      days: t("completeness:days", { count: cell.daysOverdue }),
    };
    const items = missing.map(({ item }) => item);
    const text =
      cell.reported === 0
        ? t("completeness:remindAll", { ...fills, kinds: kindsOf(t, items) })
        : t("completeness:remindPart", { ...fills, items: namesOf(items, words) });
    return [{ unit: unit.unit, name: unit.name, text }];
  });
}

function kindsOf(t: Translate, items: readonly Item[]): string {
  const having = (kind: "task" | "indicator" | "register"): number =>
    items.filter((item) => parseItem(item).kind === kind).length;
  return (["task", "indicator", "register"] as const)
    .filter((kind) => having(kind) > 0)
    .map((kind) => t(`completeness:kind.${kind}`, { count: having(kind) }))
    .join(t("common:listSeparator"));
}

function namesOf(items: readonly Item[], { t, plan, language }: Words): string {
  const names = items
    .slice(0, NAMED)
    .map((item) => `${itemMark(t, item)} ${itemTitle(plan, item, language)}`.trim())
    .join(t("common:listSeparator"));
  return items.length > NAMED ? t("officeHome:unitsAndMore", { units: names }) : names;
}
