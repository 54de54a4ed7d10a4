import type { CompletenessView } from "#shared/ipc/completeness-view.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { isItemOfFilter, type Filter } from "./looks.ts";

export type ItemRow = CompletenessView["items"][number];
export type SectionRows = { readonly id: string; readonly name: string; readonly rows: readonly ItemRow[] };

/** What is due in the period by the plan's sections; a filter keeps the rows that have a place of it. */
export function sectionsOf(plan: Plan, view: CompletenessView, filter: Filter | null): SectionRows[] {
  const placed = sectionByItem(plan, view);
  const rows = view.items.filter(
    ({ cells }) => filter === null || cells.some((cell) => isItemOfFilter(cell, filter)),
  );
  return plan.sections
    .map(({ id, name }) => ({ id, name, rows: rows.filter(({ item }) => placed.get(item) === id) }))
    .filter((section) => section.rows.length > 0);
}

function sectionByItem(plan: Plan, { units, period }: CompletenessView): ReadonlyMap<Item, string> {
  return new Map(
    units.flatMap(({ unit }) =>
      itemsFor(plan, unit, period).map(({ item, section }): [Item, string] => [item, section]),
    ),
  );
}

/** Units that something is due of in the period: the columns. */
export const unitsWithItems = ({ units, periods, period }: CompletenessView) =>
  units.filter(({ cells }) => (cells[periods.indexOf(period)] ?? null) !== null);

/** The period of the same name in another year, else the last of it that has begun. */
export const samePeriodOf = (periods: readonly Period[], year: number, period: Period): Period | undefined =>
  periods.find((each) => each === `${year}${period.slice(4)}`) ??
  periods.findLast((each) => each.startsWith(`${year}`));
