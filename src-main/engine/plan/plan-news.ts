import type { PlanNews } from "#shared/ipc/plan-news-view.ts";
import { fitDraft } from "#shared/checks/fit-draft.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import { itemTitle, parseItem } from "#shared/plan/item.ts";
import { planChanges } from "#shared/plan/plan-changes.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { allDrafts, saveDraft } from "../../store/drafts.ts";
import { draftsSetAside, setDraftAside, type DraftSetAside } from "../../store/drafts-set-aside.ts";
import { eraseFact, readFact, writeFact } from "../../store/facts.ts";
import { planVersion } from "../../store/plans.ts";
import { journalWalk } from "../entry/draft-journal.ts";
import { now, type Session } from "../session.ts";
import { asPeriod } from "../period/unit-period.ts";

/** A newer plan on a laptop that has begun: drafts are brought over, and what changed is told until it was read. */

/**
 * Takes the plan into use. What it has no place for is set aside whole, as it was, and leaves the drafts: it is not
 * counted, and not lost.
 */
export function bringDraftsOver(session: Session, before: Plan): void {
  const { db, plan, unit } = session;
  db.transaction(() => {
    writeFact(db, "plan-in-use", String(plan.version));
    if (readFact(db, "plan-read") === undefined) writeFact(db, "plan-read", String(before.version));
    for (const stored of allDrafts(db)) {
      const [item, period] = [itemSchema.parse(stored.item), asPeriod(stored.period)];
      const { fits, whole } = fitDraft(plan, { unit, period, item }, stored.draft);
      if (whole) continue;
      setDraftAside(db, stored, { planVersion: before.version, whole: fits === null });
      const by = { savedAt: stored.savedAt, author: stored.author };
      journalWalk(session, period, { at: now(session), author: stored.author, act: "set-aside" }, [
        [item, fits],
      ]);
      saveDraft(db, period, item, fits, by);
    }
  });
}

/** After a start: a crash may have come between a newer plan and its drafts. */
export function settlePlan(session: Session): void {
  const { db, plan } = session;
  const known = readFact(db, "plan-in-use");
  if (known === undefined) return writeFact(db, "plan-in-use", String(plan.version));
  const before = known === String(plan.version) ? undefined : planVersion(db, plan.id, Number(known));
  if (before !== undefined) bringDraftsOver(session, before.plan);
}

/** What changed since the version that was last read, and what was set aside then or before. */
export function planNews(session: Session): PlanNews {
  const { db, plan } = session;
  const read = Number(readFact(db, "plan-read") ?? plan.version);
  const before = read === plan.version ? undefined : planVersion(db, plan.id, read)?.plan;
  return {
    from: before?.version ?? null,
    to: plan.version,
    changes: before === undefined ? [] : planChanges(before, plan),
    kept: draftsSetAside(db).map((kept) => keptView(session, kept)),
  };
}

/** Not told again. */
export function markPlanRead({ db }: Session): Record<string, never> {
  eraseFact(db, "plan-read");
  return {};
}

function keptView({ db, plan }: Session, kept: DraftSetAside): PlanNews["kept"][number] {
  const then = planVersion(db, plan.id, kept.planVersion)?.plan ?? plan;
  const item = itemSchema.parse(kept.item);
  const { no, savedAt, author, whole } = kept;
  const period = asPeriod(kept.period);
  return {
    no,
    period,
    item,
    title: itemTitle(then, item, "zh"),
    lines: linesOf(then, kept),
    savedAt,
    author,
    whole,
  };
}

/** Everything that the draft says, figures and fields under the names that the plan of then gave them. */
function linesOf(plan: Plan, { item, draft }: DraftSetAside): PlanNews["kept"][number]["lines"] {
  const parts = parseItem(itemSchema.parse(item));
  const named: readonly { readonly id: string; readonly name: string }[] =
    parts.kind === "indicator"
      ? (plan.indicators.find(({ id }) => id === parts.id)?.inputs ?? [])
      : parts.kind === "register"
        ? (plan.registers.find(({ id }) => id === parts.register)?.fields ?? [])
        : [];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  type Lines = PlanNews["kept"][number]["lines"];
  const nested = (member: string, value: object): Lines =>
    Object.entries(value).map(([id, said]) => ({ member, name: names.get(id) ?? id, value: String(said) }));
  return Object.entries(draft).flatMap(([member, value]: [string, unknown]): Lines => {
    if (typeof value === "object" && value !== null) return nested(member, value);
    return [{ member, name: null, value: String(value) }];
  });
}
