import { Decimal } from "decimal.js";
import { planError, type PlanError } from "./plan-error.ts";
import type { PlanParts } from "./plan-parts.ts";

/** The frame around tasks and figures: calendar, units, lights, years. */

export function frameErrors(parts: PlanParts): readonly PlanError[] {
  return [...calendarErrors(parts), ...unitErrors(parts), ...yearErrors(parts), ...lightErrors(parts)];
}

const PERIOD_FORMS = {
  month: /^20\d{2}-(0[1-9]|1[0-2])$/,
  quarter: /^20\d{2}-Q[1-4]$/,
  year: /^20\d{2}$/,
} as const;

function calendarErrors({ calendar, document, settings }: PlanParts): readonly PlanError[] {
  const { cycle, first, last, skippedMonths } = calendar;
  if (cycle === undefined) return [];
  const errors: PlanError[] = [];
  const { startYear, endYear } = document;
  const check = (period: string | undefined, path: string): boolean => {
    if (period === undefined) return false;
    if (!PERIOD_FORMS[cycle].test(period)) {
      errors.push(planError("bad-period", path, { period, cycle }));
      return false;
    }
    if (cycle === "month" && skippedMonths?.includes(Number(period.slice(5))) === true) {
      errors.push(planError("period-skipped", path, { period }));
    }
    const year = Number(period.slice(0, 4));
    if (startYear !== undefined && endYear !== undefined && (year < startYear || year > endYear)) {
      const params = { period, start: String(startYear), end: String(endYear) };
      errors.push(planError("period-outside-plan", path, params));
    }
    return true;
  };
  const comparable = [check(first, "calendar.first"), check(last, "calendar.last")].every(Boolean);
  if (comparable && first !== undefined && last !== undefined && first > last) {
    errors.push(planError("period-order", "calendar", { first, last }));
  }
  for (const [index, entry] of (settings.switches ?? []).entries()) {
    check(entry.from, `settings.switches[${index}].from`);
  }
  return errors;
}

function unitErrors({ units, officeUnit, settings }: PlanParts): readonly PlanError[] {
  const errors: PlanError[] = [];
  for (const { path, value: unit } of units) {
    if (unit.kind === "group" && unit.reporting !== undefined) {
      errors.push(planError("group-reports", path, { unit: unit.key }));
    }
    if (unit.key === officeUnit && unit.kind !== "city") {
      errors.push(planError("office-unit-kind", "officeUnit", { unit: unit.key, kind: unit.kind }));
    }
    const ordered = unit.names.every((name, index) => {
      const before = unit.names[index - 1];
      return before === undefined || (name.from !== undefined && name.from > (before.from ?? ""));
    });
    if (!ordered) errors.push(planError("names-order", `${path}.names`, { unit: unit.key }));
  }
  for (const [index, entry] of (settings.groupMembers ?? []).entries()) {
    const group = units.find(({ value }) => value.key === entry.group)?.value;
    if (group !== undefined && group.kind !== "group") {
      errors.push(planError("not-a-group", `settings.groupMembers[${index}]`, { unit: group.key }));
    }
  }
  return errors;
}

function yearErrors({ document }: PlanParts): readonly PlanError[] {
  const { startYear, endYear } = document;
  if (startYear === undefined || endYear === undefined || startYear <= endYear) return [];
  return [planError("years-reversed", "document", { start: String(startYear), end: String(endYear) })];
}

function lightErrors({ lights }: PlanParts): readonly PlanError[] {
  if (lights === undefined || new Decimal(lights.yellowFrom).lte(lights.redFrom)) return [];
  return [planError("lights-order", "lights", { yellow: lights.yellowFrom, red: lights.redFrom })];
}
