import { periodSchema, type Period } from "./ids.ts";
import type { Plan, Task, Unit } from "./schema.ts";

/** Units of the plan: their names, who reports, who is responsible. */

export const findUnit = (plan: Plan, key: string): Unit | undefined =>
  plan.units.find((unit) => unit.key === key);

const namesAt = (unit: Unit, date: string | undefined): Unit["names"][number] | undefined =>
  date === undefined
    ? unit.names.at(-1)
    : (unit.names.findLast((entry) => entry.from === undefined || entry.from <= date) ?? unit.names[0]);

/** Short name on an ISO date (without one: the latest); an unknown key is shown as it is. */
export function unitName(plan: Plan, key: string, date?: string): string {
  const unit = findUnit(plan, key);
  if (unit === undefined) return key;
  return namesAt(unit, date)?.short ?? unit.name;
}

/** Full name on an ISO date (without one: the latest), as it heads a sheet: 丰城市人民政府. */
export function unitFullName(plan: Plan, key: string, date?: string): string {
  const unit = findUnit(plan, key);
  return unit === undefined ? key : (namesAt(unit, date)?.name ?? unit.name);
}

/** Whether the unit's figures enter city sums: counties and zones, never departments. */
export const isCountyLike = (unit: Unit): boolean => unit.kind === "county" || unit.kind === "zone";

/** Whether a unit reports in a period: as the plan says at first, then by the office's latest switch. */
export function isReporting(plan: Plan, unit: Unit, period: Period): boolean {
  const switched = plan.settings.switches
    .filter((entry) => entry.unit === unit.key && entry.from <= period)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .at(-1);
  return (switched?.reporting ?? unit.reporting) === "on";
}

/** Units that the plan lets report, or that the office has switched on or off: a laptop of theirs can be set up. */
export const mayReport = (plan: Plan, key: string): boolean =>
  key !== plan.officeUnit &&
  (findUnit(plan, key)?.reporting !== undefined ||
    plan.settings.switches.some((entry) => entry.unit === key));

/** Reporting units (报送单位) that are on, in the plan's order; without a period: at the calendar's end. */
export function reportingUnits(plan: Plan, period?: Period): readonly Unit[] {
  const at = period ?? periodSchema.parse(plan.calendar.last);
  return plan.units.filter((unit) => unit.key !== plan.officeUnit && isReporting(plan, unit, at));
}

/** Units bound to a task: those listed in it, and the members the office has given to groups listed in it. */
export function isBound(plan: Plan, task: Task, unit: Unit): boolean {
  return task.responsible.some(
    (entry) =>
      entry.unit === unit.key ||
      plan.settings.groupMembers.some(
        (group) => group.group === entry.unit && group.units.includes(unit.key),
      ),
  );
}

export const isLead = (task: Task, unit: Unit): boolean =>
  task.responsible.some((entry) => entry.unit === unit.key && entry.lead === true);

export type ResponsibleUnit = { readonly unit: string; readonly name: string };
export type Responsible = {
  /** 牵头单位: the first listed. */
  readonly lead: ResponsibleUnit | undefined;
  /** 责任单位: the others that the notice lists, in its order and words. */
  readonly others: readonly ResponsibleUnit[];
  /** Bound besides: by the clause of task 1, or as members read out of a listed group. */
  readonly bound: readonly ResponsibleUnit[];
};

/** Splits a task's units for the sheets; names as the notice writes them. */
export function responsibleFor(plan: Plan, task: Task): Responsible {
  const named = task.responsible.map((entry) => ({
    entry,
    shown: { unit: entry.unit, name: entry.listedAs ?? unitName(plan, entry.unit) },
  }));
  const isListed = (basis: string): boolean => basis !== "clause" && basis !== "inferred";
  return {
    lead: named.find(({ entry }) => entry.lead === true)?.shown,
    others: named
      .filter(({ entry }) => entry.lead !== true && isListed(entry.basis))
      .map(({ shown }) => shown),
    bound: named
      .filter(({ entry }) => entry.lead !== true && !isListed(entry.basis))
      .map(({ shown }) => shown),
  };
}
