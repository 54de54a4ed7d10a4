import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { BundleRow, RecordRow } from "./tables.ts";

/** Every bundle that holds a record, in the order they came here. Records made here and not sent yet have none. */
export function bundlesHolding(db: Database, record: string): BundleRow[] {
  return db.all(
    sql
      .selectFrom("record")
      .innerJoin("bundle_record", "bundle_record.record", "record.no")
      .innerJoin("bundle", "bundle.no", "bundle_record.bundle")
      .selectAll("bundle")
      .where("record.id", "=", record)
      .orderBy("bundle.received_at")
      .orderBy("bundle.digest"),
  );
}

export interface HeldRecord {
  readonly id: string;
  readonly canonical: string;
  /** Digests of the bundles that hold it, ascending, with a space between; empty where none does. */
  readonly bundles: string;
}

const HELD_RECORDS = `SELECT id, canonical, coalesce((
    SELECT group_concat(digest, ' ') FROM (
      SELECT digest FROM bundle_record JOIN bundle ON bundle.no = bundle_record.bundle
      WHERE bundle_record.record = record.no ORDER BY digest)), '') AS bundles
  FROM record WHERE family = ? ORDER BY id`;

/** All records of one family, ascending by id, read as they are asked for. */
export function* heldRecords(db: Database, family: RecordRow["family"]): Generator<HeldRecord> {
  yield* db.iterateRows<HeldRecord>(HELD_RECORDS, family);
}

/** All bundles on record in the order they were written, series by series. */
export function allBundles(db: Database): BundleRow[] {
  return db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .orderBy("kind")
      .orderBy("unit")
      .orderBy("device")
      .orderBy("sequence")
      .orderBy("digest"),
  );
}
