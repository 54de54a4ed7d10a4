import { manifestSchema } from "#shared/bundle/manifest.ts";
import { appError } from "#shared/errors.ts";
import { circularModel, type CircularUnit } from "#shared/paper/circular.ts";
import { reminderModel, type ReminderInput } from "#shared/paper/reminder.ts";
import type { Settled } from "#shared/paper/settled.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { summarySheetModel } from "#shared/paper/summary-sheet.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import { parseItem, registerItem } from "#shared/plan/item.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { bundlesOfUnit, REPORTED } from "../../store/bundles.ts";
import { readFact } from "../../store/facts.ts";
import { sentBackIn } from "../../store/sent-back.ts";
import { taskBoard } from "../rollup/figures.ts";
import { paperStates } from "../review/paper-received.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { letterOf } from "./reminder-letter.ts";
import { rollUpPeriod } from "../rollup/rollup.ts";
import { now, type Session } from "../session.ts";
import { snapshotList } from "../rollup/snapshots.ts";
import type { Answer } from "../types.ts";
import { completenessReader, type KnownCompleteness } from "../period/unit-completeness.ts";

/** The office's own sheets, from what it has counted, judged and settled. */

/** 催报单 to one unit; refused where nothing is past due. */
export function reminder(session: Session, unit: UnitKey, period: Period): Answer<SheetModel> {
  const { plan } = session;
  if (!reportingUnits(plan, period).some(({ key }) => key === unit))
    return fail(appError("unknown-unit", { unit }));
  const completeness = completenessReader(session, [period])(unit, period);
  if (completeness.missing === 0) return fail(appError("nothing-missing", { unit, period }));
  const papers = paperStates(session, period);
  if (!papers.ok) return papers;
  return ok(
    reminderModel({
      ...officeCommon(session),
      period,
      completeness,
      paper: papers.value.get(unit) ?? null,
      last: lastOf(session, unit),
      letter: letterOf(session),
    }),
  );
}

/** Units with something missing and past due, in the plan's order. */
export function unitsToRemind(session: Session, period: Period): Answer<UnitKey[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const missing = completenessOfAll(session, period).filter((known) => known.missing > 0);
  return ok(missing.map(({ unit }) => unit));
}

/** 通报附表 of a period. */
export function circular(session: Session, period: Period): Answer<SheetModel> {
  const board = taskBoard(session, period);
  if (!board.ok) return board;
  const settled = settledIn(session, period);
  if (!settled.ok) return settled;
  const papers = paperStates(session, period);
  if (!papers.ok) return papers;
  const cells = board.value.rows.flatMap((row) => row.cells);
  const sentBack = sentBackIn(session.db, period);
  const units = completenessOfAll(session, period).map((completeness): CircularUnit => {
    const own = cells.filter(({ unit }) => unit === completeness.unit);
    const back = sentBack.filter(({ unit }) => unit === completeness.unit);
    return {
      completeness,
      returned: dueAmong(completeness, back).size,
      resubmitted: dueAmong(
        completeness,
        back.filter(({ again }) => again),
      ).size,
      paper: papers.value.get(completeness.unit) ?? null,
      underWay: own.filter(({ status, closed }) => status === "in-progress" && !closed).length,
      closed: own.filter((cell) => cell.closed).length,
    };
  });
  return ok(circularModel({ ...officeCommon(session), period, units, settled: settled.value }));
}

/** 汇总表 of a period. */
export function summarySheet(session: Session, period: Period): Answer<SheetModel> {
  const rolled = rollUpPeriod(session, period, false);
  if (!rolled.ok) return rolled;
  const board = taskBoard(session, period);
  if (!board.ok) return board;
  const settled = settledIn(session, period);
  if (!settled.ok) return settled;
  return ok(
    summarySheetModel({
      ...officeCommon(session),
      period,
      rollup: rolled.value,
      tasks: board.value.rows,
      settled: settled.value,
      officer: session.officer,
    }),
  );
}

/** What every sheet of the office needs. */
export const officeCommon = (session: Session) => ({
  plan: session.plan,
  printedAt: now(session),
  sample: readFact(session.db, "sample") === "yes",
});

function completenessOfAll(session: Session, period: Period): KnownCompleteness[] {
  const read = completenessReader(session, [period]);
  return reportingUnits(session.plan, period).map(({ key }) => read(key, period));
}

/** The due items that these subjects belong to: a register is sent back with any of its rows. */
function dueAmong({ items }: KnownCompleteness, subjects: readonly { readonly item: string }[]): Set<string> {
  const due = new Set<string>(items.map(({ item }) => item));
  return new Set(subjects.map(({ item }) => dueItem(item)).filter((item) => due.has(item)));
}

function dueItem(text: string): string {
  const item = itemSchema.parse(text);
  const parts = parseItem(item);
  return parts.kind === "register" ? registerItem(parts.register) : item;
}

/** The newest 定稿; where office PCs made theirs apart, the one with the highest number. */
function settledIn(session: Session, period: Period): Answer<Settled | null> {
  const list = snapshotList(session, period);
  if (!list.ok) return list;
  const [newest] = list.value.versions;
  if (newest === undefined) return ok(null);
  const { number, at, ledger, figures, since } = newest;
  const moved = new Set(since.filter(({ counts }) => counts).map(({ item }) => item));
  return ok({ number, at, ledger, figures, since: since.length, moved });
}

function lastOf({ db }: Session, unit: UnitKey): ReminderInput["last"] {
  const last = bundlesOfUnit(db, unit, REPORTED).at(-1);
  if (last === undefined) return null;
  const { periods } = manifestSchema.parse(JSON.parse(last.manifest));
  return { receivedAt: last.received_at, period: periods.at(-1) ?? null, sequence: last.sequence };
}
