import type { Finding } from "#shared/checks/finding.ts";
import { appError } from "#shared/errors.ts";
import type { ConflictView, ReviewItem, ReviewUnit } from "#shared/ipc/views.ts";
import { isDecisionEntry, type DecisionEntry, type RevisionEntry } from "#shared/ledger/entry.ts";
import type { Heads } from "#shared/ledger/heads.ts";
import { countedAtOnce, type SubjectState } from "#shared/ledger/subject-state.ts";
import { mergeBodies } from "#shared/ledger/three-way.ts";
import { previousPeriod, samePeriodLastYear } from "#shared/plan/calendar.ts";
import { itemSchema, unitKeySchema, type Item, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { chosenSide } from "#shared/rollup/provisional.ts";
import { bundleOfRecord } from "../../store/bundles.ts";
import { planVersion } from "../../store/plans.ts";
import { provisionalChoice } from "../../store/provisional-choices.ts";
import { recordById } from "../../store/records.ts";
import { planFor } from "../period/extensions.ts";
import { judgingCounts, readSubjectState, subjectsInConflict } from "../../store/subjects.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { ledgerState } from "../period/item-view.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { completenessReader, type KnownCompleteness } from "../period/unit-completeness.ts";
import { asPeriod, bodyOf, readUnitPeriod, type UnitPeriod } from "../period/unit-period.ts";

/** One line per reporting unit: how complete its period is, and how much there is to judge. */
export function reviewUnits(session: Session, period: Period): Answer<ReviewUnit[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const completeness = completenessReader(session, [period]);
  const waiting = new Map(
    judgingCounts(session.db).flatMap((row) => (row.period === period ? [[row.unit, row.count]] : [])),
  );
  return ok(
    reportingUnits(session.plan, period).map(({ key, name }) => ({
      ...reviewUnit(session, completeness(key, period), { unit: key, period, name }),
      toJudge: waiting.get(key) ?? 0,
    })),
  );
}

function reviewUnit(
  session: Session,
  known: KnownCompleteness,
  { unit, period, name }: { readonly unit: UnitKey; readonly period: Period; readonly name: string },
): Omit<ReviewUnit, "toJudge"> {
  const { expected, accepted, pending, resubmitted, returned, conflict, missing, waiting } = known;
  const { timeliness, daysLate, receivedAt } = known;
  return {
    unit,
    name,
    expected,
    accepted,
    pending: pending + resubmitted,
    returned,
    conflicts: conflict,
    missing,
    waiting,
    timeliness,
    daysLate,
    receivedAt,
    locked: isPeriodLocked(session, period, unit),
  };
}

/** Standing contacts are no matter of judgement. */
const isJudged = (item: Item): boolean => parseItem(item).kind !== "contact";

/** What the office judges of a period: every answer given in it. */
const judgedItems = (known: UnitPeriod): Item[] =>
  known.items.filter((item) => known.subjects.get(item)?.period === known.period && isJudged(item));

/** Everything of one unit and period that the office can judge, with what it needs to judge it. */
export function reviewItems(session: Session, period: Period, unit: UnitKey): Answer<ReviewItem[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  if (!session.plan.units.some(({ key }) => key === unit)) return fail(appError("unknown-unit", { unit }));
  return ok(itemsToReview(session, { unit, period }, () => true));
}

/** The same of one item, from every reporting unit that is asked for it or answered it. */
export function reviewOfItem(session: Session, period: Period, item: Item): Answer<ReviewItem[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  return ok(
    reportingUnits(session.plan, period).flatMap(({ key }) =>
      itemsToReview(session, { unit: unitKeySchema.parse(key), period }, (each) => each === item),
    ),
  );
}

function itemsToReview(
  session: Session,
  at: { readonly unit: UnitKey; readonly period: Period },
  isWanted: (item: Item) => boolean,
): ReviewItem[] {
  const known = readUnitPeriod(session.db, session.plan, at, { drafts: false });
  const { tasks } = planFor(session, at.unit);
  const findings = findingsReader(session, known);
  return judgedItems(known)
    .filter(isWanted)
    .map((item) => reviewItem(session, known, item, { tasks, findings }));
}

function reviewItem(
  session: Session,
  known: UnitPeriod,
  item: Item,
  { tasks, findings }: { readonly tasks: Plan["tasks"]; readonly findings: FindingsReader },
): ReviewItem {
  const { db } = session;
  const { unit, period, plan } = known;
  const state = readSubjectState(db, { unit, period, item });
  const last = previousPeriod(plan, period);
  const before = last && previousPeriod(plan, last);
  const lastYear = samePeriodLastYear(plan, period);
  const pastValue = (at: Period) => ({ period: at, body: known.past(at, item) ?? null });
  const head = state.revisions.heads[0];
  const bundle = head && bundleOfRecord(db, head.id);
  return {
    unit,
    period,
    item,
    state: ledgerState({ status: state.status }),
    due: known.assigned.get(item)?.due ?? false,
    heads: state.revisions.heads.map(side),
    before: judgedBefore(db, state),
    previous: [last, before].filter((at) => at !== undefined).map(pastValue),
    lastYear: lastYear ? pastValue(lastYear) : null,
    findings: [...findings(item, head?.record.planVersion)],
    decision: state.decision && judgementView(state.decision),
    undecided: state.undecided ? state.judgements.map(judgementView) : [],
    incomplete: state.incomplete,
    bundle: bundle
      ? { digest: bundle.digest, sequence: bundle.sequence, receivedAt: bundle.received_at }
      : null,
    taskDue: dueOfTask(tasks, item),
  };
}

function dueOfTask(tasks: Plan["tasks"], item: Item): string | null {
  const parts = parseItem(item);
  return parts.kind === "task" ? (tasks.find(({ no }) => no === parts.no)?.dueDate ?? null) : null;
}

const judgementView = ({ record }: DecisionEntry): NonNullable<ReviewItem["decision"]> => ({
  outcome: record.body.outcome,
  comment: record.body.comment ?? null,
  by: record.author.name,
  at: record.at,
});

/** The value the office last judged, where a newer one stands on top. */
function judgedBefore(db: Session["db"], state: ReturnType<typeof readSubjectState>): ReviewItem["before"] {
  const judged = state.decision?.record.body.revisions ?? [];
  const heads = new Set<string>(state.revisions.heads.map(({ id }) => id));
  const earlier = judged.find((id) => !heads.has(id));
  if (earlier === undefined) return null;
  const entry = recordById(db, earlier);
  return entry && !isDecisionEntry(entry) ? bodyOf(JSON.stringify(entry.record.body)) : null;
}

type FindingsReader = (item: Item, version: number | undefined) => readonly Finding[];

/** Checks run again with the plan version that a revision was made with, once per version. */
function findingsReader(session: Session, known: UnitPeriod): FindingsReader {
  const { unit, period } = known;
  const byVersion = new Map<number, UnitPeriod>([[session.plan.version, known]]);
  return (item, version = session.plan.version) => {
    let under = byVersion.get(version);
    if (under === undefined) {
      const then = planVersion(session.db, session.plan.id, version)?.plan ?? session.plan;
      under = readUnitPeriod(session.db, then, { unit, period }, { drafts: false });
      byVersion.set(version, under);
    }
    return under.findings.get(item) ?? [];
  };
}

const side = ({ id, record }: RevisionEntry): ReviewItem["heads"][number] => ({
  revision: id,
  body: record.body,
  author: record.author.name,
  device: record.device,
  at: record.at,
});

/** Every subject with differing heads, judged or not, with its base and all sides. */
export function conflictList({ db, plan }: Session): ConflictView[] {
  return subjectsInConflict(db).map(({ unit, period, item }) => {
    const state = readSubjectState(db, { unit, period, item });
    const { revisions } = state;
    return {
      unit: unitKeySchema.parse(unit),
      period: asPeriod(period),
      item: itemSchema.parse(item),
      base: revisions.base.map(side),
      sides: revisions.heads.map(side),
      merge: mergeOf(revisions),
      counted: countedIn(state, unit === plan.officeUnit),
      provisional: chosenSide(revisions, provisionalChoice(db, { unit, period, item }))?.entry.id ?? null,
    };
  });
}

function countedIn(state: SubjectState, isOffice: boolean): ConflictView["counted"] {
  if (!isOffice) return state.accepted && { revision: state.accepted.revision.id, body: state.accepted.body };
  const entry = countedAtOnce(state);
  return entry && { revision: entry.id, body: entry.record.body };
}

/** What the sides come to where none of their changes touch. */
export function mergeOf({ base, heads }: Heads<RevisionEntry>): ConflictView["merge"] {
  const bodies = (entries: readonly RevisionEntry[]) => entries.map(({ record }) => record.body);
  const { disputed, body } = mergeBodies(bodies(base), bodies(heads));
  return { disputed: [...disputed], body };
}
