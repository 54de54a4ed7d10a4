import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { BundleTable } from "./tables.ts";

/** Puts a bundle on record; the same digest again changes nothing but lifts a held one to admitted. */
export function insertBundle(db: Database, row: BundleTable): void {
  db.run(
    sql
      .insertInto("bundle")
      .values(row)
      .onConflict((conflict) =>
        conflict.column("digest").doUpdateSet({ status: row.status, report: row.report }),
      ),
  );
}

/** What merging found, kept for the inbox; not part of the ledger. A bundle of this workspace keeps its own. */
export function saveBundleReport(db: Database, digest: string, report: string): void {
  db.run(sql.updateTable("bundle").set({ report }).where("digest", "=", digest).where("status", "!=", "own"));
}

export function bundleByDigest(db: Database, digest: string): BundleTable | undefined {
  return db.get(sql.selectFrom("bundle").selectAll().where("digest", "=", digest));
}

/** A series is what one device numbers: its bundles of one kind for one unit. */
export interface Series {
  readonly device: string;
  readonly kind: string;
  readonly unit: string | null;
}

export function seriesOf(db: Database, { device, kind, unit }: Series): BundleTable[] {
  return db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .where("device", "=", device)
      .where("kind", "=", kind)
      .where("unit", unit === null ? "is" : "=", unit)
      .orderBy("sequence"),
  );
}

export function bundlesReceived(db: Database): BundleTable[] {
  return db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .where("status", "!=", "own")
      .orderBy("received_at", "desc")
      .orderBy("digest"),
  );
}

export function bundlesOfKind(db: Database, kind: string, status: BundleTable["status"][]): BundleTable[] {
  return db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .where("kind", "=", kind)
      .where("status", "in", status)
      .orderBy("received_at")
      .orderBy("sequence"),
  );
}

export function heldBundles(db: Database): BundleTable[] {
  return db.all(sql.selectFrom("bundle").selectAll().where("status", "=", "held").orderBy("digest"));
}

/** The admitted bundle that first brought this record here. */
export function bundleOfRecord(db: Database, record: string): BundleTable | undefined {
  return db.get(
    sql
      .selectFrom("bundle_record")
      .innerJoin("bundle", "bundle.digest", "bundle_record.bundle")
      .selectAll("bundle")
      .where("bundle_record.record", "=", record)
      .orderBy("bundle.received_at")
      .orderBy("bundle.digest")
      .limit(1),
  );
}

export function recordsOfBundle(db: Database, digest: string): string[] {
  return db
    .all(sql.selectFrom("bundle_record").select("record").where("bundle", "=", digest).orderBy("record"))
    .map(({ record }) => record);
}

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

export function receiptLine(
  db: Database,
  bundle: string,
): { status: string; reason: string | null } | undefined {
  return db.get(sql.selectFrom("receipt_line").select(["status", "reason"]).where("bundle", "=", bundle));
}

/** `merged` beats any other word, whatever order receipts arrive in. */
export function saveReceiptLine(
  db: Database,
  line: { bundle: string; status: string; reason: string | null; receivedAt: string },
): void {
  if (receiptLine(db, line.bundle)?.status === "merged") return;
  const row = { bundle: line.bundle, status: line.status, reason: line.reason, received_at: line.receivedAt };
  db.run(
    sql
      .insertInto("receipt_line")
      .values(row)
      .onConflict((conflict) => conflict.column("bundle").doUpdateSet(row)),
  );
}
