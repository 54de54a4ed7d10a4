import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { subjectState, type SubjectState } from "#shared/ledger/subject-state.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import { recordsInBundle, subjectEntries, type SubjectAddress } from "./records.ts";
import type { BundleNo } from "./bundles.ts";
import type { SubjectTable } from "./tables.ts";

/** State of one subject, from its records. */
export function readSubjectState(db: Database, address: SubjectAddress): SubjectState {
  const { revisions, decisions } = subjectEntries(db, address);
  return subjectState(revisions, decisions);
}

const UPSERT = `INSERT OR REPLACE INTO subject
  (unit, period, item, status, current, current_body, accepted, accepted_body, verified, decision, outcome,
   undecided, incomplete) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const DELETE = "DELETE FROM subject WHERE unit = ? AND period = ? AND item = ?";

/** Brings the projection's row of one subject up to its records; answers the state it is in. */
export function projectSubject(db: Database, address: SubjectAddress): SubjectState {
  const state = readSubjectState(db, address);
  const { unit, period, item } = address;
  if (state.status === "none" && state.decision === null) {
    db.prepared(DELETE).run(unit, period, item);
    return state;
  }
  db.prepared(UPSERT).run(
    unit,
    period,
    item,
    state.status,
    state.current?.id ?? null,
    state.current && toCanonicalText(state.current.record.body),
    state.accepted?.revision.id ?? null,
    state.accepted && toCanonicalText(state.accepted.body),
    state.accepted?.verified ? 1 : 0,
    state.decision?.id ?? null,
    state.decision?.record.body.outcome ?? null,
    state.undecided ? 1 : 0,
    state.incomplete ? 1 : 0,
  );
  return state;
}

const OF_BUNDLE = "FROM bundle_record JOIN record AS r ON r.no = bundle_record.record WHERE bundle = @bundle";
const HAS_OTHERS = `EXISTS (SELECT 1 FROM record AS o
  WHERE o.unit = r.unit AND o.period = r.period AND o.item = r.item AND o.no <> r.no)`;

/** A revision that is all there is of its subject is `sealed` and current; nothing else can be said of it. */
const PROJECT_LONE = `INSERT OR REPLACE INTO subject
  (unit, period, item, status, current, current_body, accepted, accepted_body, verified, decision, outcome,
   undecided, incomplete)
  SELECT unit, period, item, 'sealed', id, canonical -> '$.body', NULL, NULL, 0, NULL, NULL, 0,
    canonical ->> '$.parents' <> '[]'
  ${OF_BUNDLE} AND family = 'revision' AND NOT ${HAS_OTHERS} ORDER BY unit, period, item`;

const SHARED = `SELECT DISTINCT unit, period, item ${OF_BUNDLE} AND (family = 'decision' OR ${HAS_OTHERS})
  AND (unit, period, item) > (@unit, @period, @item) ORDER BY unit, period, item LIMIT 500`;

/**
 * Brings the projection up to the records that a bundle brought; answers how many of its subjects are in conflict.
 * Most subjects have one revision: those are written by one statement in the order of the table.
 */
export function projectBundle(db: Database, bundle: BundleNo): number {
  const lone = db.prepared(PROJECT_LONE).run({ bundle }).changes;
  if (lone === recordsInBundle(db, bundle)) return 0;
  let conflicts = 0;
  let last: SubjectAddress = { unit: "", period: "", item: "" };
  for (;;) {
    const { unit, period, item } = last;
    const shared = db.rowsOf<SubjectAddress>(SHARED, { bundle, unit, period, item });
    for (const address of shared) if (projectSubject(db, address).status === "conflict") conflicts += 1;
    const end = shared.at(-1);
    if (end === undefined) return conflicts;
    last = end;
  }
}

const MARK = "SELECT status, current, decision FROM subject WHERE unit = ? AND period = ? AND item = ?";
type Marked = Pick<SubjectTable, "status" | "current" | "decision">;

/** Differs from an earlier answer once a subject's value, judgement or state is another. */
export function subjectMark(db: Database, { unit, period, item }: SubjectAddress): string {
  const row = db.rowOf<Marked>(MARK, unit, period, item);
  return row === undefined ? "" : `${row.status} ${row.current ?? "-"} ${row.decision ?? "-"}`;
}

export const subjectStatus = (db: Database, { unit, period, item }: SubjectAddress): string | undefined =>
  db.rowOf<Marked>(MARK, unit, period, item)?.status;

/** Throws the projection away and makes it again from the ledger. */
export function rebuildSubjects(db: Database): void {
  db.transaction(() => {
    db.run(sql.deleteFrom("subject"));
    const addresses = db.all(sql.selectFrom("record").select(["unit", "period", "item"]).distinct());
    for (const address of addresses) projectSubject(db, address);
  });
}

/**
 * What awaits the office's judgement, by period and unit: due or not, each row of a register by itself. Standing
 * contacts are no matter of judgement.
 */
export const judgingCounts = (db: Database): { unit: string; period: string; count: number }[] =>
  db.all(
    sql
      .selectFrom("subject")
      .select(({ fn }) => ["unit", "period", fn.countAll<number>().as("count")])
      .where("status", "in", ["sealed", "resubmitted"])
      .where("item", "not like", "contact:%")
      .groupBy(["period", "unit"])
      .orderBy("period"),
  );

export function subjectsOfUnit(db: Database, unit: string, period: string): SubjectTable[] {
  return db.all(
    sql
      .selectFrom("subject")
      .selectAll()
      .where("unit", "=", unit)
      .where("period", "=", period)
      .orderBy("item"),
  );
}

/** Subjects whose values on top differ, judged or not: those have no current value. */
export function subjectsInConflict(db: Database): SubjectTable[] {
  return db.all(
    sql
      .selectFrom("subject")
      .selectAll()
      .where("current", "is", null)
      .where("status", "!=", "none")
      .orderBy("period")
      .orderBy("unit")
      .orderBy("item"),
  );
}

export function allSubjects(db: Database): SubjectTable[] {
  return db.all(sql.selectFrom("subject").selectAll().orderBy("unit").orderBy("period").orderBy("item"));
}

/** What a unit holds of registers and standing contacts from periods before this one, oldest first. */
export function unitSubjectsBefore(db: Database, unit: string, period: string): SubjectTable[] {
  return db.all(
    sql
      .selectFrom("subject")
      .selectAll()
      .where("unit", "=", unit)
      .where("period", "<", period)
      .where(({ or, eb }) => or([eb("item", "like", "register:%/%"), eb("item", "like", "contact:%")]))
      .orderBy("period"),
  );
}

/** Rows and confirmations of a unit's registers in every period up to this one, oldest first. */
export const unitRegisterSubjects = (db: Database, unit: string, period: string): SubjectTable[] =>
  db.all(
    sql
      .selectFrom("subject")
      .selectAll()
      .where("unit", "=", unit)
      .where("period", "<=", period)
      .where("item", ">=", "register:")
      .where("item", "<", "register;")
      .orderBy("period")
      .orderBy("item"),
  );

/** Indicators of a unit's period that the office decided on, whether the unit reported them or not. */
export const decidedIndicators = (
  db: Database,
  { unit, period }: { unit: string; period: string },
): string[] =>
  db
    .all(
      sql
        .selectFrom("record")
        .select("item")
        .distinct()
        .where("unit", "=", unit)
        .where("period", "=", period)
        .where("item", ">=", "indicator:")
        .where("item", "<", "indicator;")
        .where("family", "=", "decision")
        .orderBy("item"),
    )
    .map(({ item }) => item);

/** Indicators and registers of every period up to this one: what a roll-up can draw on. */
export function rollupSubjects(db: Database, period: string): SubjectTable[] {
  return db.all(
    sql
      .selectFrom("subject")
      .selectAll()
      .where(({ or, and, eb }) =>
        or([
          and([eb("item", ">=", "indicator:"), eb("item", "<", "indicator;"), eb("period", "<=", period)]),
          and([eb("item", ">=", "register:"), eb("item", "<", "register;")]),
        ]),
      )
      .orderBy("period"),
  );
}

/** Tasks of a unit of which an answer was accepted, oldest period first. */
export const acceptedTasks = (db: Database, unit: string): SubjectTable[] =>
  db.all(
    sql
      .selectFrom("subject")
      .selectAll()
      .where("unit", "=", unit)
      .where("item", "like", "task:%")
      .where("accepted_body", "is not", null)
      .orderBy("period"),
  );

/** What a snapshot of the period names: what a roll-up draws on, and the tasks of the period itself. */
export const snapshotSubjects = (db: Database, period: string): SubjectTable[] => [
  ...rollupSubjects(db, period),
  ...taskSubjects(db, period).filter((row) => row.period === period),
];

/** Progress of every unit's tasks in every period up to this one. */
export const taskSubjects = (db: Database, period: string): SubjectTable[] =>
  db.all(
    sql
      .selectFrom("subject")
      .selectAll()
      .where("period", "<=", period)
      .where("item", ">=", "task:")
      .where("item", "<", "task;"),
  );
