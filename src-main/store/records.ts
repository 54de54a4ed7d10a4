import { sql as raw } from "kysely";
import { decisionSchema, revisionSchema, type LedgerRecord, type RecordId } from "#shared/ledger/record.ts";
import type { DecisionEntry, Entry, RevisionEntry } from "#shared/ledger/entry.ts";
import { isDecisionEntry, isRevisionEntry } from "#shared/ledger/entry.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { BundleNo } from "./bundles.ts";
import type { RecordRow } from "./tables.ts";

export interface SubjectAddress {
  readonly unit: string;
  readonly period: string;
  readonly item: string;
}

/** A record with the canonical text that its id is the digest of. */
export interface CanonicalEntry extends Entry {
  readonly canonical: string;
}

const INSERT = `INSERT OR IGNORE INTO record
  (id, family, unit, period, item, device, plan_version, local, canonical) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Adds a record to the ledger; answers its number in this database, and whether it is new. */
export function insertRecord(
  db: Database,
  { id, record, canonical }: CanonicalEntry,
  local: boolean,
): { readonly no: RecordNo; readonly isNew: boolean } {
  const { subject, device, planVersion, type } = record;
  const family = type === "decision" ? "decision" : "revision";
  const values = [subject.unit, subject.period, subject.item, device, planVersion, local ? 1 : 0, canonical];
  const { changes, lastInsertRowid } = db.prepared(INSERT).run(id, family, ...values);
  return changes === 1
    ? { no: Number(lastInsertRowid), isNew: true }
    : { no: Number(db.prepared("SELECT no FROM record WHERE id = ?").pluck().get(id)), isNew: false };
}

/** The number of a record in this database. */
export type RecordNo = number;

const LINK = "INSERT OR IGNORE INTO bundle_record (bundle, record) VALUES (?, ?)";

export function linkRecordToBundle(db: Database, bundle: BundleNo, record: RecordNo): void {
  db.prepared(LINK).run(bundle, record);
}

const LINK_KNOWN = `INSERT OR IGNORE INTO bundle_record (bundle, record)
  VALUES (?, (SELECT no FROM record WHERE id = ?))`;

/** The same for a record that is in the ledger already. */
export function linkKnownRecord(db: Database, bundle: BundleNo, record: RecordId): void {
  db.prepared(LINK_KNOWN).run(bundle, record);
}

const COUNT = "SELECT count(*) AS count FROM bundle_record WHERE bundle = ?";

export const recordsInBundle = (db: Database, bundle: BundleNo): number =>
  db.rowOf<{ count: number }>(COUNT, bundle)?.count ?? 0;

const ONLY_HERE = `SELECT r.no, r.unit, r.period, r.item, r.local = 0 AND NOT EXISTS (
    SELECT 1 FROM bundle_record AS other WHERE other.record = r.no AND other.bundle <> held.bundle) AS only_here
  FROM bundle_record AS held JOIN record AS r ON r.no = held.record WHERE held.bundle = ?`;

/**
 * Takes away what only this bundle holds: records made here and those that another bundle brought stay. Answers the
 * subjects that the bundle spoke of.
 */
export function removeRecordsOf(db: Database, bundle: BundleNo): SubjectAddress[] {
  const held = db.rowsOf<SubjectAddress & { no: RecordNo; only_here: number }>(ONLY_HERE, bundle);
  db.run(sql.deleteFrom("bundle_record").where("bundle", "=", bundle));
  for (const { no, only_here: isOnlyHere } of held)
    if (isOnlyHere === 1) db.run(sql.deleteFrom("record").where("no", "=", no));
  return held;
}

const BESIDES = `SELECT 1 FROM record AS r WHERE id = ? AND
  (local = 1 OR EXISTS (SELECT 1 FROM bundle_record WHERE record = r.no AND bundle <> ?))`;

/** Whether the ledger has this record other than through this bundle. */
export const isHeldBesides = (db: Database, id: RecordId, bundle: BundleNo): boolean =>
  db.prepared(BESIDES).get(id, bundle) !== undefined;

type StoredRecord = Pick<RecordRow, "id" | "family" | "canonical">;
const OF_SUBJECT = "SELECT id, family, canonical FROM record WHERE unit = ? AND period = ? AND item = ?";

/** Records of one subject, both families. */
export function subjectEntries(db: Database, { unit, period, item }: SubjectAddress) {
  const rows = db.rowsOf<StoredRecord>(OF_SUBJECT, unit, period, item);
  const entries = rows.map(toEntry);
  return { revisions: entries.filter(isRevisionEntry), decisions: entries.filter(isDecisionEntry) };
}

export function recordById(db: Database, id: string): Entry | undefined {
  const row = db.get(sql.selectFrom("record").select(["id", "family", "canonical"]).where("id", "=", id));
  return row && toEntry(row);
}

export const isOnRecord = (db: Database, id: RecordId): boolean =>
  db.prepared("SELECT 1 FROM record WHERE id = ?").get(id) !== undefined;

/** The text that the id of a record is the digest of. */
export const canonicalOf = (db: Database, id: string): string | undefined =>
  db.get(sql.selectFrom("record").select("canonical").where("id", "=", id))?.canonical;

type CanonicalOf<E extends Entry> = E & { readonly canonical: string };

/** Revisions made by one device, ascending by id. */
export const revisionsOfDevice = (db: Database, device: string): CanonicalOf<RevisionEntry>[] =>
  db
    .all(ENTRIES.where("device", "=", device).where("family", "=", "revision"))
    .map(toCanonicalEntry)
    .filter((entry) => isRevisionEntry(entry));

/** Revisions made by this device that no bundle listed as merged holds yet, ascending by id. */
export const unacknowledgedRevisions = (db: Database, device: string): CanonicalOf<RevisionEntry>[] =>
  db
    .all(ENTRIES.where("device", "=", device).where("family", "=", "revision").where(IS_UNACKNOWLEDGED))
    .map(toCanonicalEntry)
    .filter((entry) => isRevisionEntry(entry));

/** No bundle that a receipt or a recovery lists as merged holds the record. */
const IS_UNACKNOWLEDGED = raw<boolean>`NOT EXISTS (SELECT 1 FROM bundle_record AS held
  JOIN bundle AS holder ON holder.no = held.bundle
  JOIN receipt_line AS line ON line.bundle = holder.digest
  WHERE held.record = record.no AND line.status = 'merged')`;

/** Which records of a bundle no receipt has acknowledged, by their numbers. */
export const unacknowledgedIn = (db: Database, bundle: BundleNo): RecordNo[] =>
  db
    .all(
      sql
        .selectFrom("bundle_record")
        .innerJoin("record", "record.no", "bundle_record.record")
        .select("record.no")
        .where("bundle_record.bundle", "=", bundle)
        .where(IS_UNACKNOWLEDGED),
    )
    .map(({ no }) => no);

/** Decisions that one device made, on all subjects or on one unit's, ascending by id. */
export function decisionsBy(db: Database, device: string, unit?: string): CanonicalOf<DecisionEntry>[] {
  const made = ENTRIES.where("device", "=", device).where("family", "=", "decision");
  return db
    .all(unit === undefined ? made : made.where("unit", "=", unit))
    .map(toCanonicalEntry)
    .filter((entry) => isDecisionEntry(entry));
}

/** Decisions made here under other keys than these that no bundle holds: nobody else can know of them. */
export const undeliveredDecisions = (db: Database, device: string): CanonicalOf<DecisionEntry>[] =>
  db
    .all(
      ENTRIES.where("device", "!=", device)
        .where("local", "=", 1)
        .where("family", "=", "decision")
        .where(raw<boolean>`NOT EXISTS (SELECT 1 FROM bundle_record WHERE bundle_record.record = record.no)`),
    )
    .map(toCanonicalEntry)
    .filter((entry) => isDecisionEntry(entry));

/** Takes a record away that nobody else knows of. */
export function deleteRecord(db: Database, id: RecordId): void {
  db.run(sql.deleteFrom("record").where("id", "=", id));
}

const ENTRIES = sql.selectFrom("record").select(["id", "family", "canonical"]).orderBy("id");

const toCanonicalEntry = (row: StoredRecord): CanonicalEntry => ({
  ...toEntry(row),
  canonical: row.canonical,
});

/** All ids of one family, ascending: what the ledger digest reads. */
export function* recordIds(db: Database, family: RecordRow["family"]): Generator<string> {
  const rows = db.iterate(sql.selectFrom("record").select("id").where("family", "=", family).orderBy("id"));
  for (const { id } of rows) yield id;
}

export function countRecords(db: Database, family: RecordRow["family"]): number {
  const row = db.get(
    sql
      .selectFrom("record")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("family", "=", family),
  );
  return row?.count ?? 0;
}

// NOTE: rows come from a file that others may have edited: they are parsed again, not trusted.
function toEntry({ id, family, canonical }: StoredRecord): Entry {
  const parsed: unknown = JSON.parse(canonical);
  const record: LedgerRecord =
    family === "decision" ? decisionSchema.parse(parsed) : revisionSchema.parse(parsed);
  return { id: id as RecordId, record };
}

const RETURNED = `SELECT unit, count(DISTINCT item) AS items FROM record
  WHERE period = ? AND family = 'decision' AND canonical ->> '$.body.outcome' = 'returned' GROUP BY unit`;

/** By unit, how many items of the period came back at least once, whatever became of them. */
export const returnedItems = (db: Database, period: string): ReadonlyMap<string, number> =>
  new Map(
    db.rowsOf<{ unit: string; items: number }>(RETURNED, period).map(({ unit, items }) => [unit, items]),
  );
