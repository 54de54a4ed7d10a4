import { checkCodeText } from "#shared/ledger/check-code.ts";
import { draftToBody } from "#shared/checks/draft-to-body.ts";
import { isHard, needsExplanation } from "#shared/checks/finding.ts";
import { hasAnswer } from "#shared/checks/item-state.ts";
import { appError } from "#shared/errors.ts";
import type { CellState, SubmissionPreview } from "#shared/ipc/views.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import { sha256Hex } from "../../keys/sha256.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { cellState, rowsOfPeriod, standsNotApplicable } from "../period/item-view.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { bodyOf, readUnitPeriod, sameBody, type UnitPeriod } from "../period/unit-period.ts";

export type PreviewItem = SubmissionPreview["items"][number];

/** What would go out now, what would stay behind and why. Nothing is changed. */
export function submissionPreview(session: Session, period: Period): Answer<SubmissionPreview> {
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const known = readUnitPeriod(session.db, session.plan, { unit: session.unit, period }, { drafts: true });
  const items: PreviewItem[] = [];
  const excluded: { item: Item; state: CellState }[] = [];
  for (const item of known.items) {
    const answer = readyAnswer(known, item);
    if (answer === "unchanged") continue;
    if (answer !== null) items.push(answer);
    else excluded.push({ item, state: cellState(known, item) });
  }
  return ok({ period, items, excluded, checkCode: checkCodeOf(known) });
}

/** The item as it would be sealed; null where it is asked or begun but cannot go; `unchanged` where it need not. */
function readyAnswer(known: UnitPeriod, item: Item): PreviewItem | "unchanged" | null {
  const draft = known.drafts.get(item)?.draft;
  const subject = known.subjects.get(item);
  if (draft === undefined || !hasAnswer(draft)) {
    const open = subject === undefined ? known.assigned.get(item)?.due === true : needsWork(subject.status);
    const answered = standsNotApplicable(known, item) || rowsOfPeriod(known, item).length > 0;
    return open && !answered ? null : "unchanged";
  }
  const findings = known.findings.get(item) ?? [];
  const body = draftToBody(known.plan, item, draft);
  if (!body.ok || findings.some(isHard) || findings.some(needsExplanation)) return null;
  const before = bodyOf(subject?.current_body);
  if (before !== null && sameBody(before, body.value))
    return subject && needsWork(subject.status) ? null : "unchanged";
  const reason = subject === undefined ? "first" : subject.status === "returned" ? "resubmit" : "correction";
  return { item, reason, before, now: body.value, findings: [...findings] };
}

const needsWork = (status: string): boolean => status === "returned" || status === "conflict";

/** The unit's answers of the period that 核对码 covers: drafts where there are any, else what is sealed. */
export function answersChecked(known: UnitPeriod): [string, unknown][] {
  const answers: [string, unknown][] = [];
  for (const item of known.items) {
    if (parseItem(item).kind === "contact") continue;
    const draft = known.drafts.get(item)?.draft;
    const subject = known.subjects.get(item);
    const sealed = subject?.period === known.period ? bodyOf(subject.current_body) : null;
    const value = draft && hasAnswer(draft) ? bodyOrDraft(known.plan, item, draft) : sealed;
    if (value !== null) answers.push([item, value]);
  }
  return answers;
}

export const codeOfAnswers = (answers: [string, unknown][]): string =>
  sha256Hex(Buffer.from(checkCodeText(answers), "utf8")).slice(0, 16);

export const checkCodeOf = (known: UnitPeriod): string => codeOfAnswers(answersChecked(known));

function bodyOrDraft(
  plan: Plan,
  item: Item,
  draft: Parameters<typeof draftToBody>[2],
): RevisionBody | object {
  const body = draftToBody(plan, item, draft);
  return body.ok ? body.value : draft;
}
