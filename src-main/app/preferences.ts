import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { gridLooksSchema, languageSchema, themeSchema } from "#shared/ipc/host-contract.ts";
import { roleSchema } from "#shared/ipc/workspace-view.ts";

/** Outer frame of the window in device-independent pixels, as it is when neither maximised nor minimised. */
const windowStateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});

const recentSchema = z.object({ dir: z.string().min(1), name: z.string(), role: roleSchema });

/** Each member falls back on its own, so that damage to one does not lose the others. */
const preferencesSchema = z.object({
  language: languageSchema.catch("zh-CN"),
  theme: themeSchema.catch("system"),
  grid: gridLooksSchema.catch({ density: "normal", widths: {} }),
  window: windowStateSchema.nullable().catch(null),
  recent: z.array(recentSchema).catch([]),
});

export type Preferences = z.infer<typeof preferencesSchema>;
export type WindowState = z.infer<typeof windowStateSchema>;
export type RecentWorkspace = z.infer<typeof recentSchema>;

export interface PreferencesStore {
  get(): Preferences;
  /** Writes at once. Throws where the disk refuses. */
  update(change: Partial<Preferences>): Preferences;
}

function read(file: string): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return preferencesSchema.parse({});
  }
}

/** Synchronous, since a closing window is not waited for: a reader sees the old file or the new, never half. */
function replaceFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.part`;
  try {
    writeFileSync(beside, text, { flush: true });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Preferences of this person on this machine; a missing or damaged file means the defaults. */
export function openPreferences(file: string): PreferencesStore {
  let current = read(file);
  return {
    get: () => current,
    update(change) {
      const next = { ...current, ...change };
      replaceFile(file, `${JSON.stringify(next, null, 2)}\n`);
      current = next;
      return current;
    },
  };
}
