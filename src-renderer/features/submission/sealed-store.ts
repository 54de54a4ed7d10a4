import { useSyncExternalStore } from "react";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import type { Period } from "#shared/plan/ids.ts";

/** The submission just written; it outlives a visit to 打印, not the workspace. */
export type Sealed = ChannelOutput<"submission.seal"> & {
  readonly workspace: string;
  readonly period: Period;
  /** Items that went out for the first time with it; `revisions` also counts what no receipt has answered yet. */
  readonly items: number;
  readonly people: readonly string[];
};

let sealed: Sealed | null = null;
const listeners = new Set<() => void>();

export function keepSealed(next: Sealed | null): void {
  sealed = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSealed(workspace: string, period: Period): Sealed | null {
  const known = useSyncExternalStore(subscribe, () => sealed);
  return known?.workspace === workspace && known.period === period ? known : null;
}
