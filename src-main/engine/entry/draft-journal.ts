import type { Draft } from "#shared/checks/draft.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { draftText, draftTextOf } from "../../store/drafts.ts";
import {
  dropUndone,
  extendStep,
  insertStep,
  lastStep,
  loneChangeOf,
  settleStepsOf,
  type DraftStep,
  type WrittenChange,
} from "../../store/draft-steps.ts";
import { subjectMark } from "../../store/subjects.ts";
import type { Session } from "../session.ts";

/** Keeps the journal of drafts. Called before the drafts are written, in the transaction that writes them. */

type Written = Omit<DraftStep, "no">;
type Changes = Iterable<readonly [Item, Draft | null]>;

/** A pause longer than this begins a step of its own. */
const SAME_BURST_MS = 120_000;

/** Typed or taken over: what differs from what stands becomes one step; what was undone before is gone. */
export function journalChanges(session: Session, period: Period, step: Written, changes: Changes): void {
  const made = changesMade(session, period, changes);
  if (made.length === 0) return;
  if (goesOn(session, period, step, made)) return;
  dropUndone(session.db, period);
  insertStep(session.db, period, { ...step, place: "done" }, made);
}

/** Undone, redone: on record like any other change, and never itself undone. */
export function journalWalk(session: Session, period: Period, step: Written, changes: Changes): void {
  insertStep(session.db, period, { ...step, place: "settled" }, changesMade(session, period, changes));
}

/** NOTE: what was sealed lives on in the ledger; a step back from there would bring it back as if never sealed. */
export function journalSealed(session: Session, period: Period, step: Written, items: readonly Item[]): void {
  if (items.length === 0) return;
  journalWalk(
    session,
    period,
    step,
    items.map((item) => [item, null]),
  );
  for (const item of items) settleStepsOf(session.db, period, item);
}

/** Where the ledger stands for an item of the own unit: differs once anything was sealed, taken in or decided. */
export const basisOf = ({ db, unit }: Session, period: Period, item: Item): string =>
  subjectMark(db, { unit, period, item });

function changesMade(session: Session, period: Period, changes: Changes): WrittenChange[] {
  return [...changes].flatMap(([item, draft]) => {
    const before = draftTextOf(session.db, period, item);
    const after = draft && draftText(draft);
    return before === after ? [] : [{ item, before, after, basis: basisOf(session, period, item) }];
  });
}

/** A text that is saved at every pause is one step, as long as the same person writes on in it alone. */
function goesOn({ db }: Session, period: Period, step: Written, made: readonly WrittenChange[]): boolean {
  const [change, ...others] = made;
  if (change === undefined || others.length > 0 || step.act !== "typed") return false;
  const text = textChanged(change.before, change.after);
  if (text === null) return false;
  const last = lastStep(db, period);
  if (last?.place !== "done" || last.act !== "typed" || last.author !== step.author) return false;
  const pauseMs = Date.parse(step.at) - Date.parse(last.at);
  if (pauseMs < 0 || pauseMs > SAME_BURST_MS) return false;
  const begun = loneChangeOf(db, last.no);
  const isSame = begun?.item === change.item && begun.basis === change.basis && begun.after === change.before;
  if (!isSame || textChanged(begun.before, begun.after) !== text) return false;
  extendStep(db, last.no, step.at, change.item, change.after);
  return true;
}

const TEXTS = new Set(["progress", "problems", "next", "note", "reason", "notApplicable"]);

/** The one long text in which two stored drafts differ, or null. */
function textChanged(before: string | null, after: string | null): string | null {
  const [was, is] = [membersOf(before), membersOf(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (member) => JSON.stringify(was.get(member) ?? "") !== JSON.stringify(is.get(member) ?? ""),
  );
  const [only, ...others] = changed;
  return only !== undefined && others.length === 0 && TEXTS.has(only) ? only : null;
}

function membersOf(draft: string | null): ReadonlyMap<string, unknown> {
  const parsed: object = JSON.parse(draft ?? "{}");
  return new Map(Object.entries(parsed));
}
