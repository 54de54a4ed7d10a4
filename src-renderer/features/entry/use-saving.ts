import { useCallback, useMemo, useRef, useState } from "react";
import type { Draft } from "#shared/checks/draft.ts";
import type { GridView } from "#shared/ipc/views.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { saveChanges, showDrafts, type Change } from "../../app/grid-cache.ts";
import { useTell } from "../../app/toasts.tsx";
import { sameDraft } from "./drafts.ts";

type Step = { readonly before: readonly Change[]; readonly after: readonly Change[] };

export type Saving = {
  /** Shows the change at once and saves it; several belong together. */
  readonly save: (changes: readonly Change[]) => void;
  readonly undo: () => Item | null;
  readonly redo: () => Item | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Null when nothing is under way; the next key waits for it. */
  readonly pending: () => Promise<void> | null;
  /** Changes that the program could not save; they stay on screen and go again with the next. */
  readonly failed: boolean;
  readonly retry: () => void;
};

/** Saves in the order typed, one request at a time; what failed is never dropped. */
export function useSaving(period: Period, grid: GridView): Saving {
  const tell = useTell();
  const latest = useRef(grid);
  latest.current = grid;
  const unsaved = useRef(new Map<Item, Draft | null>());
  const running = useRef<Promise<void> | null>(null);
  const [steps, setSteps] = useState<{ done: readonly Step[]; undone: readonly Step[] }>({
    done: [],
    undone: [],
  });
  const [failed, setFailed] = useState(false);

  const send = useCallback(async (): Promise<void> => {
    while (unsaved.current.size > 0) {
      const batch = new Map(unsaved.current);
      const error = await saveChanges(
        period,
        [...batch].map(([item, draft]) => ({ item, draft })),
      );
      if (error !== null) {
        setFailed(true);
        return tell.failed(error);
      }
      for (const [item, draft] of batch) {
        if (sameDraft(unsaved.current.get(item) ?? null, draft)) unsaved.current.delete(item);
      }
      setFailed(false);
    }
  }, [period, tell]);

  const start = useCallback(() => {
    running.current ??= send().finally(() => {
      running.current = null;
    });
  }, [send]);

  const put = useCallback(
    (changes: readonly Change[]) => {
      for (const { item, draft } of changes) unsaved.current.set(item, draft);
      showDrafts(period, changes);
      start();
    },
    [period, start],
  );

  const save = useCallback(
    (changes: readonly Change[]) => {
      const before = changes.map(({ item }) => ({ item, draft: draftOf(latest.current, item) }));
      const isNew = changes.some(({ draft }, index) => !sameDraft(draft, before[index]?.draft ?? null));
      if (!isNew) return;
      setSteps(({ done }) => ({ done: [...done, { before, after: changes }], undone: [] }));
      put(changes);
    },
    [put],
  );

  return useMemo(() => {
    const { done, undone } = steps;
    const undo = (): Item | null => {
      const step = done.at(-1);
      if (step === undefined) return null;
      setSteps({ done: done.slice(0, -1), undone: [...undone, step] });
      put(step.before);
      return step.before[0]?.item ?? null;
    };
    const redo = (): Item | null => {
      const step = undone.at(-1);
      if (step === undefined) return null;
      setSteps({ done: [...done, step], undone: undone.slice(0, -1) });
      put(step.after);
      return step.after[0]?.item ?? null;
    };
    const pending = (): Promise<void> | null => running.current;
    const can = { canUndo: done.length > 0, canRedo: undone.length > 0 };
    return { save, undo, redo, ...can, pending, failed, retry: start };
  }, [steps, save, put, failed, start]);
}

const draftOf = (grid: GridView, item: Item): Draft | null =>
  grid.items.find((view) => view.item === item)?.draft ?? null;
