import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { SubjectAddress } from "./records.ts";
import type { ExemplaryTable } from "./tables.ts";

/** Newest period first, within it in the order of units and items. */
export const exemplaryRows = (db: Database): ExemplaryTable[] =>
  db.all(sql.selectFrom("exemplary").selectAll().orderBy("period", "desc").orderBy("unit").orderBy("item"));

export function saveExemplary(db: Database, row: ExemplaryTable): void {
  const { revision, body, marked_by, marked_at } = row;
  db.run(
    sql
      .insertInto("exemplary")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["unit", "period", "item"]).doUpdateSet({ revision, body, marked_by, marked_at }),
      ),
  );
}

export function deleteExemplary(db: Database, { unit, period, item }: SubjectAddress): void {
  db.run(
    sql
      .deleteFrom("exemplary")
      .where("unit", "=", unit)
      .where("period", "=", period)
      .where("item", "=", item),
  );
}
