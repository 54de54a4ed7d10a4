import { z } from "zod";
import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import { appError } from "#shared/errors.ts";
import type { ReviewCopies } from "#shared/ipc/review-copy-view.ts";
import { evidenceSchema, type Evidence } from "#shared/ledger/record.ts";
import { itemSchema, type Item, type Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { insertReviewCopy, reviewCopiesOf, savePrintedAt, saveScan } from "../../store/review-copies.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { now, type Session } from "../session.ts";
import { answersChecked, codeOfAnswers } from "./submission.ts";
import type { Answer } from "../types.ts";
import { readUnitPeriod, sameBody } from "../period/unit-period.ts";

/** 送审稿: what was printed for the leaders, kept here alone, to be held against what the answers are now. */

const answersSchema = z.array(z.tuple([itemSchema, draftSchema]));
const scanSchema = z.array(evidenceSchema);

/** Notes that a review copy of the period was printed now. The same answers again are the same copy. */
export function noteReviewCopy(session: Session, period: Period): Answer<ReviewCopies> {
  const read = answersNow(session, period);
  if (!read.ok) return read;
  const { answers, checkCode } = read.value;
  const { db } = session;
  const printedAt = now(session);
  db.transaction(() => {
    const last = reviewCopiesOf(db, period)[0];
    if (last?.check_code === checkCode) return savePrintedAt(db, last.no, printedAt);
    const copy = { period, printed_at: printedAt, check_code: checkCode, scan: "[]" };
    insertReviewCopy(db, { ...copy, answers: JSON.stringify([...answers]) });
  });
  return reviewCopies(session, period);
}

/** The newest copy of the period and what has changed since. */
export function reviewCopies(session: Session, period: Period): Answer<ReviewCopies> {
  const read = answersNow(session, period);
  if (!read.ok) return read;
  const { answers, checkCode } = read.value;
  const row = reviewCopiesOf(session.db, period)[0];
  if (row === undefined) return ok({ period, checkCode, copy: null, changes: [] });
  const { no, printed_at: printedAt, check_code: printed, scan } = row;
  const before = new Map(answersSchema.parse(JSON.parse(row.answers)));
  return ok({
    period,
    checkCode,
    copy: { no, printedAt, checkCode: printed, scan: scanSchema.parse(JSON.parse(scan)) },
    changes: printed === checkCode ? [] : changesBetween(before, answers),
  });
}

/** Puts the scan of the stamped paper beside its copy. It stays in this workspace: no bundle carries it. */
export function attachScan(
  session: Session,
  no: number,
  files: readonly Evidence[],
): Answer<Record<string, never>> {
  return saveScan(session.db, no, JSON.stringify(files)) ? ok({}) : fail(appError("no-review-copy"));
}

function answersNow(
  session: Session,
  period: Period,
): Answer<{ readonly answers: ReadonlyMap<Item, Draft>; readonly checkCode: string }> {
  if (session.role !== "reporter") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const known = readUnitPeriod(session.db, session.plan, { unit: session.unit, period }, { drafts: true });
  const answers = answersChecked(known);
  return ok({ answers: new Map(answersSchema.parse(answers)), checkCode: codeOfAnswers(answers) });
}

function changesBetween(
  before: ReadonlyMap<Item, Draft>,
  after: ReadonlyMap<Item, Draft>,
): ReviewCopies["changes"] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((item) => {
    const [printed, present] = [before.get(item) ?? null, after.get(item) ?? null];
    return sameBody(printed, present) ? [] : [{ item, printed, present }];
  });
}
