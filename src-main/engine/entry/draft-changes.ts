import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import { draftFits } from "#shared/checks/item-state.ts";
import { appError } from "#shared/errors.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { isKnownItem, writtenItem } from "../period/known-item.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface DraftChange {
  readonly item: Item;
  readonly draft: Draft | null;
}

/** The changes as they may be saved: known items under their written form, whole texts; else why none of them is. */
export function takeChanges(
  session: Session,
  period: Period,
  asked: readonly DraftChange[],
): Answer<readonly DraftChange[]> {
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  if (isPeriodLocked(session, period)) return fail(appError("period-locked", { period }));
  const changes: DraftChange[] = [];
  for (const { item: typed, draft } of asked) {
    const item = writtenItem(session.plan, typed);
    if (item === null) return fail(appError("invalid-input", { where: typed }));
    if (!isKnownItem(session.plan, session.unit, period, item))
      return fail(appError("unknown-item", { item }));
    if (draft !== null && !draftFits(item, draft)) return fail(appError("invalid-input", { where: item }));
    changes.push({ item, draft: draft && wellFormed(draft) });
  }
  return ok(changes);
}

/** NOTE: half a surrogate pair has no canonical form; kept, it would shut the whole period. */
const wellFormed = (draft: Draft): Draft =>
  draftSchema.parse(
    JSON.parse(JSON.stringify(draft), (_, value: unknown) =>
      typeof value === "string" ? value.toWellFormed() : value,
    ),
  );
