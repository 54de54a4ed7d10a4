import type { Database } from "./database.ts";
import { sql } from "./database.ts";

/** Refused files on record; their bytes lie in the folder `quarantine`. */

export interface Quarantined {
  readonly sha256: string;
  readonly name: string;
  readonly reason: string;
  readonly receivedAt: string;
  readonly report: string;
}

export function insertQuarantined(db: Database, { receivedAt, ...row }: Quarantined): void {
  db.run(
    sql
      .insertInto("quarantine")
      .values({ ...row, received_at: receivedAt })
      .onConflict((conflict) =>
        conflict
          .column("sha256")
          .doUpdateSet({ reason: row.reason, report: row.report, received_at: receivedAt }),
      ),
  );
}

export function removeQuarantined(db: Database, sha256: string): void {
  db.run(sql.deleteFrom("quarantine").where("sha256", "=", sha256));
}

export function quarantined(db: Database): Quarantined[] {
  return db
    .all(sql.selectFrom("quarantine").selectAll().orderBy("received_at", "desc").orderBy("sha256"))
    .map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt }));
}
