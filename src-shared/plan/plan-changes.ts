import { z } from "zod";
import { toCanonicalText } from "../ledger/canonical.ts";
import type { Indicator, Plan, Schedule } from "./schema.ts";
import { settingChangeSchema, settingChanges } from "./settings-changes.ts";

/** What a newer version of a plan changes, in the plan's own words: what is asked, and what the office has set. */

const text = z.string();
const dueSchema = z.strictObject({
  frequency: z.enum(["month", "quarter", "year"]),
  monthsAfter: z.int(),
  day: z.int(),
});
const partSchema = z.enum([
  "task",
  "indicator",
  "input",
  "register",
  "field",
  "unit",
  "chain",
  "section",
  "rule",
]);

export const planChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["added", "removed"]),
    part: partSchema,
    id: text,
    name: text,
    of: text.nullable(),
  }),
  z.strictObject({
    kind: z.literal("changed"),
    part: partSchema,
    id: text,
    name: text,
    of: text.nullable(),
    member: z.enum(["name", "text", "due-date", "target", "unit", "definition", "required", "rest"]),
    /** Null where there was nothing, or is nothing any more. */
    before: text.nullable(),
    after: text.nullable(),
  }),
  /** Due days of everything that follows one schedule. */
  z.strictObject({
    kind: z.literal("due"),
    names: z.array(text),
    before: dueSchema,
    after: dueSchema,
  }),
  settingChangeSchema,
]);
export type PlanChange = z.infer<typeof planChangeSchema>;
type Part = z.infer<typeof partSchema>;

export function planChanges(before: Plan, after: Plan): PlanChange[] {
  return [
    ...listChanges("task", null, before.tasks, after.tasks, {
      id: ({ no }) => String(no),
      name: ({ title }) => title,
      members: {
        text: (task) => task.text,
        "due-date": ({ dueDate }) => dueDate,
        rest: (task) => without(task, ["title", "text", "textPrint", "dueDate"]),
      },
    }),
    ...listChanges("indicator", null, before.indicators, after.indicators, {
      id: ({ id }) => id,
      name: ({ name }) => name,
      members: {
        target: targetText,
        unit: ({ unit }) => unit,
        definition: ({ definition }) => definition,
        rest: (indicator) =>
          without(indicator, ["name", "target", "unit", "definition", "definitionBasis", "inputs"]),
      },
    }),
    ...pairs(before.indicators, after.indicators, ({ id }) => id).flatMap(([was, is]) =>
      listChanges("input", is.name, was.inputs, is.inputs, {
        id: ({ id }) => id,
        name: ({ name }) => name,
        members: {
          unit: ({ unit }) => unit,
          required: ({ required }) => (required ? "1" : undefined),
          rest: (asked) => without(asked, ["name", "unit", "required"]),
        },
      }),
    ),
    ...listChanges("register", null, before.registers, after.registers, {
      id: ({ id }) => id,
      name: ({ name }) => name,
      members: { rest: (register) => without(register, ["name", "fields"]) },
    }),
    ...pairs(before.registers, after.registers, ({ id }) => id).flatMap(([was, is]) =>
      listChanges("field", is.name, was.fields, is.fields, {
        id: ({ id }) => id,
        name: ({ name }) => name,
        members: {
          unit: ({ unit }) => unit,
          required: ({ required }) => (required ? "1" : undefined),
          rest: (asked) => without(asked, ["name", "unit", "required"]),
        },
      }),
    ),
    ...listChanges("unit", null, before.units, after.units, {
      id: ({ key }) => key,
      name: ({ name }) => name,
      members: { rest: (unit) => without(unit, ["name"]) },
    }),
    ...listChanges("chain", null, before.chains, after.chains, {
      id: ({ id }) => id,
      name: ({ name }) => name,
      members: { rest: (chain) => without(chain, ["name"]) },
    }),
    ...listChanges("section", null, before.sections, after.sections, {
      id: ({ id }) => id,
      name: ({ name }) => name,
      members: {},
    }),
    ...listChanges("rule", null, before.rules, after.rules, {
      id: ({ id }) => id,
      name: ({ message }) => message.zh,
      members: { rest: (rule) => without(rule, ["message"]) },
    }),
    ...dueChanges(before, after),
    ...settingChanges(before, after),
  ];
}

