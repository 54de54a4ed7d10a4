import { draftSchema } from "#shared/checks/draft.ts";
import { draftToBody } from "#shared/checks/draft-to-body.ts";
import { draftFits, hasAnswer } from "#shared/checks/item-state.ts";
import { appError } from "#shared/errors.ts";
import type { RevisionEntry } from "#shared/ledger/entry.ts";
import { headsOf, type Heads } from "#shared/ledger/heads.ts";
import type { Decision, DecisionBody, DeviceId, RevisionBody } from "#shared/ledger/record.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import { subjectEntries } from "../../store/records.ts";
import { newDecision, putOnRecord } from "./decision-record.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { isKnownItem } from "../period/known-item.ts";
import { unitOf, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface DecisionInput {
  readonly unit: UnitKey;
  readonly period: Period;
  readonly item: Item;
  readonly outcome: "accepted" | "returned" | "closed" | "verified";
  readonly comment?: string | undefined;
  readonly value?: DecisionBody["value"] | undefined;
}

/** Records the office's decisions, all or none. Each judges exactly the values on top of its subject now. */
export function decide(session: Session, decisions: readonly DecisionInput[]): Answer<{ decided: number }> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  for (const input of decisions) {
    const judged = decisionOn(session, device.value, input);
    if (!judged.ok) return judged;
  }
  session.db.transaction(() => putOnRecord(session, judgedInTurn(session, device.value, decisions)));
  return ok({ decided: decisions.length });
}

/** Each is made when the one before it is on record: both may be on one subject. */
function* judgedInTurn(session: Session, device: DeviceId, decisions: readonly DecisionInput[]) {
  for (const input of decisions) {
    const judged = decisionOn(session, device, input);
    if (!judged.ok) throw new Error(`${input.item} could be decided a moment ago`);
    yield judged.value;
  }
}

/** The decision over what stands on top of the subject now and over all decided before, or why there is none. */
function decisionOn(session: Session, device: DeviceId, input: DecisionInput): Answer<Decision> {
  const { unit, period, item, outcome, comment } = input;
  const { revisions } = subjectEntries(session.db, { unit, period, item });
  const stand = headsOf(revisions);
  const problem = problemOf(session, input, stand);
  if (problem) return fail(problem);
  const value = outcome === "verified" ? verifiedBody(session, input) : undefined;
  return newDecision(
    session,
    { unit, period, item },
    {
      outcome,
      revisions: stand.heads.map(({ id }) => id),
      ...(comment?.trim() ? { comment: comment.trim() } : {}),
      ...(value === undefined ? {} : { value }),
    },
    device,
  );
}

function problemOf(session: Session, input: DecisionInput, { heads, conflict }: Heads<RevisionEntry>) {
  const { unit, item, period, outcome, comment } = input;
  const where = { unit, item, period };
  if (unitOf(session.plan, unit) === undefined) return appError("unknown-unit", { unit });
  if (!isPlanPeriod(session, period)) return appError("unknown-period", { period });
  if (isPeriodLocked(session, period, unit)) return appError("period-locked", { period });
  if (heads.length === 0) {
    const isKnown = isKnownItem(session.plan, unit, period, item);
    return isKnown ? appError("nothing-to-decide", where) : appError("unknown-item", { item });
  }
  // The office's own counts without being accepted; 办结 and 销号 are its word on them all the same.
  if (unit === session.plan.officeUnit && outcome !== "closed") return appError("own-entry", where);
  if (conflict && outcome !== "returned") return appError("conflict-undecided", where);
  const needsComment = outcome === "returned" || outcome === "verified";
  if (needsComment && !comment?.trim()) return appError("comment-required", where);
  return outcome === "closed" && !canBeClosed(item) ? appError("invalid-input", { where: item }) : null;
}

/** 办结 and 销号 are for tasks and problems. */
const canBeClosed = (item: Item): boolean => {
  const parts = parseItem(item);
  return (
    parts.kind === "task" ||
    (parts.kind === "register" && parts.register === "problems" && parts.key !== undefined)
  );
};

/** 核定: a whole body of the item, typed figures brought into their stored form; undefined where it is none. */
function verifiedBody({ plan }: Session, { item, value }: DecisionInput): RevisionBody | undefined {
  const draft = draftSchema.safeParse(value);
  if (!draft.success || !draftFits(item, draft.data) || !hasAnswer(draft.data)) return undefined;
  const body = draftToBody(plan, item, draft.data);
  return body.ok ? body.value : undefined;
}
