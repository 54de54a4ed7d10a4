import type { Translate } from "#shared/i18n/words.ts";
import type { Exemplary } from "#shared/ipc/monitoring-view.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan, Task } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import type { Formats } from "../../app/formats.ts";
import { given, type DataTable } from "../../components/data-table.tsx";

export const orders = ["marked", "unit", "task", "period"] as const;
export type Order = (typeof orders)[number];

/** One 典型经验 with the words that it is found and shown by. */
export type ExemplaryRow = {
  readonly entry: Exemplary;
  readonly no: number;
  readonly unit: string;
  readonly task: Task | undefined;
  readonly text: string;
};

export function exemplaryRows(
  plan: Plan,
  list: readonly Exemplary[],
  order: Order,
  search: string,
): ExemplaryRow[] {
  const place = new Map(plan.units.map(({ key }, index) => [key, index]));
  const unitPlace = ({ entry }: ExemplaryRow): number => place.get(entry.unit) ?? place.size;
  const newest = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
  const by: Record<Order, (a: ExemplaryRow, b: ExemplaryRow) => number> = {
    marked: (a, b) => newest(a.entry.at, b.entry.at),
    unit: (a, b) => unitPlace(a) - unitPlace(b) || a.no - b.no,
    task: (a, b) => a.no - b.no || unitPlace(a) - unitPlace(b),
    period: (a, b) => newest(a.entry.period, b.entry.period) || unitPlace(a) - unitPlace(b),
  };
  const wanted = search.trim().toLowerCase();
  return list
    .map((entry): ExemplaryRow => {
      const parts = parseItem(entry.item);
      const no = parts.kind === "task" ? parts.no : 0;
      return {
        entry,
        no,
        unit: unitName(plan, entry.unit),
        task: plan.tasks.find((task) => task.no === no),
        text: entry.body.progress ?? "",
      };
    })
    .filter(({ unit, task, text, no }) =>
      [unit, task?.title ?? "", text, String(no)].some((each) => each.toLowerCase().includes(wanted)),
    )
    .toSorted(by[order]);
}

export function exemplaryTable(t: Translate, formats: Formats, rows: readonly ExemplaryRow[]): DataTable {
  const heads = [
    ["unit", 12],
    ["period", 14],
    ["task", 36],
    ["text", 80],
    ["by", 12],
    ["at", 16],
    ["since", 24],
  ] as const;
  return {
    name: t("exemplary:tableName"),
    columns: heads.map(([head, width]) => ({ head: t(`exemplary:head.${head}`), width })),
    rows: rows.map(({ entry, unit, no, task, text }) => [
      given(unit),
      given(formats.period(entry.period)),
      given([t("common:task", { no }), task?.title ?? ""].join(" ")),
      given(text),
      given(entry.by),
      given(formats.fullDay(entry.at)),
      given(entry.since === "unchanged" ? "" : t(`exemplary:since.${entry.since}`)),
    ]),
    notes: [t("exemplary:local")],
  };
}
