import { appError } from "#shared/errors.ts";
import type { DraftSteps, StepBar, WalkedStep } from "#shared/ipc/draft-views.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { draftText, draftTextOf } from "../../store/drafts.ts";
import {
  changesOfStep,
  lastStep,
  nextStep,
  placeStep,
  stepsIn,
  type DraftStep,
  type StepChange,
} from "../../store/draft-steps.ts";
import { subjectStatus } from "../../store/subjects.ts";
import { basisOf, journalWalk } from "./draft-journal.ts";
import { writeDrafts } from "./entry.ts";
import { isKnownItem } from "../period/known-item.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Undo and redo of drafts: durable, whole steps, and never over what changed otherwise since. */

type Direction = "undo" | "redo";

export function draftSteps({ db }: Session, period: Period): Answer<DraftSteps> {
  const view = (step: DraftStep) => ({ ...step, items: changesOfStep(db, step.no).map(({ item }) => item) });
  return ok({
    undo: stepsIn(db, period, "done").toReversed().map(view),
    redo: stepsIn(db, period, "undone").map(view),
  });
}

/** Takes the next step back, or makes it again. One that must stay is said so, and the one beyond it is next. */
export function walkStep(session: Session, period: Period, direction: Direction): Answer<WalkedStep> {
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  if (isPeriodLocked(session, period)) return fail(appError("period-locked", { period }));
  const { db } = session;
  const step = nextStep(db, period, direction === "undo" ? "done" : "undone");
  if (step === undefined) return ok({ saved: null, items: [], barred: barAtEnd(session, period, direction) });
  const changes = changesOfStep(db, step.no);
  const bars = changes.flatMap((change) => {
    const why = barOf(session, period, change, direction);
    return why === null ? [] : [{ item: change.item, why }];
  });
  if (bars[0] !== undefined) {
    placeStep(db, step.no, "settled");
    return ok({ saved: null, items: [], barred: bars[0] });
  }
  const by = { savedAt: now(session), author: session.officer };
  const drafts = changes.map(({ item, before, after }) => ({
    item,
    draft: direction === "undo" ? before : after,
  }));
  const saved = writeDrafts(session, period, drafts, by, (written) => {
    const act = direction === "undo" ? "undone" : "redone";
    journalWalk(session, period, { at: by.savedAt, author: by.author, act }, written);
    placeStep(db, step.no, direction === "undo" ? "undone" : "done");
  });
  return ok({ saved, items: changes.map(({ item }) => item), barred: null });
}

/** What happened to the item since, other than by this stack. */
function barOf(
  session: Session,
  period: Period,
  { item, before, after, basis }: StepChange,
  direction: Direction,
): StepBar | null {
  if (!isKnownItem(session.plan, session.unit, period, item)) return "not-in-plan";
  if (basisOf(session, period, item) !== basis) return ledgerBar(session, period, item);
  const left = direction === "undo" ? after : before;
  return draftTextOf(session.db, period, item) === (left && draftText(left)) ? null : "changed";
}

function ledgerBar({ db, unit }: Session, period: Period, item: Item): StepBar {
  const status = subjectStatus(db, { unit, period, item });
  if (status === "sealed" || status === "resubmitted") return "sealed";
  return status === "accepted" || status === "returned" ? status : "changed";
}

/** Where nothing is left to undo because it was sealed, that is what the person wants to know. */
function barAtEnd({ db }: Session, period: Period, direction: Direction): WalkedStep["barred"] {
  const last = lastStep(db, period);
  if (direction === "redo" || last?.act !== "sealed") return null;
  const item = changesOfStep(db, last.no)[0]?.item;
  return item === undefined ? null : { item, why: "sealed" };
}
