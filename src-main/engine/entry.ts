import { appError } from "#shared/errors.ts";
import type { GridView, SavedView } from "#shared/ipc/views.ts";
import type { Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { saveDraft } from "../store/drafts.ts";
import { takeChanges, type DraftChange } from "./draft-changes.ts";
import { gridAfter, periodGrid } from "./period-grid.ts";
import { isPeriodLocked } from "./period-lock.ts";
import { isPlanPeriod } from "./plan-periods.ts";
import { now, type Session } from "./session.ts";
import type { Answer } from "./types.ts";

/** The whole period as the grid shows it. */
export function gridView(session: Session, period: Period): Answer<GridView> {
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const items = [...periodGrid(session, period).views.values()];
  const saved = items.flatMap(({ savedAt }) => savedAt ?? []).toSorted();
  return ok({ period, items, savedAt: saved.at(-1) ?? null, locked: isPeriodLocked(session, period) });
}

/**
 * Saves drafts as they are, wrong values too, in one transaction that is on the disk when this returns.
 * Answers the saved items and every other whose state or findings changed with them.
 */
export function saveEntries(
  session: Session,
  period: Period,
  asked: readonly DraftChange[],
  author: string = session.name,
): Answer<SavedView> {
  const taken = takeChanges(session, period, asked);
  if (!taken.ok) return taken;
  const changes = taken.value;
  const before = periodGrid(session, period);
  const savedAt = now(session);
  session.db.transaction(() => {
    for (const { item, draft } of changes) saveDraft(session.db, period, item, draft, { savedAt, author });
  });
  const drafts = new Map(
    changes.map(({ item, draft }) => [item, draft && { period, item, draft, savedAt, author }] as const),
  );
  return ok({ savedAt, items: gridAfter(session, before, drafts).changed });
}
