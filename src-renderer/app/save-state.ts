import { useSyncExternalStore } from "react";

/** Whether what was last typed is in the database. */
export type SaveState =
  | { readonly phase: "unchanged" }
  | { readonly phase: "saving" }
  | { readonly phase: "saved"; readonly at: string }
  | { readonly phase: "failed" };

let state: SaveState = { phase: "unchanged" };
const listeners = new Set<() => void>();

export function setSaveState(next: SaveState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const saveState = (): SaveState => state;

export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, saveState);
