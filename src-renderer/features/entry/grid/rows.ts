import type { ItemView } from "#shared/ipc/views.ts";
import type { IndicatorAssignment, RegisterAssignment, TaskAssignment } from "#shared/plan/assignment.ts";
import type { Item } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { IndicatorInput, Plan } from "#shared/plan/schema.ts";
import { isFilled, type AskedItem, type PeriodProgress } from "../../../app/period-progress.ts";
import { messagesOf, type Message } from "./messages.ts";

/** The grid's lines from top to bottom. `id` is stable over saves; `first` carries the item's state. */
export type SectionRow = {
  readonly kind: "section";
  readonly id: string;
  readonly section: string;
  readonly name: string;
  readonly filled: number;
  readonly total: number;
};
export type IndicatorRow = {
  readonly kind: "indicator";
  readonly id: string;
  readonly view: ItemView;
  readonly asked: IndicatorAssignment;
  /** The figure typed in this line; none where the line only shows what the lines below make. */
  readonly input?: IndicatorInput;
  readonly first: boolean;
  /** Drawn under the line before it: an input, or the “其中” of a whole. */
  readonly nested: boolean;
};
export type RegisterRow = {
  readonly kind: "register";
  readonly id: string;
  readonly view: ItemView;
  readonly asked: RegisterAssignment;
  readonly rows: number;
};
export type TaskRow = {
  readonly kind: "task";
  readonly id: string;
  readonly view: ItemView;
  readonly asked: TaskAssignment;
};
export type MessageRow = { readonly kind: "message"; readonly id: string; readonly view: ItemView } & Message;
export type ItemRow = IndicatorRow | RegisterRow | TaskRow;
export type GridRow = SectionRow | ItemRow | MessageRow;

export const isItemRow = (row: GridRow): row is ItemRow => row.kind !== "section" && row.kind !== "message";

export type Shown = {
  readonly kinds: "all" | "indicators" | "tasks";
  /** Items to show; `null` shows all. */
  readonly items: ReadonlySet<string> | null;
  readonly collapsed: ReadonlySet<string>;
};

export function gridRows(plan: Plan, progress: PeriodProgress, shown: Shown): readonly GridRow[] {
  const bySection = Map.groupBy(progress.asked, ({ asked }) => asked.section);
  const registerRows = countRegisterRows(progress);
  return plan.sections.flatMap((section) => {
    const all = bySection.get(section.id) ?? [];
    const own = all.filter((item) => isShown(item, shown));
    if (own.length === 0) return [];
    const counted = all.filter(({ view }) => view.due || isFilled(view.state));
    const head: SectionRow = {
      kind: "section",
      id: `section:${section.id}`,
      section: section.id,
      name: section.name,
      filled: counted.filter(({ view }) => isFilled(view.state)).length,
      total: counted.length,
    };
    return shown.collapsed.has(section.id)
      ? [head]
      : [head, ...own.flatMap((item) => itemRows(item, registerRows))];
  });
}

function isShown({ view, asked }: AskedItem, { kinds, items }: Shown): boolean {
  if (items !== null && !items.has(view.item)) return false;
  return kinds === "all" || (kinds === "tasks") === (asked.kind === "task");
}

/** Rows of each register that the period shows, by the register's item. */
function countRegisterRows({ grid }: PeriodProgress): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item } of grid.items) {
    const [register = item] = item.split("/", 1);
    if (item.startsWith("register:") && register !== item)
      counts.set(register, (counts.get(register) ?? 0) + 1);
  }
  return counts;
}

// NOTE: a view is never changed, only replaced: the lines of an item that was not saved stay the very same.
const known = new WeakMap<ItemView, readonly GridRow[]>();

function itemRows({ view, asked }: AskedItem, registerRows: ReadonlyMap<string, number>): readonly GridRow[] {
  if (asked.kind === "register") {
    const rows = registerRows.get(view.item) ?? 0;
    return withMessages([{ kind: "register", id: view.item, view, asked, rows }], view);
  }
  const lines =
    known.get(view) ??
    withMessages(
      asked.kind === "task" ? [{ kind: "task", id: view.item, view, asked }] : indicatorRows(view, asked),
      view,
    );
  known.set(view, lines);
  return lines;
}

/** One line where one figure is the indicator; else the computed line, and a line for each input. */
function indicatorRows(view: ItemView, asked: IndicatorAssignment): readonly IndicatorRow[] {
  const { indicator, inputs } = asked;
  const common = { kind: "indicator", view, asked } as const;
  const lead = indicator.aggregation.kind === "sum" || inputs.length === 1 ? inputs[0] : undefined;
  const nested = indicator.partOf !== undefined;
  const head: IndicatorRow = { ...common, id: view.item, first: true, nested, ...(lead && { input: lead }) };
  const rest = inputs.filter((input) => input !== lead);
  return [
    head,
    ...rest.map((input) => ({
      ...common,
      id: `${view.item}#${input.id}`,
      input,
      first: false,
      nested: true,
    })),
  ];
}

/** Each message stands under the line it speaks of, else under the item's last line. */
function withMessages(rows: readonly ItemRow[], view: ItemView): readonly GridRow[] {
  const messages = messagesOf(view).map((message, index): MessageRow => {
    return { kind: "message", id: `${view.item}!${index}`, view, ...message };
  });
  const last = rows.at(-1);
  const placeOf = (message: MessageRow): ItemRow | undefined =>
    rows.find(
      (row) => row.kind === "indicator" && row.input !== undefined && row.input.id === message.input,
    ) ?? last;
  return rows.flatMap((row) => [row, ...messages.filter((message) => placeOf(message) === row)]);
}

/** Register rows and contacts have pages of their own. */
export function isInTable(item: Item): boolean {
  const parts = parseItem(item);
  return parts.kind !== "contact" && (parts.kind !== "register" || parts.key === undefined);
}
