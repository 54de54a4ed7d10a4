import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { subjectState, type SubjectState } from "#shared/ledger/subject-state.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import { subjectEntries, type SubjectAddress } from "./records.ts";
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
    state.revisions.incomplete ? 1 : 0,
  );
  return state;
}

/** Throws the projection away and makes it again from the ledger. */
export function rebuildSubjects(db: Database): void {
  db.transaction(() => {
    db.run(sql.deleteFrom("subject"));
    const addresses = db.all(sql.selectFrom("record").select(["unit", "period", "item"]).distinct());
    for (const address of addresses) projectSubject(db, address);
  });
}

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
