import { appError } from "#shared/errors.ts";
import type { StepLabel } from "#shared/ipc/draft-views.ts";
import type { GridView, SavedView } from "#shared/ipc/views.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { saveDraft } from "../../store/drafts.ts";
import { takeChanges, type DraftChange } from "./draft-changes.ts";
import { journalChanges } from "./draft-journal.ts";
import { grantedExtensions } from "../period/extensions.ts";
import { gridAfter, periodGrid } from "../period/period-grid.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** The whole period as the grid shows it. */
export function gridView(session: Session, period: Period): Answer<GridView> {
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const items = [...periodGrid(session, period).views.values()];
  const saved = items.flatMap(({ savedAt }) => savedAt ?? []).toSorted();
  return ok({
    period,
    items,
    savedAt: saved.at(-1) ?? null,
    locked: isPeriodLocked(session, period),
    extensions: Array.from(grantedExtensions(session, session.unit), ([task, date]) => ({ task, date })),
  });
}

/** How a step came about, and whose words it brings where they are not the officer's own. */
interface SavedBy {
  readonly label?: StepLabel | undefined;
  readonly author?: string | undefined;
}

/**
 * Saves drafts as they are, wrong values too, in one transaction that is on the disk when this returns.
 * Answers the saved items and every other whose state or findings changed with them.
 */
export function saveEntries(
  session: Session,
  period: Period,
  asked: readonly DraftChange[],
  { label = "typed", author = session.officer }: SavedBy = {},
): Answer<SavedView> {
  const taken = takeChanges(session, period, asked);
  if (!taken.ok) return taken;
  const by = { savedAt: now(session), author };
  return ok(
    writeDrafts(session, period, taken.value, by, (drafts) => {
      const step = { at: by.savedAt, author: by.author, act: label };
      journalChanges(session, period, step, drafts);
    }),
  );
}

/** Writes drafts, and in the same transaction, before them, what `journal` notes of the last of each item. */
export function writeDrafts(
  session: Session,
  period: Period,
  changes: readonly DraftChange[],
  by: { readonly savedAt: string; readonly author: string },
  journal: (drafts: ReadonlyMap<Item, Draft | null>) => void,
): SavedView {
  const before = periodGrid(session, period);
  const last = new Map(changes.map(({ item, draft }) => [item, draft]));
  session.db.transaction(() => {
    journal(last);
    for (const [item, draft] of last) saveDraft(session.db, period, item, draft, by);
  });
  const drafts = new Map(
    Array.from(last, ([item, draft]) => [item, draft && { period, item, draft, ...by }] as const),
  );
  return { savedAt: by.savedAt, items: gridAfter(session, before, drafts).changed };
}
