import SqliteDatabase from "better-sqlite3";

/** Reads with better-sqlite3 alone what a roll-up of the last period reads: indicators and registers. */

const [, , file = ""] = process.argv;
const database = new SqliteDatabase(file, { readonly: true });
const start = performance.now();
const rows = database
  .prepare(
    "SELECT * FROM subject WHERE item >= 'indicator:' AND item < 'indicator;' OR item >= 'register:' AND item < 'register;'",
  )
  .all();
const ms = performance.now() - start;
database.close();
process.stdout.write(JSON.stringify({ ms, rows: rows.length }));
