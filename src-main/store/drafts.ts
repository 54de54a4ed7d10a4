import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { Tables } from "./tables.ts";

export interface StoredDraft {
  readonly period: string;
  readonly item: string;
  readonly draft: Draft;
  readonly savedAt: string;
  readonly author: string;
}

/** The text under which a draft is stored. */
export const draftText = (draft: Draft): string => JSON.stringify(draft);

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
  const row = { body: draftText(draft), saved_at: by.savedAt, author: by.author };
  db.run(
    sql
      .insertInto("draft")
      .values({ period, item, ...row })
      .onConflict((conflict) => conflict.columns(["period", "item"]).doUpdateSet(row)),
  );
}

export function draftsOf(db: Database, period: string): Map<string, StoredDraft> {
  const rows = db.all(sql.selectFrom("draft").selectAll().where("period", "=", period).orderBy("item"));
  return new Map(rows.map((row) => [row.item, toStored(row)]));
}

/** Drafts of every period. */
export const allDrafts = (db: Database): StoredDraft[] =>
  db.all(sql.selectFrom("draft").selectAll().orderBy("period").orderBy("item")).map(toStored);

const toStored = ({ period, item, body, saved_at: savedAt, author }: Tables["draft"]): StoredDraft => ({
  period,
  item,
  draft: draftSchema.parse(JSON.parse(body)),
  savedAt,
  author,
});

const TEXT_OF = "SELECT body FROM draft WHERE period = ? AND item = ?";

/** One item's draft as it is stored, or null: equal texts are equal drafts. */
export const draftTextOf = (db: Database, period: string, item: string): string | null =>
  db.rowOf<{ body: string }>(TEXT_OF, period, item)?.body ?? null;
