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

/** Admitted bundles that one of these devices signed. */
export function bundlesSignedBy(db: Database, devices: readonly string[]): BundleTable[] {
  return db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .where("device", "in", devices)
      .where("status", "=", "admitted")
      .orderBy("digest"),
  );
}

/** Takes a bundle off the record; its records are the caller's to remove before. */
export function deleteBundle(db: Database, digest: string): void {
  db.run(sql.deleteFrom("bundle").where("digest", "=", digest));
}

/** Notes where a bundle written here was handed out. */
export function saveBundleFile(db: Database, digest: string, file: string): void {
  db.run(sql.updateTable("bundle").set({ file }).where("digest", "=", digest));
}

/** When each item of a unit's period was first received in a submission, by item. */
export function firstReceived(db: Database, at: { unit: string; period: string }): Map<string, string> {
  const rows = db.all(
    sql
      .selectFrom("record")
      .innerJoin("bundle_record", "bundle_record.record", "record.id")
      .innerJoin("bundle", "bundle.digest", "bundle_record.bundle")
      .select(({ fn }) => ["record.item", fn.min<string>("bundle.received_at").as("first")])
      .where("record.unit", "=", at.unit)
      .where("record.period", "=", at.period)
      .where("record.family", "=", "revision")
      .where("bundle.kind", "=", "submission")
      .where("bundle.status", "=", "admitted")
      .groupBy("record.item"),
  );
  return new Map(rows.map(({ item, first }) => [item, first]));
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

/** Records that were not made here and that no bundle brought: there should be none. */
export function unheldRecords(db: Database): string[] {
  const rows = db.all(
    sql
      .selectFrom("record")
      .leftJoin("bundle_record", "bundle_record.record", "record.id")
      .select("record.id")
      .where("record.local", "=", 0)
      .where("bundle_record.bundle", "is", null),
  );
  return rows.map(({ id }) => id);
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
