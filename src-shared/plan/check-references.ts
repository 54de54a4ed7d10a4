import { planError, type PlanError } from "./plan-error.ts";
import type { IdKind, PlanParts } from "./plan-parts.ts";

/** Ids are unique and every reference resolves. */

type Entry = { readonly path: string; readonly id: string | number };

function duplicates(entries: readonly Entry[]): readonly PlanError[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path, id }) => {
    const key = String(id);
    if (seen.has(key)) return [planError("duplicate-id", path, { id: key })];
    seen.add(key);
    return [];
  });
}

const entriesIn = <T>(
  list: readonly T[] | undefined,
  path: string,
  idOf: (element: T) => string | number,
): readonly Entry[] =>
  (list ?? []).map((element, index) => ({ path: `${path}[${index}]`, id: idOf(element) }));

export function duplicateErrors(parts: PlanParts): readonly PlanError[] {
  const { calendar, settings } = parts;
  return [
    parts.sections.map(({ path, value }) => ({ path, id: value.id })),
    parts.chains.map(({ path, value }) => ({ path, id: value.id })),
    parts.units.map(({ path, value }) => ({ path, id: value.key })),
    parts.tasks.map(({ path, value }) => ({ path, id: value.no })),
    // One namespace: rules name indicators and registers by id alone.
    [...parts.indicators, ...parts.registers].map(({ path, value }) => ({ path, id: value.id })),
    parts.rules.map(({ path, value }) => ({ path, id: value.id })),
    ...parts.tasks.map(({ path, value }) =>
      entriesIn(value.responsible, `${path}.responsible`, (r) => r.unit),
    ),
    ...parts.indicators.map(({ path, value }) => entriesIn(value.inputs, `${path}.inputs`, (i) => i.id)),
    ...parts.registers.map(({ path, value }) => entriesIn(value.fields, `${path}.fields`, (f) => f.id)),
    ...parts.registers.flatMap(({ path, value }) =>
      value.fields.map((field, index) =>
        entriesIn(field.options, `${path}.fields[${index}].options`, (option) => option.id),
      ),
    ),
    entriesIn(calendar.schedules, "calendar.schedules", (schedule) => schedule.id),
    entriesIn(calendar.holidays, "calendar.holidays", (holiday) => holiday.date),
    entriesIn(settings.chainUnits, "settings.chainUnits", (entry) => entry.chain),
    entriesIn(settings.groupMembers, "settings.groupMembers", (entry) => entry.group),
    entriesIn(settings.countedInside, "settings.countedInside", (entry) => entry.zone),
    entriesIn(settings.annualTargets, "settings.annualTargets", (e) => `${e.indicator} ${e.year}`),
    entriesIn(settings.countyTargets, "settings.countyTargets", (e) => `${e.indicator} ${e.unit} ${e.year}`),
    entriesIn(settings.baselines, "settings.baselines", (entry) => entry.indicator),
    entriesIn(settings.tolerances, "settings.tolerances", (entry) => entry.indicator),
    entriesIn(settings.delegated, "settings.delegated", (entry) => entry.indicator),
    entriesIn(settings.switches, "settings.switches", (entry) => `${entry.unit} ${entry.from}`),
  ].flatMap(duplicates);
}

type Reference = readonly [kind: IdKind, id: string | number | undefined, path: string];

export function referenceErrors(parts: PlanParts): readonly PlanError[] {
  return referencesOf(parts).flatMap(([kind, id, path]) =>
    id === undefined || parts.knows(kind, id)
      ? []
      : [planError("unknown-reference", path, { kind, id: String(id) })],
  );
}

function referencesOf(parts: PlanParts): readonly Reference[] {
  return [
    ...documentReferences(parts),
    ...parts.chains.map(({ path, value }): Reference => ["task", value.task, `${path}.task`]),
    ...taskReferences(parts),
    ...indicatorReferences(parts),
    ...parts.registers.map(({ path, value }): Reference => ["schedule", value.schedule, `${path}.schedule`]),
    ...settingsReferences(parts),
  ];
}

const documentReferences = ({ document, officeUnit }: PlanParts): readonly Reference[] => [
  ["unit", officeUnit, "officeUnit"],
  ["task", document.clause?.task, "document.clause.task"],
  ...(document.clause?.units ?? []).map((unit, index): Reference => [
    "unit",
    unit,
    `document.clause.units[${index}]`,
  ]),
  ...(document.numerals ?? []).map((numeral, index): Reference => [
    "task",
    numeral.task,
    `document.numerals[${index}].task`,
  ]),
];

const taskReferences = ({ tasks }: PlanParts): readonly Reference[] =>
  tasks.flatMap(({ path, value }): readonly Reference[] => [
    ["section", value.section, `${path}.section`],
    ["chain", value.chain, `${path}.chain`],
    ["schedule", value.schedule, `${path}.schedule`],
    ...value.responsible.map((entry, index): Reference => [
      "unit",
      entry.unit,
      `${path}.responsible[${index}].unit`,
    ]),
  ]);

const indicatorReferences = ({ indicators }: PlanParts): readonly Reference[] =>
  indicators.flatMap(({ path, value }): readonly Reference[] => [
    ["task", value.task, `${path}.task`],
    ["chain", value.chain, `${path}.chain`],
    ["schedule", value.schedule, `${path}.schedule`],
    ["indicator", value.partOf, `${path}.partOf`],
    [
      "register",
      "register" in value.aggregation ? value.aggregation.register : undefined,
      `${path}.aggregation.register`,
    ],
    ...value.inputs.flatMap((input, index): readonly Reference[] => [
      ["schedule", input.schedule, `${path}.inputs[${index}].schedule`],
      ["indicator", input.proposedFrom?.indicator, `${path}.inputs[${index}].proposedFrom.indicator`],
    ]),
  ]);

function settingsReferences({ settings }: PlanParts): readonly Reference[] {
  const each = <T>(
    list: readonly T[] | undefined,
    name: string,
    of: (element: T, path: string) => readonly Reference[],
  ): readonly Reference[] =>
    (list ?? []).flatMap((element, index) => of(element, `settings.${name}[${index}]`));
  return [
    ...each(settings.annualTargets, "annualTargets", (e, path) => [["indicator", e.indicator, path]]),
    ...each(settings.countyTargets, "countyTargets", (e, path) => [
      ["indicator", e.indicator, path],
      ["unit", e.unit, path],
    ]),
    ...each(settings.baselines, "baselines", (e, path) => [["indicator", e.indicator, path]]),
    ...each(settings.tolerances, "tolerances", (e, path) => [["indicator", e.indicator, path]]),
    ...each(settings.chainUnits, "chainUnits", (e, path) => [
      ["chain", e.chain, path],
      ...e.units.map((unit): Reference => ["unit", unit, path]),
    ]),
    ...each(settings.groupMembers, "groupMembers", (e, path) => [
      ["unit", e.group, path],
      ...e.units.map((unit): Reference => ["unit", unit, path]),
    ]),
    ...each(settings.countedInside, "countedInside", (e, path) => [
      ["unit", e.zone, path],
      ["unit", e.county, path],
    ]),
    ...each(settings.officeAlone, "officeAlone", (id, path) => [["indicator", id, path]]),
    ...each(settings.delegated, "delegated", (e, path) => [
      ["indicator", e.indicator, path],
      ["unit", e.unit, path],
    ]),
    ...each(settings.switches, "switches", (e, path) => [["unit", e.unit, path]]),
  ];
}
