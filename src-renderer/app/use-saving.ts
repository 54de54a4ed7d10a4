import { useCallback, useMemo, useRef, useState } from "react";
import type { Draft } from "#shared/checks/draft.ts";
import type { StepLabel } from "#shared/ipc/draft-views.ts";
import type { GridView } from "#shared/ipc/views.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { saveChanges, showDrafts, type Change } from "./grid-cache.ts";
import { useEngine } from "./queries.ts";
import { useTell } from "./toasts.tsx";
import { useWalk } from "./use-walk.ts";

type Step = { readonly changes: readonly Change[]; readonly label: StepLabel | undefined };

export type Saving = {
  /** Shows the change at once and saves it; several belong together and are undone together. */
  readonly save: (changes: readonly Change[], label?: StepLabel) => void;
  /** Takes the last step back, of before a restart too; answers where it was. */
  readonly undo: () => Promise<Item | null>;
  readonly redo: () => Promise<Item | null>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes that the program could not save; they stay on screen and go again with the next. */
  readonly failed: boolean;
  readonly retry: () => void;
  /** When nothing is on its way any more; false where something could not be saved. */
  readonly settled: () => Promise<boolean>;
};

/**
 * Saves step by step in the order typed, one request at a time; what failed is never dropped. `isHere`: the page shows
 * the item, so that a step undone elsewhere is said to be.
 */
export function useSaving(period: Period, grid: GridView, isHere: (item: Item) => boolean): Saving {
  const tell = useTell();
  const steps = useEngine("entry.steps", { period });
  const latest = useRef(grid);
  latest.current = grid;
  const unsaved = useRef<readonly Step[]>([]);
  const running = useRef<Promise<void> | null>(null);
  const [failed, setFailed] = useState(false);
  const walk = useWalk(period, isHere);

  const send = useCallback(async (): Promise<void> => {
    for (let step = unsaved.current[0]; step !== undefined; step = unsaved.current[0]) {
      const { changes, label } = step;
      const later = (): readonly Change[] => unsaved.current.slice(1).flatMap((next) => next.changes);
      const error = await saveChanges(period, changes, { label, later });
      if (error !== null) {
        setFailed(true);
        return tell.failed(error);
      }
      unsaved.current = unsaved.current.slice(1);
      setFailed(false);
    }
  }, [period, tell]);

  /** One thing after another; what is under way is waited for. */
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const done = (running.current ?? Promise.resolve()).then(work);
    const turn = done.then(() => {
      if (running.current === turn) running.current = null;
    });
    running.current = turn;
    return done;
  }, []);

  const start = useCallback(() => void inTurn(send), [inTurn, send]);

  const save = useCallback(
    (changes: readonly Change[], label?: StepLabel) => {
      if (changes.every(({ item, draft }) => sameDraft(draft, draftOf(latest.current, item)))) return;
      unsaved.current = [...unsaved.current, { changes, label }];
      showDrafts(period, changes);
      start();
    },
    [period, start],
  );

  const ready = steps.status === "ready" ? steps.value : null;
  const canUndo = ready !== null && ready.undo.length > 0;
  const canRedo = ready !== null && ready.redo.length > 0;
  return useMemo(() => {
    const turn = (direction: "undo" | "redo") => (): Promise<Item | null> =>
      inTurn(() => walk(direction, unsaved.current.length > 0));
    const settled = (): Promise<boolean> => inTurn(() => Promise.resolve(unsaved.current.length === 0));
    return { save, undo: turn("undo"), redo: turn("redo"), canUndo, canRedo, failed, retry: start, settled };
  }, [canUndo, canRedo, inTurn, walk, save, failed, start]);
}

const draftOf = (grid: GridView, item: Item): Draft | null =>
  grid.items.find((view) => view.item === item)?.draft ?? null;

const sameDraft = (a: Draft | null, b: Draft | null): boolean => JSON.stringify(a) === JSON.stringify(b);
