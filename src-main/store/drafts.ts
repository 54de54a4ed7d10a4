import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";

export interface StoredDraft {
  readonly period: string;
  readonly item: string;
  readonly draft: Draft;
  readonly savedAt: string;
  readonly author: string;
}

/** Saves one cell's draft, whatever it holds; null takes it away. */
export function saveDraft(
  db: Database,
  period: string,
  item: string,
  draft: Draft | null,
  by: { savedAt: string; author: string },
): void {
  if (draft === null) {
    db.run(sql.deleteFrom("draft").where("period", "=", period).where("item", "=", item));
    return;
  }
  const row = { body: JSON.stringify(draft), saved_at: by.savedAt, author: by.author };
  db.run(
    sql
      .insertInto("draft")
      .values({ period, item, ...row })
      .onConflict((conflict) => conflict.columns(["period", "item"]).doUpdateSet(row)),
  );
}

export function draftsOf(db: Database, period: string): Map<string, StoredDraft> {
  const rows = db.all(sql.selectFrom("draft").selectAll().where("period", "=", period).orderBy("item"));
  return new Map(
    rows.map(({ item, body, saved_at: savedAt, author }) => [
      item,
      { period, item, draft: draftSchema.parse(JSON.parse(body)), savedAt, author },
    ]),
  );
}

/** One item's draft, or null. */
export function draftOf(db: Database, period: string, item: string): Draft | null {
  const row = db.rowOf<{ body: string }>(
    "SELECT body FROM draft WHERE period = ? AND item = ?",
    period,
    item,
  );
  return row === undefined ? null : draftSchema.parse(JSON.parse(row.body));
}
