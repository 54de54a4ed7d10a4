import { toCanonicalText } from "../ledger/canonical.ts";
import { fail, type Result } from "../result.ts";
import { parsePlan } from "./check-plan.ts";
import { planError, type PlanError } from "./plan-error.ts";
import type { IdKind } from "./plan-parts.ts";
import type { PlanEdit } from "./plan-edit.ts";
import type { Plan, Settings } from "./schema.ts";

/** The next version of a plan out of the present one and what the office changes. The present one is left as it is. */

/** The version after `plan`, checked as a whole; otherwise everything that is wrong with it. */
export function revisePlan(plan: Plan, edits: readonly PlanEdit[]): Result<Plan, readonly PlanError[]> {
  const unknown = edits.flatMap((edit, index) => strangers(plan, edit, `[${index}]`));
  if (unknown.length > 0) return fail(unknown);
  const edited = applyEdits(plan, edits);
  if (toCanonicalText(edited) === toCanonicalText(plan)) return fail([planError("nothing-changed", "")]);
  return parsePlan({ ...edited, version: plan.version + 1 });
}

/** The plan with the edits in it, in their order and unchecked, still under its own version: what an editor shows. */
export const applyEdits = (plan: Plan, edits: readonly PlanEdit[]): Plan => edits.reduce(applyEdit, plan);

/** What the edit speaks of and the plan does not have. Also where it takes away: a slip of an id must not pass. */
function strangers(plan: Plan, edit: PlanEdit, path: string): readonly PlanError[] {
  const known: { readonly [K in IdKind]?: readonly (string | number)[] } = {
    chain: plan.chains.map(({ id }) => id),
    unit: plan.units.map(({ key }) => key),
    task: plan.tasks.map(({ no }) => no),
    indicator: plan.indicators.map(({ id }) => id),
    schedule: plan.calendar.schedules.map(({ id }) => id),
  };
  return namedBy(edit)
    .filter(([kind, id]) => known[kind]?.includes(id) !== true)
    .map(([kind, id]) => planError("unknown-reference", path, { kind, id: String(id) }));
}

function namedBy(edit: PlanEdit): readonly (readonly [IdKind, string | number])[] {
  const unitsOf = (units: readonly string[] | null) => (units ?? []).map((unit) => ["unit", unit] as const);
  switch (edit.kind) {
    case "office-name":
    case "pace":
    case "lights":
    case "holiday":
      return [];
    case "annual-target":
    case "baseline":
    case "tolerance":
    case "definition":
    case "office-alone":
      return [["indicator", edit.indicator]];
    case "county-target":
      return [["indicator", edit.indicator], ...unitsOf([edit.unit])];
    case "delegated":
      return [["indicator", edit.indicator], ...unitsOf(edit.unit === null ? null : [edit.unit])];
    case "switch":
      return unitsOf([edit.unit]);
    case "chain-units":
      return [["chain", edit.chain], ...unitsOf(edit.units)];
    case "group-members":
      return unitsOf([edit.group, ...(edit.units ?? [])]);
    case "counted-inside":
      return unitsOf(edit.county === null ? [edit.zone] : [edit.zone, edit.county]);
    case "schedule":
      return [["schedule", edit.schedule]];
    case "task-due":
      return [["task", edit.task]];
  }
}

