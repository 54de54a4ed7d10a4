import { appError } from "#shared/errors.ts";
import type { ItemHistory } from "#shared/ipc/draft-views.ts";
import type { DecisionEntry, RevisionEntry } from "#shared/ledger/entry.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { stepsOfItem, type DraftStep, type StepChange } from "../../store/draft-steps.ts";
import { subjectEntries } from "../../store/records.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** 历次: who made what of an item of the own unit and when, from the drafts' journal and the ledger. */
export function itemHistory(
  session: Session,
  { period, item }: { readonly period: Period; readonly item: Item },
): Answer<ItemHistory> {
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const { db, unit } = session;
  const { revisions, decisions } = subjectEntries(db, { unit, period, item });
  // What was sealed is told by its revision.
  const drafts = stepsOfItem(db, period, item).filter(({ act }) => act !== "sealed");
  const told = [...drafts.map(draftLine), ...revisions.map(revisionLine), ...decisions.map(decisionLine)];
  return ok(told.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)));
}

type Line = ItemHistory[number];

const draftLine = ({ at, author, act, before, after }: DraftStep & StepChange): Line => ({
  kind: "draft",
  at,
  by: author,
  act,
  from: before,
  to: after,
});

const revisionLine = ({ record }: RevisionEntry): Line => ({
  kind: "revision",
  at: record.at,
  by: record.author.name,
  body: record.body,
  replaces: record.parents.length > 0,
  reason: ("correction" in record.body ? record.body.correction : undefined) ?? null,
});

const decisionLine = ({ record }: DecisionEntry): Line => ({
  kind: "decision",
  at: record.at,
  by: record.author.name,
  outcome: record.body.outcome,
  comment: record.body.comment ?? null,
});
