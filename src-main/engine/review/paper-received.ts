import type { PaperState } from "#shared/paper/paper-state.ts";
import { appError } from "#shared/errors.ts";
import type { PaperOutcome, PaperUnit } from "#shared/ipc/received-paper-view.ts";
import { readScannedCheck } from "#shared/paper/scanned-check.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { deletePaper, papersOf, putPaper } from "../../store/paper-received.ts";
import type { PaperReceivedTable } from "../../store/tables.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { now, type Session } from "../session.ts";
import { answersChecked, codeOfAnswers } from "../submission/submission.ts";
import type { Answer } from "../types.ts";
import { readUnitPeriod } from "../period/unit-period.ts";

/** 纸质件: which units' signed sheets have come, and whether they say what the data say. Noted on this PC alone. */

type PaperCheck = NonNullable<PaperUnit["received"]>["check"];

/** Every reporting unit of the period. */
export function paperReceived(session: Session, period: Period): Answer<PaperUnit[]> {
  const problem = problemOf(session, period);
  if (problem) return fail(problem);
  const papers = papersOf(session.db, period);
  return ok(
    reportingUnits(session.plan, period).map(({ key, name }) => {
      const paper = papers.get(key);
      const received = paper && {
        at: paper.received_at,
        check: checkOf(paper, codeOfData(session, key, period)),
      };
      return { unit: key, name, received: received ?? null };
    }),
  );
}

/** Of every reporting unit, for the column 纸质件: a sheet that is not that of the data has to be printed again. */
export function paperStates(
  session: Session,
  period: Period,
): Answer<ReadonlyMap<UnitKey, NonNullable<PaperState>>> {
  const papers = paperReceived(session, period);
  if (!papers.ok) return papers;
  return ok(
    new Map(
      papers.value.map(({ unit, received }) => {
        if (received === null) return [unit, "missing"];
        const { check } = received;
        return [unit, check === "differs" || check === "changed" ? "to-reprint" : "received"];
      }),
    ),
  );
}

/** Notes a sheet. Without text it is ticked by hand; without a unit, what was scanned tells whose it is. */
export function receivePaper(
  session: Session,
  input: { readonly period: Period; readonly unit: UnitKey | null; readonly text: string | null },
): Answer<PaperOutcome> {
  const { period, text } = input;
  const problem = problemOf(session, period);
  if (problem) return fail(problem);
  const units = reportingUnits(session.plan, period).map(({ key }) => key);
  if (input.unit !== null && !units.includes(input.unit))
    return fail(appError("unknown-unit", { unit: input.unit }));
  if (text === null) {
    if (input.unit === null) return fail(appError("invalid-input", { where: "unit" }));
    return ok(noted(session, input.unit, period, null));
  }
  const scanned = readScannedCheck(text);
  if (scanned === null) return ok({ kind: "unreadable" });
  const { code } = scanned;
  if (scanned.kind === "sheet") {
    const of = units.find((unit) => unit.toUpperCase() === scanned.unit);
    const isHere = of !== undefined && scanned.period === period && (input.unit ?? of) === of;
    return ok(isHere ? noted(session, of, period, code) : { kind: "elsewhere" });
  }
  const owners = units.filter((unit) => codeOfData(session, unit, period) === code);
  if (input.unit === null) {
    const [owner] = owners;
    return ok(
      owner === undefined || owners.length > 1 ? { kind: "nobody" } : noted(session, owner, period, code),
    );
  }
  const isAnothers = owners.length > 0 && !owners.includes(input.unit);
  return ok(isAnothers ? { kind: "elsewhere" } : noted(session, input.unit, period, code));
}

/** Takes the note away: the sheet went back, or a tick was wrong. */
export function removePaper(
  session: Session,
  { unit, period }: { readonly unit: UnitKey; readonly period: Period },
): Answer<Record<string, never>> {
  const problem = problemOf(session, period);
  if (problem) return fail(problem);
  deletePaper(session.db, unit, period);
  return ok({});
}

function problemOf(session: Session, period: Period) {
  if (session.role !== "office") return appError("wrong-role");
  return isPlanPeriod(session, period) ? null : appError("unknown-period", { period });
}

function noted(session: Session, unit: UnitKey, period: Period, code: string | null): PaperOutcome {
  const held = codeOfData(session, unit, period);
  const row = {
    unit,
    period,
    received_at: now(session),
    code,
    agrees: code === null || held === null ? null : Number(code === held),
  };
  putPaper(session.db, row);
  return { kind: "received", unit, check: checkOf(row, held) };
}

/** The 核对码 of what the office holds of the unit's period; null while it holds nothing. */
export function codeOfData({ db, plan }: Session, unit: UnitKey, period: Period): string | null {
  const answers = answersChecked(readUnitPeriod(db, plan, { unit, period }, { drafts: false }));
  return answers.length === 0 ? null : codeOfAnswers(answers);
}

function checkOf({ code, agrees }: PaperReceivedTable, held: string | null): PaperCheck {
  if (code === null) return "unchecked";
  if (held === null) return "no-data";
  if (code === held) return "agrees";
  return agrees === 1 ? "changed" : "differs";
}
