import { appError } from "#shared/errors.ts";
import { compareIds } from "#shared/ledger/entry.ts";
import { headsOf } from "#shared/ledger/heads.ts";
import { decisionSchema, revisionBodySchema, type DecisionBody } from "#shared/ledger/record.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import { insertRecord, subjectEntries } from "../store/records.ts";
import { projectSubject, readSubjectState } from "../store/subjects.ts";
import { requireDeviceId } from "./device-id.ts";
import { newEntry } from "./own-bundle.ts";
import { now, type Session } from "./session.ts";
import type { Answer } from "./types.ts";

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
    const problem = problemOf(session, input);
    if (problem) return fail(problem);
  }
  session.db.transaction(() => {
    for (const { unit, period, item, outcome, comment, value } of decisions) {
      const { revisions, decisions: earlier } = subjectEntries(session.db, { unit, period, item });
      const heads = headsOf(revisions).heads.map(({ id }) => id);
      const body: DecisionBody = {
        outcome,
        revisions: heads.toSorted(compareIds),
        ...(comment?.trim() ? { comment: comment.trim() } : {}),
        ...(value === undefined ? {} : { value }),
      };
      const record = decisionSchema.parse({
        format: "taizhang-record",
        v: 1,
        type: "decision",
        at: now(session),
        author: { name: session.name, role: "office" },
        body,
        device: device.value,
        parents: headsOf(earlier).heads.map(({ id }) => id),
        planVersion: session.plan.version,
        subject: { item, period, plan: session.plan.id, unit },
      });
      insertRecord(session.db, newEntry(record), true);
      projectSubject(session.db, { unit, period, item });
    }
  });
  return ok({ decided: decisions.length });
}

function problemOf(session: Session, input: DecisionInput) {
  const { unit, item, period, outcome, comment, value } = input;
  const where = { unit, item, period };
  const { revisions } = readSubjectState(session.db, { unit, period, item });
  if (revisions.heads.length === 0) return appError("nothing-to-decide", where);
  if (revisions.conflict && outcome !== "returned") return appError("conflict-undecided", where);
  const needsComment = outcome === "returned" || outcome === "verified";
  if (needsComment && !comment?.trim()) return appError("comment-required", where);
  if (outcome === "closed" && parseItem(item).kind === "indicator")
    return appError("invalid-input", { where: item });
  if (outcome === "verified" && !revisionBodySchema.safeParse(value).success) {
    return appError("invalid-input", { where: item });
  }
  return null;
}
