import { basename } from "node:path";
import { runChecks } from "#shared/checks/run-checks.ts";
import { appError } from "#shared/errors.ts";
import type { WorkbookPreview } from "#shared/ipc/workbook-view.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { judgeProposal } from "#shared/workbook/judge.ts";
import { proposeDrafts, type Proposal } from "#shared/workbook/propose.ts";
import { readWorkbook } from "#shared/workbook/read-workbook.ts";
import { readWorkbookFile } from "../../workbook/read-file.ts";
import { fileFailure } from "../file-failures.ts";
import { isKnownItem, writtenItem } from "../period/known-item.ts";
import { periodGrid, type PeriodGrid } from "../period/period-grid.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { answersOf, bodyOf } from "../period/unit-period.ts";

/** What taking a workbook in would write, held against what is there and against the checks. Nothing is saved. */
export async function previewWorkbook(session: Session, file: string): Promise<Answer<WorkbookPreview>> {
  const { plan, unit } = session;
  const sheets = await sheetsOf(file);
  if (!sheets.ok) return sheets;
  const { cover, tables } = readWorkbook(plan, sheets.value);
  const { period } = cover;
  if (period === null || cover.unit === null) return fail(appError("workbook-without-cover", { file }));
  if (cover.unit !== unit) return fail(appError("workbook-of-other-unit", { file, unit: cover.unit }));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  if (isPeriodLocked(session, period)) return fail(appError("period-locked", { period }));
  const grid = periodGrid(session, period);
  const proposal = proposeDrafts(plan, tables, {
    asked: (item) => askedItem(session, period, item),
    answer: (item) => answerIn(grid, item),
  });
  const { views } = grid;
  const judged = judgeProposal(proposal, {
    settled: (item) => views.get(item)?.locked ?? false,
    author: (item) => views.get(item)?.author ?? null,
    findings: findingsOf(grid, proposal),
  });
  return ok({
    file: basename(file),
    period,
    department: cover.department,
    author: cover.author,
    otherPlan: cover.plan !== `${plan.id}/${plan.version}`,
    ...judged,
  });
}

async function sheetsOf(file: string) {
  try {
    return await readWorkbookFile(file);
  } catch (error) {
    const failure = fileFailure(error, file);
    if (failure) return fail(failure);
    throw error;
  }
}

function askedItem({ plan, unit }: Session, period: Period, typed: Item): Item | null {
  const item = writtenItem(plan, typed);
  return item !== null && isKnownItem(plan, unit, period, item) ? item : null;
}

const answerIn = ({ known }: PeriodGrid, item: Item): unknown =>
  known.drafts.get(item)?.draft ?? bodyOf(known.subjects.get(item)?.current_body);

/** The checks over the period as it would be. */
function findingsOf({ known }: PeriodGrid, { drafts }: Proposal) {
  const { plan, unit, period, past } = known;
  const answers = new Map([...answersOf(known), ...drafts]);
  const found = runChecks({ plan, unit, period, answers, history: past, only: new Set(drafts.keys()) });
  return Map.groupBy(found, ({ item }) => item);
}
