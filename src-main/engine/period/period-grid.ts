import { isReadByOthers } from "#shared/checks/read-by-others.ts";
import { runChecks } from "#shared/checks/run-checks.ts";
import type { Finding } from "#shared/checks/finding.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { parseItem, registerItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { StoredDraft } from "../../store/drafts.ts";
import { itemView } from "./item-view.ts";
import type { Session } from "../session.ts";
import { readUnitPeriod, sameBody, answersOf, type UnitPeriod } from "./unit-period.ts";

/** A period as the grid shows it, and the state of the database that it was worked out from. */
export interface PeriodGrid {
  readonly stamp: string;
  readonly plan: Plan;
  readonly known: UnitPeriod;
  readonly views: ReadonlyMap<Item, ItemView>;
}

/** The period, from memory where nothing was written since. */
export function periodGrid(session: Session, period: Period): PeriodGrid {
  const kept = session.grid;
  const stamp = session.db.stamp();
  if (kept?.known.period === period && kept.stamp === stamp && kept.plan === session.plan) return kept;
  const { plan, unit, db } = session;
  const known = readUnitPeriod(db, plan, { unit, period }, { drafts: true });
  const views = new Map(known.items.map((item) => [item, itemView(db, known, item)]));
  session.grid = { stamp, plan, known, views };
  return session.grid;
}

/**
 * The period after some drafts were saved or taken away: only what those can have changed is worked out anew. Equals
 * reading everything again; a property test holds it to that.
 */
export function gridAfter(
  session: Session,
  { known, views }: PeriodGrid,
  changes: ReadonlyMap<Item, StoredDraft | null>,
): { readonly grid: PeriodGrid; readonly changed: ItemView[] } {
  const { plan, db } = session;
  const drafts = new Map(known.drafts);
  for (const [item, draft] of changes) {
    if (draft === null) drafts.delete(item);
    else drafts.set(item, draft);
  }
  const isNew = [...changes].some(([item, draft]) => !views.has(item) || draft === null);
  const next: UnitPeriod = isNew
    ? readUnitPeriod(db, plan, { unit: known.unit, period: known.period }, { drafts: true })
    : { ...known, drafts, findings: findingsAfter({ ...known, drafts }, [...changes.keys()]) };
  const touched = isNew ? new Set(next.items) : itemsTouched(known, next, [...changes.keys()]);
  const after = new Map(
    next.items.map((item) => [
      item,
      (touched.has(item) ? undefined : views.get(item)) ?? itemView(db, next, item),
    ]),
  );
  const changed = [...touched].flatMap((item) => {
    const view = after.get(item);
    return view && (changes.has(item) || !sameView(view, views.get(item))) ? [view] : [];
  });
  const grid = { stamp: db.stamp(), plan, known: next, views: after };
  session.grid = grid;
  return { grid, changed };
}

function findingsAfter(known: UnitPeriod, changed: readonly Item[]): UnitPeriod["findings"] {
  const { plan, unit, period } = known;
  const all = changed.some((item) => isReadByOthers(plan, item));
  const only = all ? undefined : new Set(changed);
  const found = runChecks({ plan, unit, period, answers: answersOf(known), history: known.past, only });
  const fresh = Map.groupBy(found, ({ item }) => item);
  if (only === undefined) return fresh;
  const kept = new Map([...known.findings].filter(([item]) => !only.has(item)));
  return new Map<Item, readonly Finding[]>([...kept, ...fresh]);
}

/** The changed items, those whose findings differ now, and the registers whose rows changed. */
function itemsTouched(before: UnitPeriod, after: UnitPeriod, changed: readonly Item[]): Set<Item> {
  const differs = after.items.filter(
    (item) => !sameFindings(before.findings.get(item) ?? [], after.findings.get(item) ?? []),
  );
  const registers = changed.flatMap((item) => {
    const parts = parseItem(item);
    return parts.kind === "register" && parts.key !== undefined ? [registerItem(parts.register)] : [];
  });
  return new Set([...changed, ...differs, ...registers.filter((item) => after.items.includes(item))]);
}

const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a === b || (a.length === b.length && (a.length === 0 || sameBody(a, b)));

const sameView = (a: ItemView, b: ItemView | undefined): boolean => b !== undefined && sameBody(a, b);
