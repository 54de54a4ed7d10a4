import type { z } from "zod";
import { planSchema } from "./schema.ts";
import type { Chain, Indicator, Plan, Register, Rule, Section, Settings, Task, Unit } from "./schema.ts";

/**
 * What can still be read of a plan that may be broken in places, so that every error is found at once: valid
 * elements with their paths, valid members of the single parts, and the ids that the file shows anywhere.
 */
export type Part<T> = { readonly path: string; readonly value: T };
export type IdKind = "section" | "chain" | "unit" | "task" | "indicator" | "register" | "schedule";

export type PlanParts = {
  readonly document: { readonly [K in keyof Plan["document"]]?: Plan["document"][K] | undefined };
  readonly calendar: { readonly [K in keyof Plan["calendar"]]?: Plan["calendar"][K] | undefined };
  readonly settings: { readonly [K in keyof Settings]?: Settings[K] | undefined };
  readonly lights: Plan["lights"] | undefined;
  readonly officeUnit: string | undefined;
  readonly sections: readonly Part<Section>[];
  readonly chains: readonly Part<Chain>[];
  readonly units: readonly Part<Unit>[];
  readonly tasks: readonly Part<Task>[];
  readonly indicators: readonly Part<Indicator>[];
  readonly registers: readonly Part<Register>[];
  readonly rules: readonly Part<Rule>[];
  /** Whether the file shows the id, even in an element that is broken otherwise; true where the list is unreadable. */
  readonly knows: (kind: IdKind, id: string | number) => boolean;
};

type RawObject = Readonly<Record<string, unknown>>;
export const isRawObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const memberOf = (value: unknown, name: string): unknown =>
  isRawObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function readElements<T>(schema: z.ZodType<T>, raw: unknown, path: string): readonly Part<T>[] {
  return listOf(raw).flatMap((element, index) => {
    const result = schema.safeParse(element);
    return result.success ? [{ path: `${path}[${index}]`, value: result.data }] : [];
  });
}

/** The members that are valid by themselves. */
function readMembers<T extends z.ZodObject>(schema: T, raw: unknown): z.output<T> | undefined {
  if (!isRawObject(raw)) return undefined;
  const wrong = new Set<string>();
  for (const issue of schema.safeParse(raw).error?.issues ?? []) {
    if (issue.path.length > 0) wrong.add(String(issue.path[0]));
    else if (issue.code === "unrecognized_keys") for (const key of issue.keys) wrong.add(key);
  }
  const kept = Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name)));
  const result = schema.safeParse(kept);
  return result.success ? result.data : undefined;
}

function idsIn(raw: unknown, member: string): ReadonlySet<string> | undefined {
  if (!Array.isArray(raw)) return undefined;
  return new Set(raw.map((element) => String(memberOf(element, member))));
}

const { shape } = planSchema;
const documentMembers = shape.document.partial();
const calendarMembers = shape.calendar.partial();
const settingsMembers = shape.settings.partial();

export function readParts(json: RawObject): PlanParts {
  const ids: Readonly<Record<IdKind, ReadonlySet<string> | undefined>> = {
    section: idsIn(json["sections"], "id"),
    chain: idsIn(json["chains"], "id"),
    unit: idsIn(json["units"], "key"),
    task: idsIn(json["tasks"], "no"),
    indicator: idsIn(json["indicators"], "id"),
    register: idsIn(json["registers"], "id"),
    schedule: idsIn(memberOf(json["calendar"], "schedules"), "id"),
  };
  return {
    document: readMembers(documentMembers, json["document"]) ?? {},
    calendar: readMembers(calendarMembers, json["calendar"]) ?? {},
    settings: readMembers(settingsMembers, json["settings"]) ?? {},
    lights: shape.lights.safeParse(json["lights"]).data,
    officeUnit: shape.officeUnit.safeParse(json["officeUnit"]).data,
    sections: readElements(shape.sections.element, json["sections"], "sections"),
    chains: readElements(shape.chains.element, json["chains"], "chains"),
    units: readElements(shape.units.element, json["units"], "units"),
    tasks: readElements(shape.tasks.element, json["tasks"], "tasks"),
    indicators: readElements(shape.indicators.element, json["indicators"], "indicators"),
    registers: readElements(shape.registers.element, json["registers"], "registers"),
    rules: readElements(shape.rules.element, json["rules"], "rules"),
    knows: (kind, id) => ids[kind]?.has(String(id)) ?? true,
  };
}
