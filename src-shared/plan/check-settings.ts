import { Decimal } from "decimal.js";
import { planError, type PlanError } from "./plan-error.ts";
import type { PlanParts } from "./plan-parts.ts";
import type { Unit } from "./schema.ts";

/** What the office sets must make sense beside the plan: years inside it, units of the right kind, no negative thresholds. */

export function settingsErrors(parts: PlanParts): readonly PlanError[] {
  return [...targetYearErrors(parts), ...negativeErrors(parts), ...unitKindErrors(parts)];
}

function targetYearErrors({ settings, document }: PlanParts): readonly PlanError[] {
  const { startYear: start, endYear: end } = document;
  if (start === undefined || end === undefined) return [];
  const outside = (name: string, list: readonly { readonly year: number }[] = []): readonly PlanError[] =>
    list.flatMap(({ year }, index) =>
      year >= start && year <= end
        ? []
        : [
            planError("year-outside-plan", `settings.${name}[${index}].year`, {
              year: String(year),
              start: String(start),
              end: String(end),
            }),
          ],
    );
  return [
    ...outside("annualTargets", settings.annualTargets),
    ...outside("countyTargets", settings.countyTargets),
  ];
}

function negativeErrors({ settings, lights }: PlanParts): readonly PlanError[] {
  const figures: readonly (readonly [path: string, value: string | undefined])[] = [
    ["lights.yellowFrom", lights?.yellowFrom],
    ["lights.redFrom", lights?.redFrom],
    ...(settings.tolerances ?? []).map(
      ({ value }, index) => [`settings.tolerances[${index}].value`, value] as const,
    ),
  ];
  return figures.flatMap(([path, value]) =>
    value === undefined || !new Decimal(value).isNegative()
      ? []
      : [planError("negative-setting", path, { value })],
  );
}

type Kinds = readonly Unit["kind"][];
const COUNTY_LIKE: Kinds = ["county", "zone"];
const DEPARTMENTS: Kinds = ["department", "party", "central", "enterprise"];

function unitKindErrors({ units, settings }: PlanParts): readonly PlanError[] {
  const kinds = new Map<string, Unit["kind"]>(units.map(({ value }) => [value.key, value.kind]));
  const held = (path: string, unit: string, expected: Kinds): readonly PlanError[] => {
    const kind = kinds.get(unit);
    if (kind === undefined || expected.includes(kind)) return [];
    return [planError("wrong-unit-kind", path, { unit, expected: expected.join(" · ") })];
  };
  return [
    ...(settings.switches ?? []).flatMap((entry, index) =>
      held(`settings.switches[${index}]`, entry.unit, [...COUNTY_LIKE, ...DEPARTMENTS]),
    ),
    ...(settings.chainUnits ?? []).flatMap((entry, index) =>
      entry.units.flatMap((unit) => held(`settings.chainUnits[${index}]`, unit, COUNTY_LIKE)),
    ),
    ...(settings.groupMembers ?? []).flatMap((entry, index) =>
      entry.units.flatMap((unit) =>
        held(`settings.groupMembers[${index}]`, unit, [...COUNTY_LIKE, ...DEPARTMENTS]),
      ),
    ),
    ...(settings.countedInside ?? []).flatMap((entry, index) => [
      ...held(`settings.countedInside[${index}].zone`, entry.zone, ["zone"]),
      ...held(`settings.countedInside[${index}].county`, entry.county, ["county"]),
    ]),
    ...(settings.delegated ?? []).flatMap((entry, index) =>
      held(`settings.delegated[${index}]`, entry.unit, DEPARTMENTS),
    ),
  ];
}
