import { parseItem } from "#shared/plan/item.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { withExtensions, type Extensions } from "#shared/plan/task-due.ts";
import { acceptedTasks } from "../../store/subjects.ts";
import type { Session } from "../session.ts";
import { bodyOf } from "./unit-period.ts";

/**
 * 延期申请 in force for a unit: to accept an answer is to grant the date that it asks for. It holds until an accepted
 * answer of a later period asks for another.
 */
export function grantedExtensions({ db }: Pick<Session, "db">, unit: string): Extensions {
  const granted = new Map<number, string>();
  for (const row of acceptedTasks(db, unit)) {
    const parts = parseItem(itemSchema.parse(row.item));
    const body = bodyOf(row.accepted_body);
    if (parts.kind === "task" && body !== null && "extension" in body && body.extension !== undefined)
      granted.set(parts.no, body.extension.date);
  }
  return granted;
}

/** The plan with the dates that hold for this unit. */
export const planFor = (session: Session, unit: string): Plan =>
  withExtensions(session.plan, grantedExtensions(session, unit));
