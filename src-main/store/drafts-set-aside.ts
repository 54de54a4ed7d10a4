import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import { draftText, type StoredDraft } from "./drafts.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";

/** A draft that a newer plan has no place for, or not for all of it. */
export interface DraftSetAside {
  readonly no: number;
  readonly period: string;
  readonly item: string;
  readonly draft: Draft;
  readonly savedAt: string;
  readonly author: string;
  /** Under which it was written. */
  readonly planVersion: number;
  /** The item itself is gone; else some of its figures. */
  readonly whole: boolean;
}

export function setDraftAside(
  db: Database,
  { period, item, draft, savedAt, author }: StoredDraft,
  { planVersion, whole }: Pick<DraftSetAside, "planVersion" | "whole">,
): void {
  const body = draftText(draft);
  const written = { period, item, body, saved_at: savedAt, author };
  db.run(
    sql.insertInto("draft_set_aside").values({ ...written, plan_version: planVersion, whole: whole ? 1 : 0 }),
  );
}

/** The newest first. */
export const draftsSetAside = (db: Database): DraftSetAside[] =>
  db
    .all(sql.selectFrom("draft_set_aside").selectAll().orderBy("no", "desc"))
    .map(({ no, period, item, body, saved_at: savedAt, author, plan_version: planVersion, whole }) => {
      const draft = draftSchema.parse(JSON.parse(body));
      return { no, period, item, draft, savedAt, author, planVersion, whole: whole === 1 };
    });
