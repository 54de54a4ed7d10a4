import type { Draft } from "#shared/checks/draft.ts";
import type { StepLabel } from "#shared/ipc/draft-views.ts";
import type { GridView, SavedView } from "#shared/ipc/views.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { callEngine, type CallError } from "./bridge.ts";
import { invalidate, updateQuery } from "./queries.ts";
import { saveState, setSaveState } from "./save-state.ts";

export type Change = { readonly item: Item; readonly draft: Draft | null };

/** Puts typed drafts on the screen before they are saved. */
export function showDrafts(period: Period, changes: readonly Change[]): void {
  updateQuery("entry.grid", { period }, (grid) => withDrafts(grid, changes));
}

function withDrafts(grid: GridView, changes: readonly Change[]): GridView {
  if (changes.length === 0) return grid;
  const drafts = new Map(changes.map(({ item, draft }) => [item, draft]));
  const items = grid.items.map((view) => {
    const draft = drafts.get(view.item);
    return draft === undefined ? view : { ...view, draft };
  });
  return { ...grid, items };
}

let underWay = 0;

const isSaving = (): boolean => underWay > 0;

/** When nothing that was typed is on its way any more; false where something could not be saved. */
export async function savesSettled(): Promise<boolean> {
  do {
    // A save that begins with the leaving of a field, or after another, has its turn first.
    await new Promise((resolve) => window.setTimeout(resolve));
  } while (isSaving());
  return saveState().phase !== "failed";
}

type Saves = {
  readonly label?: StepLabel | undefined;
  /** Whose words they bring besides the officer's own. */
  readonly author?: string | undefined;
  /** Typed meanwhile and not yet saved: stays on the screen. */
  readonly later?: () => readonly Change[];
};

/** Saves as one step and takes the program's answer over into the grid; the error where it could not. */
export async function saveChanges(
  period: Period,
  changes: readonly Change[],
  { label, author, later }: Saves = {},
): Promise<CallError | null> {
  setSaveState({ phase: "saving" });
  underWay += 1;
  const reply = await callEngine("entry.save", {
    period,
    changes: [...changes],
    ...(label && { label }),
    ...(author !== undefined && { author }),
  }).finally(() => {
    underWay -= 1;
  });
  if (!reply.ok) {
    setSaveState({ phase: "failed" });
    return reply.error;
  }
  takeSaved(period, reply.value, later?.());
  return null;
}

/** What was saved takes its place on the screen. */
export function takeSaved(
  period: Period,
  { savedAt, items }: SavedView,
  later: readonly Change[] = [],
): void {
  setSaveState(later.length > 0 ? { phase: "saving" } : { phase: "saved", at: savedAt });
  updateQuery("entry.grid", { period }, (grid) => withDrafts(mergeSaved(grid, items, savedAt), later));
  invalidate("submission.preview", "reviewCopy.get", "entry.steps", "entry.history");
}

/** Saved items take their places; rows that are new to the grid come last. */
export function mergeSaved(grid: GridView, items: GridView["items"], savedAt: string): GridView {
  const saved = new Map(items.map((view) => [view.item, view]));
  const known = new Set(grid.items.map(({ item }) => item));
  const added = items.filter(({ item }) => !known.has(item));
  return { ...grid, savedAt, items: [...grid.items.map((view) => saved.get(view.item) ?? view), ...added] };
}
