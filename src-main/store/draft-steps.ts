import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import { stepActSchema, type StepAct } from "#shared/ipc/draft-views.ts";
import { itemSchema, type Item } from "#shared/plan/ids.ts";
import type { Database } from "./database.ts";

/** The journal of drafts: one row a step, one a changed item. */

/** The newest steps of a period that stay when older ones are taken away. */
const KEPT_STEPS = 500;
/** NOTE: looking for older ones takes longer than writing one; done now and then it costs a save nothing. */
const PRUNED_EVERY = 50;

export interface DraftStep {
  readonly no: number;
  readonly at: string;
  readonly author: string;
  readonly act: StepAct;
}

export interface StepChange {
  readonly item: Item;
  readonly before: Draft | null;
  readonly after: Draft | null;
  /** Where the ledger stood for the item. */
  readonly basis: string;
}

/** The same with drafts as they are stored. */
export interface WrittenChange {
  readonly item: Item;
  readonly before: string | null;
  readonly after: string | null;
  readonly basis: string;
}

export type StepPlace = "done" | "undone" | "settled";

const INSERT = "INSERT INTO draft_step (period, at, author, act, place) VALUES (?, ?, ?, ?, ?)";
const INSERT_CHANGE = "INSERT INTO draft_change (step, item, before, after, basis) VALUES (?, ?, ?, ?, ?)";
const PRUNE = `DELETE FROM draft_step WHERE period = @period AND no <=
  (SELECT no FROM draft_step WHERE period = @period ORDER BY no DESC LIMIT 1 OFFSET @kept)`;

/** Adds a step; the oldest beyond the bound go in time. */
export function insertStep(
  db: Database,
  period: string,
  step: Omit<DraftStep, "no"> & { readonly place: StepPlace },
  changes: readonly WrittenChange[],
): void {
  const { lastInsertRowid } = db.prepared(INSERT).run(period, step.at, step.author, step.act, step.place);
  for (const { item, before, after, basis } of changes)
    db.prepared(INSERT_CHANGE).run(lastInsertRowid, item, before, after, basis);
  if (Number(lastInsertRowid) % PRUNED_EVERY === 0) db.prepared(PRUNE).run({ period, kept: KEPT_STEPS });
}

const EXTEND = "UPDATE draft_change SET after = ? WHERE step = ? AND item = ?";

/** Lets a step go on: the same person wrote on in the same text. */
export function extendStep(db: Database, no: number, at: string, item: Item, after: string | null): void {
  db.prepared("UPDATE draft_step SET at = ? WHERE no = ?").run(at, no);
  db.prepared(EXTEND).run(after, no, item);
}

export function placeStep(db: Database, no: number, place: StepPlace): void {
  db.prepared("UPDATE draft_step SET place = ? WHERE no = ?").run(place, no);
}

/** What was undone is past redoing once something else was typed. */
export function dropUndone(db: Database, period: string): void {
  db.prepared("UPDATE draft_step SET place = 'settled' WHERE period = ? AND place = 'undone'").run(period);
}

const SETTLE = `UPDATE draft_step SET place = 'settled' WHERE period = ? AND place <> 'settled'
  AND EXISTS (SELECT 1 FROM draft_change WHERE step = no AND item = ?)`;

/** Steps that touch the item stay as they are from now on. */
export function settleStepsOf(db: Database, period: string, item: string): void {
  db.prepared(SETTLE).run(period, item);
}

type StepRow = { no: number; at: string; author: string; act: string };
const STEP = "SELECT no, at, author, act FROM draft_step WHERE period = ?";

/** Steps in one place, the oldest first. */
export const stepsIn = (db: Database, period: string, place: StepPlace): DraftStep[] =>
  db.rowsOf<StepRow>(`${STEP} AND place = ? ORDER BY no`, period, place).map(toStep);

/** The step that undo takes next, or redo: the last done, the first undone. */
export function nextStep(db: Database, period: string, place: "done" | "undone"): DraftStep | undefined {
  const order = place === "done" ? "DESC" : "ASC";
  const row = db.rowOf<StepRow>(`${STEP} AND place = ? ORDER BY no ${order} LIMIT 1`, period, place);
  return row && toStep(row);
}

/** The newest step of all. */
export function lastStep(db: Database, period: string): (DraftStep & { readonly place: string }) | undefined {
  const row = db.rowOf<StepRow & { place: string }>(
    "SELECT no, at, author, act, place FROM draft_step WHERE period = ? ORDER BY no DESC LIMIT 1",
    period,
  );
  return row && { ...toStep(row), place: row.place };
}

type ChangeRow = { item: string; before: string | null; after: string | null; basis: string };

const CHANGES = "SELECT item, before, after, basis FROM draft_change WHERE step = ? ORDER BY item";

export const changesOfStep = (db: Database, no: number): StepChange[] =>
  db.rowsOf<ChangeRow>(CHANGES, no).map(toChange);

/** The change of a step that has but one. */
export function loneChangeOf(db: Database, no: number): WrittenChange | undefined {
  const [only, ...others] = db.rowsOf<ChangeRow>(CHANGES, no);
  return only && others.length === 0 ? { ...only, item: itemSchema.parse(only.item) } : undefined;
}

const OF_ITEM = `SELECT no, at, author, act, item, before, after, basis
  FROM draft_step JOIN draft_change ON step = no WHERE period = ? AND item = ? ORDER BY no DESC`;

/** Every step that touched the item, the newest first. */
export const stepsOfItem = (db: Database, period: string, item: string): (DraftStep & StepChange)[] =>
  db.rowsOf<StepRow & ChangeRow>(OF_ITEM, period, item).map((row) => ({ ...toStep(row), ...toChange(row) }));

const draftOf = (text: string | null): Draft | null =>
  text === null ? null : draftSchema.parse(JSON.parse(text));

const toStep = ({ no, at, author, act }: StepRow): DraftStep => ({
  no,
  at,
  author,
  act: stepActSchema.parse(act),
});

const toChange = ({ item, before, after, basis }: ChangeRow): StepChange => ({
  item: itemSchema.parse(item),
  before: draftOf(before),
  after: draftOf(after),
  basis,
});
