import type { Database } from "./database.ts";
import { sql } from "./database.ts";

/** Decisions by the act that they were taken in. */

/** The number of an act in this database, ascending in time. */
export type StepNo = number;

export function insertStep(db: Database, at: string, records: readonly string[]): void {
  const step = db.get(sql.insertInto("decision_step").values({ at }).returning("no"));
  if (step === undefined) throw new Error("a step without a number");
  for (const record of records) db.run(sql.insertInto("step_decision").values({ step: step.no, record }));
}

export function deleteStep(db: Database, no: StepNo): void {
  db.run(sql.deleteFrom("step_decision").where("step", "=", no));
  db.run(sql.deleteFrom("decision_step").where("no", "=", no));
}

/** A decision that is written once more under new keys stays in its step. */
export function renameInStep(db: Database, from: string, to: string): void {
  db.run(sql.updateTable("step_decision").set({ record: to }).where("record", "=", from));
}

export const recordsOfStep = (db: Database, no: StepNo): string[] =>
  db.all(sql.selectFrom("step_decision").select("record").where("step", "=", no)).map(({ record }) => record);

const FREE = `SELECT no, at FROM decision_step AS step
  WHERE at > ? AND NOT EXISTS (
    SELECT 1 FROM step_decision AS part LEFT JOIN record ON record.id = part.record
    WHERE part.step = step.no AND (record.no IS NULL OR record.local = 0
      OR EXISTS (SELECT 1 FROM bundle_record WHERE bundle_record.record = record.no)))
  ORDER BY no DESC LIMIT ?`;

/** Steps later than a time whose decisions are all here and in no bundle, the latest first. */
export const stepsOnlyHere = (db: Database, after: string, most: number) =>
  db.rowsOf<{ readonly no: StepNo; readonly at: string }>(FREE, after, most);
