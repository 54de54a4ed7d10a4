import { appError } from "#shared/errors.ts";
import type { Exemplary } from "#shared/ipc/monitoring-view.ts";
import { recordIdSchema, taskProgressSchema } from "#shared/ledger/record.ts";
import {
  itemSchema,
  periodSchema,
  unitKeySchema,
  type Item,
  type Period,
  type UnitKey,
} from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import { deleteExemplary, exemplaryRows, saveExemplary } from "../../store/exemplary.ts";
import { subjectsOfUnit } from "../../store/subjects.ts";
import type { ExemplaryTable, SubjectTable } from "../../store/tables.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

interface Address {
  readonly unit: UnitKey;
  readonly period: Period;
  readonly item: Item;
}

/** 典型经验 as marked on this computer. They are notes of the office: no record, in no bundle, never signed. */
export function exemplaryList(session: Session): Answer<Exemplary[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  return ok(exemplaryRows(session.db).map((row) => shown(row, subjectAt(session, row))));
}

/** Marks the progress that stands there now, or takes the mark away. */
export function markExemplary(
  session: Session,
  { marked, ...at }: Address & { readonly marked: boolean },
): Answer<Record<string, never>> {
  const { db, role, name } = session;
  if (role !== "office") return fail(appError("wrong-role"));
  if (!marked) {
    deleteExemplary(db, at);
    return ok({});
  }
  const subject = subjectAt(session, at);
  const isTask = parseItem(at.item).kind === "task";
  if (!isTask || subject?.current == null || subject.current_body === null)
    return fail(appError("invalid-input", { where: at.item }));
  saveExemplary(db, {
    ...at,
    revision: subject.current,
    body: subject.current_body,
    marked_by: name,
    marked_at: now(session),
  });
  return ok({});
}

const subjectAt = (
  { db }: Session,
  at: { readonly unit: string; readonly period: string; readonly item: string },
) => subjectsOfUnit(db, at.unit, at.period).find(({ item }) => item === at.item);

const shown = (row: ExemplaryTable, subject: SubjectTable | undefined): Exemplary => ({
  unit: unitKeySchema.parse(row.unit),
  period: periodSchema.parse(row.period),
  item: itemSchema.parse(row.item),
  revision: recordIdSchema.parse(row.revision),
  body: taskProgressSchema.parse(JSON.parse(row.body)),
  by: row.marked_by,
  at: row.marked_at,
  since:
    subject?.current !== row.revision
      ? "corrected"
      : subject.status === "returned"
        ? "returned"
        : "unchanged",
});