/** Whatever else the element holds, for comparing alone. */
const without = (element: object, told: readonly string[]): string =>
  toCanonicalText(Object.fromEntries(Object.entries(element).filter(([name]) => !told.includes(name))));

type Member = Extract<PlanChange, { kind: "changed" }>["member"];
type Reading<T> = {
  readonly id: (element: T) => string;
  readonly name: (element: T) => string;
  readonly members: { readonly [M in Member]?: (element: T) => string | undefined };
};

function listChanges<T>(
  part: Part,
  of: string | null,
  before: readonly T[],
  after: readonly T[],
  read: Reading<T>,
): PlanChange[] {
  const [was, is] = [new Set(before.map(read.id)), new Set(after.map(read.id))];
  const named =
    (kind: "added" | "removed") =>
    (element: T): PlanChange => {
      return { kind, part, id: read.id(element), name: read.name(element), of };
    };
  return [
    ...before.filter((element) => !is.has(read.id(element))).map(named("removed")),
    ...after.filter((element) => !was.has(read.id(element))).map(named("added")),
    ...pairs(before, after, read.id).flatMap(([old, now]) => memberChanges(part, of, old, now, read)),
  ];
}

function memberChanges<T>(part: Part, of: string | null, old: T, now: T, read: Reading<T>): PlanChange[] {
  const members: [Member, (element: T) => string | undefined][] = [["name", read.name]];
  for (const member of ["text", "due-date", "target", "unit", "definition", "required", "rest"] as const) {
    const reader = read.members[member];
    if (reader !== undefined) members.push([member, reader]);
  }
  return members.flatMap(([member, reader]) => {
    const [before, after] = [reader(old) ?? null, reader(now) ?? null];
    if (before === after) return [];
    const changed = { kind: "changed" as const, part, id: read.id(now), name: read.name(now), of, member };
    // What the rest is has no words of its own: that it changed is told, not how.
    return [member === "rest" ? { ...changed, before: null, after: null } : { ...changed, before, after }];
  });
}

const pairs = <T>(before: readonly T[], after: readonly T[], id: (element: T) => string): [T, T][] =>
  after.flatMap((now): [T, T][] => {
    const old = before.find((element) => id(element) === id(now));
    return old === undefined ? [] : [[old, now]];
  });

/** As the notice puts it: 突破2500亿元, 2—3家. */
function targetText({ target }: Indicator): string {
  const { word = "", value = "", valueMax, unit, year } = target;
  const figure = valueMax === undefined ? value : `${value}—${valueMax}`;
  const said = `${word}${figure}${figure === "" ? "" : unit}`;
  return year === undefined ? said : `${said}（${year}）`;
}

function dueChanges(before: Plan, after: Plan): PlanChange[] {
  return pairs(before.calendar.schedules, after.calendar.schedules, ({ id }) => id).flatMap(([was, is]) => {
    const [old, now] = [dueOf(was), dueOf(is)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ kind: "due" as const, names: namesUnder(after, is.id), before: old, after: now }];
  });
}

const dueOf = ({ frequency, due }: Schedule) => ({ frequency, monthsAfter: due.monthsAfter, day: due.day });

function namesUnder(plan: Plan, schedule: string): string[] {
  return [
    ...plan.indicators.filter((indicator) => indicator.schedule === schedule).map(({ name }) => name),
    ...plan.registers.filter((register) => register.schedule === schedule).map(({ name }) => name),
    ...plan.tasks.filter((task) => task.schedule === schedule).map(({ title }) => title),
  ];
}
