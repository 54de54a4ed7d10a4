import { useSyncExternalStore } from "react";
import type { BundleReport } from "#shared/ipc/views.ts";

/** What was read but not merged yet; it outlives a visit to another page, not the workspace. */
type Fresh = { readonly workspace: string; readonly reports: readonly BundleReport[] };

let fresh: Fresh = { workspace: "", reports: [] };
const nothing: readonly BundleReport[] = [];
const listeners = new Set<() => void>();

/** A new load: of the one before only what still waits to be merged stays. */
export function beginLoad(workspace: string, reports: readonly BundleReport[]): void {
  fresh = { ...fresh, reports: fresh.reports.filter(({ status }) => status === "mergeable") };
  addFresh(workspace, reports);
}

/** Replaces what is known of the same files and adds the others in front. */
export function addFresh(workspace: string, reports: readonly BundleReport[]): void {
  const files = new Set(reports.map(({ file }) => file));
  const before = fresh.workspace === workspace ? fresh.reports : nothing;
  fresh = { workspace, reports: [...reports, ...before.filter(({ file }) => !files.has(file))] };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useFresh(workspace: string): readonly BundleReport[] {
  const known = useSyncExternalStore(subscribe, () => fresh);
  return known.workspace === workspace ? known.reports : nothing;
}
