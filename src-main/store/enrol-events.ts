import type { Insertable, Selectable } from "kysely";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { EnrolEventTable } from "./tables.ts";

export type EnrolEvent = Selectable<EnrolEventTable>;

export function insertEnrolEvent(db: Database, event: Omit<Insertable<EnrolEventTable>, "no">): void {
  db.run(sql.insertInto("enrol_event").values(event));
}

/** As they were done, oldest first. */
export function enrolEvents(db: Database): EnrolEvent[] {
  return db.all(sql.selectFrom("enrol_event").selectAll().orderBy("no"));
}