function applyEdit(plan: Plan, edit: PlanEdit): Plan {
  const set = (settings: Partial<Settings>): Plan => ({
    ...plan,
    settings: { ...plan.settings, ...settings },
  });
  const { settings, calendar } = plan;
  switch (edit.kind) {
    case "office-name":
      return set({ officeName: edit.name, officeNameBasis: "office" });
    case "pace":
      return set({ pace: edit.pace, paceBasis: "office" });
    case "lights":
      return { ...plan, lights: { yellowFrom: edit.yellowFrom, redFrom: edit.redFrom, basis: "office" } };
    case "annual-target": {
      const { indicator, year, value } = edit;
      const entry = value === null ? null : { indicator, year, value };
      return set({
        annualTargets: put(settings.annualTargets, entry, (e) => [e.indicator, e.year], [indicator, year]),
      });
    }
    case "county-target": {
      const { indicator, unit, year, value } = edit;
      const entry = value === null ? null : { indicator, unit, year, value };
      const key = (e: Settings["countyTargets"][number]) => [e.indicator, e.unit, e.year];
      return set({ countyTargets: put(settings.countyTargets, entry, key, [indicator, unit, year]) });
    }
    case "baseline": {
      const { indicator, baseline } = edit;
      const entry = baseline === null ? null : { indicator, ...baseline };
      return set({ baselines: put(settings.baselines, entry, (e) => [e.indicator], [indicator]) });
    }
    case "tolerance": {
      const { indicator, value } = edit;
      const entry = value === null ? null : { indicator, value };
      return set({ tolerances: put(settings.tolerances, entry, (e) => [e.indicator], [indicator]) });
    }
    case "switch": {
      const { unit, from, reporting } = edit;
      const entry = reporting === null ? null : { unit, from, reporting };
      return set({ switches: put(settings.switches, entry, (e) => [e.unit, e.from], [unit, from]) });
    }
    case "chain-units": {
      const { chain, units } = edit;
      const entry = units === null ? null : { chain, units: inOrder(plan, units) };
      return set({ chainUnits: put(settings.chainUnits, entry, (e) => [e.chain], [chain]) });
    }
    case "group-members": {
      const { group, units } = edit;
      const entry = units === null ? null : { group, units: inOrder(plan, units) };
      return set({ groupMembers: put(settings.groupMembers, entry, (e) => [e.group], [group]) });
    }
    case "counted-inside": {
      const { zone, county } = edit;
      const entry = county === null ? null : { zone, county };
      return set({ countedInside: put(settings.countedInside, entry, (e) => [e.zone], [zone]) });
    }
    case "office-alone": {
      const entry = edit.alone ? edit.indicator : null;
      return set({ officeAlone: put(settings.officeAlone, entry, (id) => [id], [edit.indicator]) });
    }
    case "delegated": {
      const { indicator, unit } = edit;
      const entry = unit === null ? null : { indicator, unit };
      return set({ delegated: put(settings.delegated, entry, (e) => [e.indicator], [indicator]) });
    }
    case "holiday": {
      const { date, day } = edit;
      const entry = day === null ? null : { date, kind: day };
      return {
        ...plan,
        calendar: { ...calendar, holidays: put(calendar.holidays, entry, (e) => [e.date], [date]) },
      };
    }
    case "schedule": {
      const { frequency, due } = edit;
      const schedules = calendar.schedules.map((schedule) =>
        schedule.id === edit.schedule
          ? { id: schedule.id, frequency, due, basis: "office" as const }
          : schedule,
      );
      return { ...plan, calendar: { ...calendar, schedules } };
    }
    case "definition":
      return {
        ...plan,
        indicators: plan.indicators.map((indicator) => {
          if (indicator.id !== edit.indicator) return indicator;
          const { definition: _, definitionBasis: __, ...rest } = indicator;
          return edit.text === null
            ? rest
            : { ...rest, definition: edit.text, definitionBasis: "office" as const };
        }),
      };
    case "task-due":
      return {
        ...plan,
        tasks: plan.tasks.map((task) => {
          if (task.no !== edit.task) return task;
          const { dueDate: _, ...rest } = task;
          return edit.date === null ? rest : { ...rest, dueDate: edit.date };
        }),
      };
  }
}

type Key = readonly (string | number)[];

/** The list with this entry, or without it, in the order of its keys, so that the order of edits leaves no trace. */
function put<T>(list: readonly T[], entry: T | null, keyOf: (entry: T) => Key, key: Key): T[] {
  const address = JSON.stringify(key);
  const others = list.filter((each) => JSON.stringify(keyOf(each)) !== address);
  if (entry === null && others.length === list.length) return [...list];
  const all = entry === null ? others : [...others, entry];
  return all.toSorted((a, b) => byKey(keyOf(a), keyOf(b)));
}

function byKey(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right !== undefined && left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Each unit once, in the plan's order; what the plan does not have comes last and is refused by its checks. */
function inOrder<K extends string>({ units }: Plan, keys: readonly K[]): K[] {
  const order = new Map<string, number>(units.map(({ key }, index) => [key, index]));
  return [...new Set(keys)].toSorted((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity));
}
