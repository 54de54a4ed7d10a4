import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { ReviewCopyTable } from "./tables.ts";

export type ReviewCopyRow = Selectable<ReviewCopyTable>;

/** Of one period, newest first. */
export const reviewCopiesOf = (db: Database, period: string): ReviewCopyRow[] =>
  db.all(sql.selectFrom("review_copy").selectAll().where("period", "=", period).orderBy("no", "desc"));

export function insertReviewCopy(db: Database, copy: Omit<ReviewCopyRow, "no">): void {
  db.run(sql.insertInto("review_copy").values(copy));
}

/** Printed once more, from the same answers. */
export function savePrintedAt(db: Database, no: number, printedAt: string): void {
  db.run(sql.updateTable("review_copy").set({ printed_at: printedAt }).where("no", "=", no));
}

/** Answers whether there is such a copy. */
export const saveScan = (db: Database, no: number, scan: string): boolean =>
  db.run(sql.updateTable("review_copy").set({ scan }).where("no", "=", no)) === 1;
