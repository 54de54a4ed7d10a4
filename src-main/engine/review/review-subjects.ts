import { appError } from "#shared/errors.ts";
import type { ReviewSubject } from "#shared/ipc/views.ts";
import { itemsFor, type AssignedItem } from "#shared/plan/assignment.ts";
import { unitKeySchema, type Item, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { subjectsOfUnit } from "../../store/subjects.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * Every task and indicator of a period over all reporting units, each task before what it is measured by. Registers
 * are not there: their rows are each unit's own.
 */
export function reviewSubjects(session: Session, period: Period): Answer<ReviewSubject[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const units = reportingUnits(session.plan, period).map(({ key }) =>
    standing(session, unitKeySchema.parse(key), period),
  );
  const count = (isCounted: (unit: Standing) => boolean): number => units.filter(isCounted).length;
  return ok(
    itemsOf(units).flatMap((item) => {
      const is = (...states: readonly string[]) =>
        count(({ states: of }) => states.includes(of.get(item) ?? ""));
      const subject: ReviewSubject = {
        item,
        expected: count(({ asked }) => asked.get(item)?.due === true),
        reported: count(({ states }) => (states.get(item) ?? "none") !== "none"),
        toJudge: is("sealed", "resubmitted"),
        returned: is("returned"),
        conflicts: is("conflict"),
      };
      return subject.expected + subject.reported > 0 ? [subject] : [];
    }),
  );
}

type Standing = {
  readonly asked: ReadonlyMap<Item, AssignedItem>;
  readonly states: ReadonlyMap<string, string>;
};

const standing = ({ db, plan }: Session, unit: UnitKey, period: Period): Standing => ({
  asked: new Map(itemsFor(plan, unit, period).map((asked) => [asked.item, asked])),
  states: new Map(subjectsOfUnit(db, unit, period).map(({ item, status }) => [item, status])),
});

/** What any unit is asked, by task: an indicator of a chain counts as one of its own. */
function itemsOf(units: readonly Standing[]): Item[] {
  const asked = new Map(units.flatMap((unit) => [...unit.asked]));
  return [...asked.values()]
    .flatMap((each) => (each.kind === "register" ? [] : [{ item: each.item, place: placeOf(each) }]))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A task, and half a step behind it the indicators that measure it. */
const placeOf = (asked: Exclude<AssignedItem, { kind: "register" }>): number =>
  asked.kind === "task" ? asked.task.no : asked.indicator.task + 0.5;
