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
  const version = Number(sqlite.pragma("user_version", { simple: true }));
  if (version > steps.length) return fail("newer-workspace");
  for (const [index, { sql }] of steps.entries()) {
    if (index < version) continue;
    sqlite
      .transaction(() => {
        sqlite.exec(sql);
        sqlite.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
  return ok(steps.length);
}
