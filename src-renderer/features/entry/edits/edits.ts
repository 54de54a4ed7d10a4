import type { ItemView } from "#shared/ipc/views.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { Item } from "#shared/plan/ids.ts";
import type { Change } from "../../../app/grid-cache.ts";
import type { AskedItem } from "../../../app/period-progress.ts";
import { changesOf } from "./commits.ts";
import { taskOf, withMembers } from "../../../app/drafts.ts";
import type { ItemRow } from "../grid/rows.ts";

/** A value for a line's own cell, or a task's words. */
export type Edit = { readonly row: ItemRow; readonly value: string; readonly part?: "value" | "text" };

/** Lines of one kind take the same values. */
export const kindOfCell = (row: ItemRow): string =>
  row.kind === "indicator" ? (row.input?.kind ?? "") : row.kind;

/** Several edits as one change of every item they touch: two inputs of one indicator make one draft. */
export function changesOfEdits(
  edits: readonly Edit[],
  asked: readonly AskedItem[],
  isLocked: (view: ItemView) => boolean,
): readonly Change[] {
  const drafts = new Map<Item, Draft | null>();
  const current = (view: ItemView): ItemView => {
    const draft = drafts.get(view.item);
    return draft === undefined ? view : { ...view, draft };
  };
  for (const { row, value, part = "value" } of edits) {
    const view = current(row.view);
    const isShared = row.kind === "indicator" && row.input?.equal !== undefined;
    const others = isShared ? asked.map((item) => ({ ...item, view: current(item.view) })) : [];
    const changes =
      part === "text" ? textChange(view, value) : changesOf({ ...row, view }, value, others, isLocked);
    for (const { item, draft } of changes) drafts.set(item, draft);
  }
  return [...drafts].map(([item, draft]) => ({ item, draft }));
}

const textChange = (view: ItemView, progress: string): readonly Change[] => [
  { item: view.item, draft: withMembers(view, taskOf(view), { progress, noProgress: undefined }) },
];
