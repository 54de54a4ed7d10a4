import { mayReport } from "#shared/plan/units.ts";
import type { ContactDraft } from "#shared/checks/draft.ts";
import { readAnswer } from "#shared/checks/answer.ts";
import { explanationOf } from "#shared/checks/run-checks.ts";
import { appError } from "#shared/errors.ts";
import { findingsSheetModel, type FoundAt } from "#shared/paper/findings-sheet.ts";
import { progressSheetModel } from "#shared/paper/progress-sheet.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { isCitySheet, isLetter, type Sheet } from "#shared/paper/sheets.ts";
import { splitSheetModel } from "#shared/paper/split-sheet.ts";
import { taskSheetModel } from "#shared/paper/task-sheet.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { readFact } from "../../store/facts.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { planFor } from "../period/extensions.ts";
import { circular, reminder, summarySheet } from "./office-paper.ts";
import { problemSheet } from "./problem-paper.ts";
import { receiptSheet } from "./receipt-paper.ts";
import { now, type Session } from "../session.ts";
import { sealedIn, signedSheet, type Common } from "./signed-paper.ts";
import { checkCodeOf } from "../submission/submission.ts";
import type { Answer } from "../types.ts";
import { splitShares } from "../workbook/write-workbook.ts";
import { answersOf, readUnitPeriod } from "../period/unit-period.ts";

export interface SheetRequest {
  readonly sheet: Sheet;
  readonly unit: UnitKey;
  readonly period?: Period | undefined;
  readonly blank: boolean;
  /** Of the 分办单: one department alone, by its name. */
  readonly department?: string | undefined;
}

/** Everything a printed sheet shows, decided. A reporter prints its own unit; the office any. */
export function sheetModel(session: Session, request: SheetRequest): Answer<SheetModel> {
  const { plan } = session;
  const { sheet, unit, period } = request;
  if (isCitySheet(sheet) || isLetter(sheet)) return officeSheet(session, request);
  if (!mayReport(plan, unit)) return fail(appError("unknown-unit", { unit }));
  if (session.role === "reporter" && unit !== session.unit) return fail(appError("unknown-unit", { unit }));
  const common = {
    plan: planFor(session, unit),
    unit,
    printedAt: now(session),
    sample: readFact(session.db, "sample") === "yes",
  };
  if (sheet === "task-sheet") return ok(taskSheetModel(common));
  if (sheet === "findings-sheet") return findingsOf(session, common, period);
  if (sheet === "split-sheet") return splitSheet(session, request, common);
  const isBlank = request.blank && sheet === "progress-sheet";
  if (period === undefined) {
    if (!isBlank) return fail(appError("unknown-period", { period: "" }));
    return ok(progressSheetModel({ ...common, ...BLANK }));
  }
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  if (isBlank) return ok(progressSheetModel({ ...common, ...BLANK, period }));
  return ok(signedSheet(session, sheet, common, period));
}

/** A sheet of the whole city belongs to no unit: the one asked with is passed over. */
function officeSheet(session: Session, { sheet, unit, period }: SheetRequest): Answer<SheetModel> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (period === undefined || !isPlanPeriod(session, period))
    return fail(appError("unknown-period", { period: period ?? "" }));
  if (sheet === "reminder") return reminder(session, unit, period);
  if (sheet === "receipt") return receiptSheet(session, unit, period);
  if (sheet === "problem-sheet") return problemSheet(session, period);
  return sheet === "circular" ? circular(session, period) : summarySheet(session, period);
}

function splitSheet(
  session: Session,
  { unit, period, department }: SheetRequest,
  common: Pick<Parameters<typeof splitSheetModel>[0], "plan" | "printedAt" | "sample">,
): Answer<SheetModel> {
  if (period === undefined) return fail(appError("unknown-period", { period: "" }));
  const split = splitShares(session, { unit, period });
  if (!split.ok) return split;
  const { shares, known } = split.value;
  const chosen =
    department === undefined ? shares : shares.filter((share) => share.department === department);
  if (chosen.length === 0) return fail(appError("unknown-department", { department: department ?? "" }));
  return ok(splitSheetModel({ ...common, unit, period, shares: chosen, previous: known.previous }));
}

const BLANK = {
  period: null,
  blank: true,
  items: [],
  contacts: new Map<number, ContactDraft>(),
  checkCode: null,
  digest: null,
  stage: "blank",
  people: null,
} as const;

function findingsOf(session: Session, common: Common, period: Period | undefined): Answer<SheetModel> {
  if (period === undefined || !isPlanPeriod(session, period))
    return fail(appError("unknown-period", { period: period ?? "" }));
  const { db, plan } = session;
  const drafts = session.role === "reporter";
  const known = readUnitPeriod(db, plan, { unit: common.unit, period }, { drafts });
  const filler = sealedIn(session, known)?.people.filler ?? "";
  const answers = answersOf(known);
  const found = known.items.flatMap((item): FoundAt[] => {
    const findings = known.findings.get(item) ?? [];
    if (findings.length === 0) return [];
    const answer = answers.get(item);
    const read = answer === undefined ? null : readAnswer(plan, item, answer);
    const explanation = (read?.ok === true ? explanationOf(read.value) : undefined) ?? "";
    return [{ item, findings, explanation, filler: known.drafts.get(item)?.author ?? filler }];
  });
  return ok(findingsSheetModel({ ...common, period, found, checkCode: checkCodeOf(known) }));
}
