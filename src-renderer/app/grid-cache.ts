import type { Draft } from "#shared/checks/draft.ts";
import type { GridView } from "#shared/ipc/views.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { callEngine, type CallError } from "./bridge.ts";
import { invalidate, updateQuery } from "./queries.ts";
import { setSaveState } from "./save-state.ts";

export type Change = { readonly item: Item; readonly draft: Draft | null };

/** Puts typed drafts on the screen before they are saved. */
export function showDrafts(period: Period, changes: readonly Change[]): void {
  const drafts = new Map(changes.map(({ item, draft }) => [item, draft]));
  updateQuery("entry.grid", { period }, (grid) => ({
    ...grid,
    items: grid.items.map((view) => {
      const draft = drafts.get(view.item);
      return draft === undefined ? view : { ...view, draft };
    }),
  }));
}

/** Saves and takes the program's answer over into the grid; the error where it could not. */
export async function saveChanges(period: Period, changes: readonly Change[]): Promise<CallError | null> {
  setSaveState({ phase: "saving" });
  const reply = await callEngine("entry.save", { period, changes: [...changes] });
  if (!reply.ok) {
    setSaveState({ phase: "failed" });
    return reply.error;
  }
  const { savedAt, items } = reply.value;
  setSaveState({ phase: "saved", at: savedAt });
  updateQuery("entry.grid", { period }, (grid) => mergeSaved(grid, items, savedAt));
  invalidate("submission.preview");
  return null;
}

/** Saved items take their places; rows that are new to the grid come last. */
export function mergeSaved(grid: GridView, items: GridView["items"], savedAt: string): GridView {
  const saved = new Map(items.map((view) => [view.item, view]));
  const known = new Set(grid.items.map(({ item }) => item));
  const added = items.filter(({ item }) => !known.has(item));
  return { ...grid, savedAt, items: [...grid.items.map((view) => saved.get(view.item) ?? view), ...added] };
}
