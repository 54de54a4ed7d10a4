import { decisionSchema, revisionSchema, type LedgerRecord, type RecordId } from "#shared/ledger/record.ts";
import type { DecisionEntry, Entry, RevisionEntry } from "#shared/ledger/entry.ts";
import { isDecisionEntry, isRevisionEntry } from "#shared/ledger/entry.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { RecordTable } from "./tables.ts";

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

/** Adds a record to the ledger; false where it was already there. */
export function insertRecord(
  db: Database,
  { id, record, canonical }: CanonicalEntry,
  local: boolean,
): boolean {
  const { subject, device, planVersion, type } = record;
  const family = type === "decision" ? "decision" : "revision";
  return (
    db
      .prepared(INSERT)
      .run(
        id,
        family,
        subject.unit,
        subject.period,
        subject.item,
        device,
        planVersion,
        local ? 1 : 0,
        canonical,
      ).changes === 1
  );
}

const LINK = "INSERT OR IGNORE INTO bundle_record (bundle, record) VALUES (?, ?)";

export function linkRecordToBundle(db: Database, bundle: string, record: RecordId): void {
  db.prepared(LINK).run(bundle, record);
}

/**
 * Takes away what only this bundle holds: records made here and those that another bundle brought stay. Answers the
 * subjects that the bundle spoke of.
 */
export function removeRecordsOf(db: Database, bundle: string): SubjectAddress[] {
  const held = db.all(
    sql
      .selectFrom("bundle_record")
      .innerJoin("record", "record.id", "bundle_record.record")
      .select(["record.id", "record.unit", "record.period", "record.item"])
      .where("bundle", "=", bundle),
  );
  db.run(sql.deleteFrom("bundle_record").where("bundle", "=", bundle));
  for (const { id } of held) {
    db.run(
      sql
        .deleteFrom("record")
        .where("id", "=", id)
        .where("local", "=", 0)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom("bundle_record").select("bundle").where("record", "=", id))),
        ),
    );
  }
  return held;
}

/** Records of one subject, both families. */
export function subjectEntries(db: Database, { unit, period, item }: SubjectAddress) {
  const rows = db
    .prepared("SELECT id, family, canonical FROM record WHERE unit = ? AND period = ? AND item = ?")
    .all(unit, period, item) as Pick<RecordTable, "id" | "family" | "canonical">[];
  const entries = rows.map(toEntry);
  return { revisions: entries.filter(isRevisionEntry), decisions: entries.filter(isDecisionEntry) };
}

export function recordById(db: Database, id: string): Entry | undefined {
  const row = db.get(sql.selectFrom("record").select(["id", "family", "canonical"]).where("id", "=", id));
  return row && toEntry(row);
}

/** Revisions made by this device that no bundle listed as merged holds yet, ascending by id. */
export function unacknowledgedRevisions(
  db: Database,
  device: string,
): (RevisionEntry & { canonical: string })[] {
  const rows = db.all(
    sql
      .selectFrom("record")
      .select(["id", "family", "canonical"])
      .where("device", "=", device)
      .where("family", "=", "revision")
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("bundle_record")
              .innerJoin("receipt_line", "receipt_line.bundle", "bundle_record.bundle")
              .select("record")
              .whereRef("bundle_record.record", "=", "record.id")
              .where("receipt_line.status", "=", "merged"),
          ),
        ),
      )
      .orderBy("id"),
  );
  return rows.flatMap((row) => {
    const entry = toEntry(row);
    return isRevisionEntry(entry) ? [{ ...entry, canonical: row.canonical }] : [];
  });
}

/** Decisions on one unit's subjects, ascending by id. */
export function decisionsOnUnit(db: Database, unit: string): (DecisionEntry & { canonical: string })[] {
  const rows = db.all(
    sql
      .selectFrom("record")
      .select(["id", "family", "canonical"])
      .where("unit", "=", unit)
      .where("family", "=", "decision")
      .orderBy("id"),
  );
  return rows.flatMap((row) => {
    const entry = toEntry(row);
    return isDecisionEntry(entry) ? [{ ...entry, canonical: row.canonical }] : [];
  });
}

/** All ids of one family, ascending: what the ledger digest reads. */
export function* recordIds(db: Database, family: RecordTable["family"]): Generator<string> {
  const rows = db.iterate(sql.selectFrom("record").select("id").where("family", "=", family).orderBy("id"));
  for (const { id } of rows) yield id;
}

export function countRecords(db: Database, family: RecordTable["family"]): number {
  const row = db.get(
    sql
      .selectFrom("record")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("family", "=", family),
  );
  return row?.count ?? 0;
}

export function hasRecord(db: Database, id: string): boolean {
  return db.get(sql.selectFrom("record").select("id").where("id", "=", id)) !== undefined;
}

// NOTE: rows come from a file that others may have edited: they are parsed again, not trusted.
function toEntry({ id, family, canonical }: Pick<RecordTable, "id" | "family" | "canonical">): Entry {
  const parsed: unknown = JSON.parse(canonical);
  const record: LedgerRecord =
    family === "decision" ? decisionSchema.parse(parsed) : revisionSchema.parse(parsed);
  return { id: id as RecordId, record };
}
