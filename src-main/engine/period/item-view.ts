import { isHard, needsExplanation } from "#shared/checks/finding.ts";
import { isEmptyDraft } from "#shared/checks/item-state.ts";
import type { CellState, ItemView } from "#shared/ipc/views.ts";
import { isDecisionEntry } from "#shared/ledger/entry.ts";
import { previousPeriod, samePeriodLastYear } from "#shared/plan/calendar.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import type { Database } from "../../store/database.ts";
import { recordById } from "../../store/records.ts";
import type { SubjectTable } from "../../store/tables.ts";
import { asPeriod, bodyOf, sameBody, type UnitPeriod } from "./unit-period.ts";

/** One item of a unit's period as the windows show it. */
export function itemView(db: Database, known: UnitPeriod, item: Item): ItemView {
  const { plan, period } = known;
  const assigned = known.assigned.get(item);
  const subject = known.subjects.get(item);
  const draft = known.drafts.get(item);
  const last = previousPeriod(plan, period);
  const before = last && previousPeriod(plan, last);
  const lastYear = samePeriodLastYear(plan, period);
  const pastValue = (at: Period) => ({ period: at, body: known.past(at, item) ?? null });
  const state = cellState(known, item);
  return {
    item,
    period,
    state,
    due: assigned?.due ?? false,
    dueDate: assigned?.dueDate ?? null,
    draft: draft?.draft ?? null,
    body: bodyOf(subject?.current_body),
    previous: [last, before].filter((at) => at !== undefined).map(pastValue),
    lastYear: lastYear ? pastValue(lastYear) : null,
    findings: [...(known.findings.get(item) ?? [])],
    returned: returnedBy(db, subject),
    locked: draft === undefined && isSettled(subject) && subject?.period === period,
    incomplete: subject?.incomplete === 1 && subject.period === period,
    savedAt: draft?.savedAt ?? null,
    author: draft?.author ?? null,
    carried: draft === undefined ? carriedOver(known, item) : null,
  };
}

/** Rows in force, standing contacts and 不涉及 of an earlier period; whatever this period says comes before them. */
export function carriedOver(known: UnitPeriod, item: Item): ItemView["carried"] {
  const subject = known.subjects.get(item);
  if (subject !== undefined) {
    const body = subject.period === known.period ? null : bodyOf(subject.current_body);
    return body && { from: asPeriod(subject.period), body };
  }
  return standingNotApplicable(known, item);
}

/** The ten states of a cell: a draft says how it is, else the ledger says where it stands. */
export function cellState(known: UnitPeriod, item: Item): CellState {
  const subject = known.subjects.get(item);
  const draft = known.drafts.get(item)?.draft;
  if (draft !== undefined && !isEmptyDraft(draft)) {
    const findings = known.findings.get(item) ?? [];
    if (findings.some(isHard)) return "invalid";
    if (subject?.current_body && sameBody(draft, bodyOf(subject.current_body)))
      return standing(known, subject);
    if (findings.some(needsExplanation)) return "warned";
    return saysNotApplicable(draft) ? "na" : "draft";
  }
  if (subject !== undefined) return standing(known, subject);
  const rows = rowsOfPeriod(known, item).map((row) => cellState(known, row));
  const leastSettled = LEAST_SETTLED_FIRST.find((state) => rows.includes(state));
  return leastSettled ?? (standsNotApplicable(known, item) ? "na" : "empty");
}

const LEAST_SETTLED_FIRST: readonly CellState[] = [
  "conflict",
  "returned",
  "invalid",
  "warned",
  "draft",
  "resubmitted",
  "sealed",
  "accepted",
];

/** A register is answered by a row of the period as well as by a confirmation. */
export function rowsOfPeriod(known: UnitPeriod, item: Item): Item[] {
  const parts = parseItem(item);
  if (parts.kind !== "register" || parts.key !== undefined) return [];
  return known.items.filter(
    (row) =>
      row.startsWith(`${item}/`) &&
      (known.drafts.has(row) || known.subjects.get(row)?.period === known.period),
  );
}

export const standsNotApplicable = (known: UnitPeriod, item: Item): boolean =>
  standingNotApplicable(known, item) !== null;

/** 不涉及 stands until changed: the latest earlier answer within the year before says so. */
export function standingNotApplicable(
  known: Pick<UnitPeriod, "plan" | "period" | "past">,
  item: Item,
): ItemView["carried"] {
  let period = previousPeriod(known.plan, known.period);
  for (let back = 0; period !== undefined && back < 24; back += 1) {
    const body = known.past(period, item);
    if (body !== undefined) return saysNotApplicable(body) ? { from: period, body } : null;
    period = previousPeriod(known.plan, period);
  }
  return null;
}

export const saysNotApplicable = (value: object): boolean =>
  ("notApplicable" in value && value.notApplicable !== undefined) ||
  ("status" in value && value.status === "not-applicable");

const isSettled = (subject: SubjectTable | undefined): boolean =>
  subject !== undefined && ["sealed", "accepted", "resubmitted"].includes(subject.status);

/** Where a sealed value stands. The office's own counts at once: nobody receives or judges it. */
function standing({ plan, unit }: UnitPeriod, subject: SubjectTable): CellState {
  const state = ledgerState(subject);
  return unit === plan.officeUnit && state !== "conflict" && state !== "empty" ? "accepted" : state;
}

export function ledgerState({ status }: Pick<SubjectTable, "status">): CellState {
  switch (status) {
    case "sealed":
    case "accepted":
    case "returned":
    case "resubmitted":
    case "conflict":
      return status;
    default:
      return "empty";
  }
}

function returnedBy(db: Database, subject: SubjectTable | undefined): ItemView["returned"] {
  if (subject?.decision === null || subject?.outcome !== "returned") return null;
  const entry = recordById(db, subject.decision);
  if (entry === undefined || !isDecisionEntry(entry)) return null;
  const { body, author, at } = entry.record;
  return { comment: body.comment ?? "", by: author.name, at };
}
