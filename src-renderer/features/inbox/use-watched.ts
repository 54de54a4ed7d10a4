import { useEffect } from "react";
import type { WatchedFolder } from "#shared/ipc/watched-folder-view.ts";
import { invalidate } from "../../app/queries.ts";
import type { Intake } from "./use-intake.ts";

const EVERY_MS = 4000;

/** Files of which the page has taken note, as they were; they are not read a second time. */
const noted = new Set<string>();

/** Looks into the folder while the page is open and verifies what is new; merging stays with the person. */
export function useWatched(watched: WatchedFolder | null, intake: Intake): void {
  const folder = watched?.folder ?? null;
  useEffect(() => {
    if (folder === null) return undefined;
    const timer = window.setInterval(() => invalidate("inbox.watched"), EVERY_MS);
    return () => window.clearInterval(timer);
  }, [folder]);
  const { work, inspect } = intake;
  useEffect(() => {
    if (watched === null || work !== null) return;
    const fresh = watched.files.filter(({ file, stamp }) => !noted.has(`${stamp} ${file}`));
    if (fresh.length === 0) return;
    for (const { file, stamp } of fresh) noted.add(`${stamp} ${file}`);
    void inspect(fresh.map(({ file }) => file));
  }, [watched, work, inspect]);
}
