import type { Database } from "./database.ts";

/** An item that the office sent back at least once. */
export interface SentBack {
  readonly unit: string;
  readonly item: string;
  /** Its value now is none of those sent back: it came again. */
  readonly again: boolean;
}

const SENT_BACK = `SELECT d.unit, d.item, max(NOT EXISTS (
    SELECT 1 FROM record AS r, json_each(r.canonical, '$.body.revisions') AS judged
    WHERE r.family = 'decision' AND r.unit = d.unit AND r.period = d.period AND r.item = d.item
      AND r.canonical ->> '$.body.outcome' = 'returned' AND judged.value = s.current)
    AND s.current IS NOT NULL) AS again
  FROM record AS d LEFT JOIN subject AS s ON s.unit = d.unit AND s.period = d.period AND s.item = d.item
  WHERE d.family = 'decision' AND d.period = ? AND d.canonical ->> '$.body.outcome' = 'returned'
  GROUP BY d.unit, d.item`;

/** 退回 and 重报 of a period, from every decision there was; a later one does not unsay it. */
export const sentBackIn = (db: Database, period: string): SentBack[] =>
  db
    .rowsOf<{ unit: string; item: string; again: number }>(SENT_BACK, period)
    .map(({ unit, item, again }) => ({ unit, item, again: again === 1 }));
