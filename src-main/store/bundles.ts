import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { BundleRow, NewBundle } from "./tables.ts";

/** The number of a bundle in this database. */
export type BundleNo = number;

/**
 * Puts a bundle on record and answers its number; the same digest again changes nothing but lifts a held one to
 * admitted.
 */
export function insertBundle(db: Database, row: NewBundle): BundleNo {
  const inserted = db.get(
    sql
      .insertInto("bundle")
      .values(row)
      .onConflict((conflict) =>
        conflict.column("digest").doUpdateSet({ status: row.status, report: row.report }),
      )
      .returning("no"),
  );
  if (inserted === undefined) throw new Error(`bundle ${row.digest} has no number`);
  return inserted.no;
}

/** What merging found, kept for the inbox; not part of the ledger. A bundle of this workspace keeps its own. */
export function saveBundleReport(db: Database, digest: string, report: string, late: boolean): void {
  const values = { report, late: late ? 1 : 0 };
  db.run(sql.updateTable("bundle").set(values).where("digest", "=", digest).where("status", "!=", "own"));
}

export function bundleByDigest(db: Database, digest: string): BundleRow | undefined {
  return db.get(sql.selectFrom("bundle").selectAll().where("digest", "=", digest));
}

const CARRYING = `SELECT digest FROM bundle WHERE status <> 'held' AND instr(manifest, ?) > 0 ORDER BY no DESC`;

/** Digests of the bundles whose manifest lists a file of this name, newest first. */
export const bundlesCarrying = (db: Database, path: string): string[] =>
  db.rowsOf<{ digest: string }>(CARRYING, `"path":"${path}"`).map(({ digest }) => digest);

/** A series is what one device numbers: its bundles of one kind for one unit. */
export interface Series {
  readonly device: string;
  readonly kind: string;
  readonly unit: string | null;
}

export function seriesOf(db: Database, { device, kind, unit }: Series): BundleRow[] {
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

const SERIES = "FROM bundle WHERE device = ? AND kind = ? AND unit IS ?";

/** What stands in a series besides this bundle: whether its number is taken, and whether the one before is there. */
export function placeInSeries(
  db: Database,
  { device, kind, unit }: Series,
  { digest, sequence }: { readonly digest: string; readonly sequence: number },
): { readonly isTaken: boolean; readonly followsAnother: boolean } {
  const at = [device, kind, unit] as const;
  const taken = db
    .prepared(`SELECT 1 ${SERIES} AND sequence = ? AND digest <> ?`)
    .get(...at, sequence, digest);
  const before = db.prepared(`SELECT 1 ${SERIES} AND sequence = ?`).get(...at, sequence - 1);
  return { isTaken: taken !== undefined, followsAnother: before !== undefined };
}

/** Which bundle it is, and how it came here: what can be said of it without its manifest. */
export type BundleIdentity = Pick<
  BundleRow,
  "digest" | "kind" | "unit" | "device" | "sequence" | "revisions" | "created_at" | "received_at" | "file"
>;

const OF_FILE = `SELECT digest, kind, unit, device, sequence, revisions, created_at, received_at, file, status
  FROM taken_file JOIN bundle ON bundle.no = taken_file.bundle WHERE sha256 = ?`;

/** The bundle that a file, known by the SHA-256 of its bytes, brought. */
export const bundleOfFile = (db: Database, sha256: string) =>
  db.rowOf<BundleIdentity & Pick<BundleRow, "status">>(OF_FILE, sha256);

const TAKE_FILE = `INSERT OR REPLACE INTO taken_file (sha256, bundle)
  VALUES (?, (SELECT no FROM bundle WHERE digest = ?))`;

export function saveTakenFile(db: Database, sha256: string, bundle: string): void {
  db.prepared(TAKE_FILE).run(sha256, bundle);
}

export function bundlesReceived(db: Database): BundleRow[] {
  return db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .where("status", "!=", "own")
      .orderBy("received_at", "desc")
      .orderBy("digest"),
  );
}

