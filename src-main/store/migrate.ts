import type { Database as Sqlite } from "better-sqlite3";
import { fail, ok, type Result } from "#shared/result.ts";
import { migrations } from "./migrations/index.ts";

export type MigrationError = "newer-workspace";

/**
 * Brings a database to the present schema, one transaction each, so that a failed step leaves the last whole
 * one. A database from a newer program is refused untouched.
 */
export function migrate(
  sqlite: Sqlite,
  steps: readonly { readonly sql: string }[] = migrations,
): Result<number, MigrationError> {
  if (versionOf(sqlite) > steps.length) return fail("newer-workspace");
  for (const [index, { sql }] of steps.entries()) {
    if (index < versionOf(sqlite)) continue;
    sqlite
      .transaction(() => {
        // NOTE: another process may have taken this step while this one waited for the lock.
        if (index < versionOf(sqlite)) return;
        sqlite.exec(sql);
        sqlite.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
  return ok(steps.length);
}

/** How many steps a database has behind it; 0 for a new one. */
export const versionOf = (sqlite: Sqlite): number => Number(sqlite.pragma("user_version", { simple: true }));
