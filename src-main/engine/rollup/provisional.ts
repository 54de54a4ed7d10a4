import { appError } from "#shared/errors.ts";
import type { RecordId } from "#shared/ledger/record.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { chosenSide, entersFigures, type ChosenSide } from "#shared/rollup/provisional.ts";
import type { Database } from "../../store/database.ts";
import {
  deleteProvisionalChoice,
  provisionalChoice,
  putProvisionalChoice,
} from "../../store/provisional-choices.ts";
import type { SubjectAddress } from "../../store/records.ts";
import { readSubjectState } from "../../store/subjects.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * 暂用: the office says which side 含待审 counts while the versions of a unit's subject differ; null takes that back. No
 * record and no judgement: the ledger, receipts and exchanges know nothing of it, and it lapses with the first change.
 */
export function chooseProvisionally(
  session: Session,
  at: { readonly unit: UnitKey; readonly period: Period; readonly item: Item },
  revision: RecordId | null,
): Answer<Record<string, never>> {
  const { db, plan, role } = session;
  if (role !== "office") return fail(appError("wrong-role"));
  if (at.unit === plan.officeUnit) return fail(appError("own-conflict", { item: at.item }));
  if (revision === null) {
    deleteProvisionalChoice(db, at);
    return ok({});
  }
  if (!entersFigures(at.item)) return fail(appError("no-figure-of-item", { item: at.item }));
  const { revisions, status } = readSubjectState(db, at);
  if (!revisions.conflict) return fail(appError("no-conflict", { item: at.item, status }));
  const heads = revisions.heads.map(({ id }) => id);
  if (!heads.includes(revision)) return fail(appError("unknown-revision", { revision }));
  putProvisionalChoice(db, at, { revision, heads });
  return ok({});
}

/** The side of a subject that 含待审 counts by the office's choice; null where none is in force. */
export function provisionalSide(db: Database, at: SubjectAddress): ChosenSide | null {
  const choice = provisionalChoice(db, at);
  return choice === undefined ? null : chosenSide(readSubjectState(db, at).revisions, choice);
}