export function bundlesOfKind(db: Database, kind: string, status: BundleRow["status"][]): BundleRow[] {
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

/** Kinds in which a unit reports. */
export const REPORTED = ["submission", "exchange"] as const;

/** Bundles of a unit, in the order they came; admitted ones where nothing else is asked for. */
export function bundlesOfUnit(
  db: Database,
  unit: string,
  kinds: readonly string[],
  status: readonly BundleRow["status"][] = ["admitted"],
): BundleRow[] {
  return db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .where("unit", "=", unit)
      .where("kind", "in", kinds)
      .where("status", "in", status)
      .orderBy("received_at")
      .orderBy("device")
      .orderBy("sequence"),
  );
}

/** Bundles of a unit in a kind that another device of it made, newest of each first. */
export const bundlesOfSisters = (db: Database, unit: string, kind: string, device: string): BundleRow[] =>
  bundlesOfUnit(db, unit, [kind])
    .filter((row) => row.device !== device)
    .toSorted((a, b) => b.sequence - a.sequence);

/** Every bundle whose records are in the ledger, or which was written here, in the order they came. */
export const bundlesOnRecord = (db: Database): BundleRow[] =>
  db.all(
    sql
      .selectFrom("bundle")
      .selectAll()
      .where("status", "!=", "held")
      .orderBy("received_at")
      .orderBy("device")
      .orderBy("sequence"),
  );

export function heldBundles(db: Database): BundleRow[] {
  return db.all(sql.selectFrom("bundle").selectAll().where("status", "=", "held").orderBy("digest"));
}

/** Admitted bundles that one of these devices signed. */
export function bundlesSignedBy(db: Database, devices: readonly string[]): BundleRow[] {
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

/** When the office first took in each answer of the periods in an admitted submission. */
export function firstReceived(
  db: Database,
  periods: readonly string[],
): { readonly unit: string; readonly period: string; readonly item: string; readonly first: string }[] {
  return db.all(
    sql
      .selectFrom("record")
      .innerJoin("bundle_record", "bundle_record.record", "record.no")
      .innerJoin("bundle", "bundle.no", "bundle_record.bundle")
      .select(({ fn }) => [
        "record.unit",
        "record.period",
        "record.item",
        fn.min<string>("bundle.received_at").as("first"),
      ])
      .where("record.period", "in", periods)
      .where("record.family", "=", "revision")
      .where("bundle.kind", "=", "submission")
      .where("bundle.status", "=", "admitted")
      .groupBy(["record.unit", "record.period", "record.item"]),
  );
}

/** The admitted bundle that first brought this record here. */
export function bundleOfRecord(db: Database, record: string): BundleRow | undefined {
  return db.get(
    sql
      .selectFrom("record")
      .innerJoin("bundle_record", "bundle_record.record", "record.no")
      .innerJoin("bundle", "bundle.no", "bundle_record.bundle")
      .selectAll("bundle")
      .where("record.id", "=", record)
      .orderBy("bundle.received_at")
      .orderBy("bundle.digest")
      .limit(1),
  );
}

export function recordsOfBundle(db: Database, digest: string): string[] {
  return db
    .all(
      sql
        .selectFrom("bundle")
        .innerJoin("bundle_record", "bundle_record.bundle", "bundle.no")
        .innerJoin("record", "record.no", "bundle_record.record")
        .select("record.id")
        .where("bundle.digest", "=", digest)
        .orderBy("record.id"),
    )
    .map(({ id }) => id);
}

const IN_BUNDLE = `SELECT 1 FROM bundle_record
  WHERE record = (SELECT no FROM record WHERE id = ?) AND bundle = (SELECT no FROM bundle WHERE digest = ?)`;

export const isInBundle = (db: Database, bundle: string, record: string): boolean =>
  db.rowOf(IN_BUNDLE, record, bundle) !== undefined;

/** Records that were not made here and that no bundle brought: there should be none. */
export function unheldRecords(db: Database): string[] {
  const rows = db.all(
    sql
      .selectFrom("record")
      .leftJoin("bundle_record", "bundle_record.record", "record.no")
      .select("record.id")
      .where("record.local", "=", 0)
      .where("bundle_record.bundle", "is", null),
  );
  return rows.map(({ id }) => id);
}
