import type { Period, UnitKey } from "#shared/plan/ids.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { PaperReceivedTable } from "./tables.ts";

/** Signed sheets that have come, one per unit and period. */

export const papersOf = (db: Database, period: Period): ReadonlyMap<string, PaperReceivedTable> =>
  new Map(
    db
      .all(sql.selectFrom("paper_received").selectAll().where("period", "=", period))
      .map((row) => [row.unit, row]),
  );

/** A later sheet takes the place of the one before. */
export function putPaper(db: Database, row: PaperReceivedTable): void {
  const { received_at, code, agrees } = row;
  db.run(
    sql
      .insertInto("paper_received")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["period", "unit"]).doUpdateSet({ received_at, code, agrees }),
      ),
  );
}

export function deletePaper(db: Database, unit: UnitKey, period: Period): void {
  db.run(sql.deleteFrom("paper_received").where("period", "=", period).where("unit", "=", unit));
}
