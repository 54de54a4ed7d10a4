import type { ItemView } from "#shared/ipc/views.ts";
import type { Period } from "#shared/plan/ids.ts";
import { ok } from "#shared/result.ts";
import { draftsOf } from "../../store/drafts.ts";
import { takeChanges, type DraftChange } from "./draft-changes.ts";
import { itemView } from "../period/item-view.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { readUnitPeriod } from "../period/unit-period.ts";

/** The changed items as they would be with their findings, were these changes saved. Saves nothing. */
export function tryEntries(
  session: Session,
  period: Period,
  asked: readonly DraftChange[],
): Answer<ItemView[]> {
  const taken = takeChanges(session, period, asked);
  if (!taken.ok) return taken;
  const { db, plan, unit, officer: author } = session;
  const drafts = draftsOf(db, period);
  const savedAt = now(session);
  for (const { item, draft } of taken.value) {
    if (draft === null) drafts.delete(item);
    else drafts.set(item, { period, item, draft, savedAt, author });
  }
  const known = readUnitPeriod(db, plan, { unit, period }, { drafts });
  return ok(taken.value.map(({ item }) => itemView(db, known, item)));
}
