import type { Draft } from "#shared/checks/draft.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { assignmentsByItem } from "../../../src-renderer/app/plan-items.ts";
import { progressOf } from "../../../src-renderer/app/period-progress.ts";
import { itemRows } from "../../../src-renderer/features/entry/grid/active-cell.ts";
import { gridRows, type ItemRow } from "../../../src-renderer/features/entry/grid/rows.ts";
import { plan } from "../plan/bundled-plan.ts";

const period = periodSchema.parse("2024-03");
const unit = unitKeySchema.parse("360981");

/** What stands in the grid: a draft, last period's body, or a state, by item. */
export type Given = Readonly<
  Record<string, { draft?: Draft; last?: RevisionBody; state?: ItemView["state"]; locked?: boolean }>
>;

/** The lines of 丰城市's March as the window makes them. */
export function gridOf(given: Given): {
  readonly items: readonly ItemRow[];
  readonly row: (id: string) => ItemRow;
} {
  const views = itemsFor(plan, unit, period).map(({ item, due, dueDate }): ItemView => {
    const { draft = null, last = null, state = "empty", locked = false } = given[item] ?? {};
    const past = { period: periodSchema.parse("2024-02"), body: last };
    return {
      item,
      period,
      state,
      due,
      dueDate: dueDate ?? null,
      draft,
      body: null,
      carried: null,
      previous: [past],
      lastYear: null,
      findings: [],
      returned: null,
      locked,
      incomplete: false,
      savedAt: null,
      author: null,
    };
  });
  const grid = { period, items: views, savedAt: null, locked: false, extensions: [] };
  const progress = progressOf(grid, assignmentsByItem(plan, unit, period));
  const items = itemRows(gridRows(plan, progress, { kinds: "all", items: null, collapsed: new Set() }));
  const row = (id: string): ItemRow => {
    const found = items.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no line ${id}`);
    return found;
  };
  return { items, row };
}
