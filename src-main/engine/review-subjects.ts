import { appError } from "#shared/errors.ts";
import type { ReviewSubject } from "#shared/ipc/views.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { indicatorItem, taskItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { subjectsOfUnit } from "../store/subjects.ts";
import { isPlanPeriod } from "./plan-periods.ts";
import type { Session } from "./session.ts";
import type { Answer } from "./types.ts";

/**
 * Every task and indicator of a period over all reporting units, in the plan's order. Registers are not there: their
 * rows are each unit's own.
 */
export function reviewSubjects(session: Session, period: Period): Answer<ReviewSubject[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const units = reportingUnits(session.plan, period).map(({ key }) =>
    standing(session, unitKeySchema.parse(key), period),
  );
  const count = (isCounted: (unit: Standing) => boolean): number => units.filter(isCounted).length;
  return ok(
    itemsOf(session.plan).flatMap((item) => {
      const is = (...states: readonly string[]) =>
        count(({ states: of }) => states.includes(of.get(item) ?? ""));
      const subject: ReviewSubject = {
        item,
        expected: count(({ due }) => due.has(item)),
        reported: count(({ states }) => (states.get(item) ?? "empty") !== "empty"),
        toJudge: is("sealed", "resubmitted"),
        returned: is("returned"),
        conflicts: is("conflict"),
      };
      return subject.expected + subject.reported > 0 ? [subject] : [];
    }),
  );
}

type Standing = { readonly due: ReadonlySet<Item>; readonly states: ReadonlyMap<string, string> };

function standing({ db, plan }: Session, unit: UnitKey, period: Period): Standing {
  const due = itemsFor(plan, unit, period).filter((asked) => asked.due);
  return {
    due: new Set(due.map(({ item }) => item)),
    states: new Map(subjectsOfUnit(db, unit, period).map(({ item, status }) => [item, status])),
  };
}

/** A task with the indicators it is measured by, section by section. */
const itemsOf = ({ sections, tasks, indicators }: Plan): Item[] =>
  sections.flatMap(({ id }) =>
    tasks
      .filter(({ section }) => section === id)
      .flatMap(({ no }) => [
        taskItem(no),
        ...indicators.filter(({ task }) => task === no).map((indicator) => indicatorItem(indicator.id)),
      ]),
  );
