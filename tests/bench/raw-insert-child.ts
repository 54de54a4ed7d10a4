import SqliteDatabase from "better-sqlite3";
import { Database } from "#main/store/database.ts";

/**
 * Inserts the rows of one workspace into an empty one: prepared statements, one transaction, the same tables and
 * indexes and constraints, the same durability and cache. Answers the time.
 */

const [, , from = "", to = ""] = process.argv;
const TABLES = ["archived_bundle", "bundle", "record", "bundle_record", "subject"] as const;

const source = new SqliteDatabase(from, { readonly: true });
const rows = TABLES.map((table) => ({
  table,
  rows: source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][],
}));
source.close();
const made = Database.open(to, { create: true });
if (!made.ok) throw new Error(made.error);
made.value.close();
const target = new SqliteDatabase(to);
target.pragma("synchronous = FULL");
target.pragma("cache_size = -32768");
target.pragma("foreign_keys = ON");
const start = performance.now();
target
  .transaction(() => {
    for (const { table, rows: all } of rows) {
      const first = all[0];
      // One large bundle lies in a file, not in the database.
      if (first === undefined) continue;
      const insert = target.prepare(`INSERT INTO ${table} VALUES (${first.map(() => "?").join(", ")})`);
      for (const row of all) insert.run(...row);
    }
  })
  .immediate();
const ms = performance.now() - start;
target.close();
process.stdout.write(JSON.stringify({ ms }));
