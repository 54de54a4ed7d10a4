import { writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { importFiles } from "#main/engine/inbox.ts";
import { closeSession } from "#main/engine/workspace.ts";
import { Database } from "#main/store/database.ts";
import { figure, timed, type Figure } from "./figure.ts";
import { newOffice, submissionOf } from "./office.ts";

const CONTEXT = { progress: () => undefined, signal: new AbortController().signal };
const TABLES = ["record", "bundle_record", "subject"] as const;

/** Verifying and merging one bundle, against better-sqlite3 inserting the rows it leaves behind. */
export async function mergeRevisions(folder: string, count: number): Promise<Figure> {
  const office = await newOffice(join(folder, "office"));
  const file = join(folder, "bundle.tzb");
  writeFileSync(file, await submissionOf(office, count));
  const merged = await timed(() => importFiles(office, [file], { trial: false, context: CONTEXT }));
  const added = merged.value.ok ? (merged.value.value[0]?.counts.added ?? 0) : 0;
  if (added !== count) throw new Error(`merged ${added} of ${count}`);
  const again = await timed(() => importFiles(office, [file], { trial: false, context: CONTEXT }));
  const workspace = join(folder, "office", "workspace.sqlite3");
  closeSession(office);
  const raw = rawInsert(workspace, join(folder, "raw.sqlite3"));
  return figure(
    { name: "verify and merge one bundle", count, ms: merged.ms },
    { name: "raw insert of the same rows", ms: raw },
    {
      knownBundleRatio: Number((again.ms / raw).toFixed(2)),
      rssMb: Math.round(process.memoryUsage.rss() / 1e6),
    },
  );
}

/** Prepared statements, one transaction, the same tables and indexes, the same durability. */
function rawInsert(from: string, to: string): number {
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
  target.pragma("foreign_keys = OFF");
  const start = performance.now();
  target
    .transaction(() => {
      for (const { table, rows: all } of rows) {
        const first = all[0];
        if (first === undefined) throw new Error(`${table} is empty`);
        const insert = target.prepare(`INSERT INTO ${table} VALUES (${first.map(() => "?").join(", ")})`);
        for (const row of all) insert.run(...row);
      }
    })
    .immediate();
  const ms = performance.now() - start;
  target.close();
  return ms;
}
