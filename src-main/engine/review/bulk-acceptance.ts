import type { UnitAcceptance } from "#shared/ipc/bulk-acceptance-view.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { ok } from "#shared/result.ts";
import { leftReasons, whyLeft, type LeftReason } from "#shared/review/judging.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { reviewItems } from "./review.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** What could be accepted of every unit at once, unit by unit. Nothing is changed. */
export function bulkAcceptance(session: Session, period: Period): Answer<UnitAcceptance[]> {
  const found: UnitAcceptance[] = [];
  for (const { key: unit, name } of reportingUnits(session.plan, period)) {
    const items = reviewItems(session, period, unit);
    if (!items.ok) return items;
    const locked = isPeriodLocked(session, period, unit);
    const accept: Item[] = [];
    const left = new Map<LeftReason, Item[]>();
    for (const item of items.value) {
      const why = whyLeft(item);
      if (why === "settled") continue;
      if (why === null && !locked) accept.push(item.item);
      else {
        const reason = why === null || locked ? "locked" : why;
        left.set(reason, [...(left.get(reason) ?? []), item.item]);
      }
    }
    const inOrder = leftReasons.flatMap((why) => {
      const of = left.get(why);
      return of === undefined ? [] : [{ why, items: of }];
    });
    found.push({ unit, name, accept, left: inOrder });
  }
  return ok(found);
}
