import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { revisionBodySchema, type RevisionBody } from "#shared/ledger/record.ts";
import { itemsFor, type AssignedItem } from "#shared/plan/assignment.ts";
import { itemSchema, periodSchema, type Item, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { contactItem, parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { Finding } from "#shared/checks/finding.ts";
import { runChecks } from "#shared/checks/run-checks.ts";
import type { Database } from "../../store/database.ts";
import { draftsOf, type StoredDraft } from "../../store/drafts.ts";
import { subjectsOfUnit, unitSubjectsBefore } from "../../store/subjects.ts";
import type { SubjectTable } from "../../store/tables.ts";

/** Everything known of one unit in one period: what is asked, what is reported, what is drafted, what is found. */
export interface UnitPeriod {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  readonly assigned: ReadonlyMap<Item, AssignedItem>;
  /** Assigned items first, then contacts, register rows and whatever else holds a value or a draft. */
  readonly items: readonly Item[];
  readonly subjects: ReadonlyMap<string, SubjectTable>;
  readonly drafts: ReadonlyMap<string, StoredDraft>;
  readonly findings: ReadonlyMap<Item, readonly Finding[]>;
  /** The value of another period, as it stands now. */
  readonly past: (period: Period, item: Item) => RevisionBody | undefined;
}

export const bodyOf = (text: string | null | undefined): RevisionBody | null =>
  text === null || text === undefined ? null : revisionBodySchema.parse(JSON.parse(text));

/** `drafts` false leaves local drafts aside: that is how the office reads a unit. A map stands in for the saved ones. */
export function readUnitPeriod(
  db: Database,
  plan: Plan,
  address: { readonly unit: UnitKey; readonly period: Period },
  options: { readonly drafts: boolean | ReadonlyMap<string, StoredDraft> },
): UnitPeriod {
  const { unit, period } = address;
  const past = pastReader(db, unit);
  const assigned = new Map(itemsFor(plan, unit, period).map((item) => [item.item, item]));
  const own = new Map(subjectsOfUnit(db, unit, period).map((row) => [row.item, row]));
  const carried = carriedRegisterRows(db, unit, period).filter(({ item }) => !own.has(item));
  const subjects = new Map([...carried.map((row) => [row.item, row] as const), ...own]);
  const drafts = draftsFor(db, period, options.drafts);
  const items = listItems(assigned, [...subjects.keys(), ...drafts.keys()]);
  const known = { plan, unit, period, assigned, items, subjects, drafts, findings: new Map(), past };
  const found = runChecks({ plan, unit, period, answers: answersOf(known), history: past });
  return { ...known, findings: Map.groupBy(found, ({ item }) => item) };
}

function draftsFor(
  db: Database,
  period: Period,
  asked: boolean | ReadonlyMap<string, StoredDraft>,
): ReadonlyMap<string, StoredDraft> {
  if (typeof asked !== "boolean") return asked;
  return asked ? draftsOf(db, period) : new Map();
}

/** What is said of each item: the draft where there is one, else the value on top. */
export function answersOf({ items, drafts, subjects }: UnitPeriod): Map<Item, Draft | RevisionBody> {
  const answers = new Map<Item, Draft | RevisionBody>();
  for (const item of items) {
    const answer = drafts.get(item)?.draft ?? bodyOf(subjects.get(item)?.current_body);
    if (answer) answers.set(item, answer);
  }
  return answers;
}

function listItems(assigned: ReadonlyMap<Item, AssignedItem>, others: readonly string[]): Item[] {
  const contacts = [...assigned.values()].flatMap((item) =>
    item.kind === "task" ? [contactItem(item.task.no)] : [],
  );
  const rest = others
    .map((item) => itemSchema.parse(item))
    .filter((item) => parseItem(item).kind !== "period");
  return [...new Set([...assigned.keys(), ...contacts, ...rest.toSorted()])];
}

/** Rows and contacts of earlier periods that still hold: the row of the latest subject period wins. */
function carriedRegisterRows(db: Database, unit: UnitKey, period: Period): SubjectTable[] {
  const latest = new Map<string, SubjectTable>();
  for (const row of unitSubjectsBefore(db, unit, period)) latest.set(row.item, row);
  return [...latest.values()].filter((row) => {
    const body = bodyOf(row.current_body);
    if (row.item.startsWith("contact:")) return body !== null;
    return body !== null && "state" in body && body.state === "in-force";
  });
}

function pastReader(db: Database, unit: UnitKey): UnitPeriod["past"] {
  const byPeriod = new Map<Period, Map<string, SubjectTable>>();
  return (period, item) => {
    let rows = byPeriod.get(period);
    if (rows === undefined) {
      rows = new Map(subjectsOfUnit(db, unit, period).map((row) => [row.item, row]));
      byPeriod.set(period, rows);
    }
    return bodyOf(rows.get(item)?.current_body) ?? undefined;
  };
}

/** Whether two bodies, a draft among them or not, say the same. */
export const sameBody = (a: unknown, b: unknown): boolean => toCanonicalText(a) === toCanonicalText(b);

export const asPeriod = (text: string): Period => periodSchema.parse(text);
