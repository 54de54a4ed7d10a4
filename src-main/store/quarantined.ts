import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { QuarantineToldTable } from "./tables.ts";

/** Refused files on record; their bytes lie in the folder `quarantine`. */

export interface Quarantined {
  readonly sha256: string;
  readonly name: string;
  readonly reason: string;
  readonly receivedAt: string;
  readonly report: string;
}

/** 已告知, for the reason that stands; what was told of another reason is not told of this one. */
export interface Told {
  readonly by: string;
  readonly at: string;
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

export function quarantined(db: Database): (Quarantined & { readonly told: Told | null })[] {
  const marks = new Map(
    db.all(sql.selectFrom("quarantine_told").selectAll()).map((mark) => [mark.sha256, mark]),
  );
  return db
    .all(sql.selectFrom("quarantine").selectAll().orderBy("received_at", "desc").orderBy("sha256"))
    .map(({ received_at: receivedAt, ...row }) => {
      const mark = marks.get(row.sha256);
      const told = mark?.reason === row.reason ? { by: mark.told_by, at: mark.told_at } : null;
      return { ...row, receivedAt, told };
    });
}

export function putTold(db: Database, row: QuarantineToldTable): void {
  const { reason, told_by, told_at } = row;
  db.run(
    sql
      .insertInto("quarantine_told")
      .values(row)
      .onConflict((conflict) => conflict.column("sha256").doUpdateSet({ reason, told_by, told_at })),
  );
}

export function removeTold(db: Database, sha256: string): void {
  db.run(sql.deleteFrom("quarantine_told").where("sha256", "=", sha256));
}
