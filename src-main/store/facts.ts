import type { Database } from "./database.ts";
import { sql } from "./database.ts";

/** Single facts of a workspace, by name. */
export const factKeys = [
  "role",
  "unit",
  "name",
  "device",
  "root",
  "plan",
  "created-at",
  "sample",
  "encryption-recipients",
  "request-at",
  "restored-at",
  "request-after",
  "officer",
  "locked-at",
  "lock-after",
  "plan-read",
  "plan-in-use",
  "watched-folder",
  "evaluation",
  "return-phrases",
  "reminder-letter",
] as const;
export type FactKey = (typeof factKeys)[number];

export function readFact(db: Database, key: FactKey): string | undefined {
  return db.get(sql.selectFrom("fact").select("value").where("key", "=", key))?.value;
}

export function eraseFact(db: Database, key: FactKey): void {
  db.run(sql.deleteFrom("fact").where("key", "=", key));
}

export function writeFact(db: Database, key: FactKey, value: string): void {
  db.run(
    sql
      .insertInto("fact")
      .values({ key, value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value })),
  );
}
