import { endsYear, monthsElapsed, yearOf } from "../plan/calendar.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { decimal, type Decimal } from "./decimal.ts";

/** What a figure is held against. Absent members are “not set”, never invented. */
export interface TargetAt {
  readonly value: Decimal | null;
  /** Upper bound of a range. */
  readonly upper: Decimal | null;
  /** Why there is none. */
  readonly why?: "no-annual-target" | "no-county-target" | "no-target";
}

/** The city's target at a period. A year flow has one only in the target's year or where the office set it. */
export function cityTarget(
  plan: Plan,
  indicator: Indicator,
  period: Period,
  of: number | undefined,
): TargetAt {
  const { target } = indicator;
  if (of !== undefined) return { value: decimal(of), upper: null };
  const upper = target.valueMax === undefined ? null : decimal(target.valueMax);
  const year = yearOf(period);
  if (indicator.measure === "year-flow") {
    const annual = annualTarget(plan, indicator, year);
    const value =
      annual ?? (target.year === year && target.value !== undefined ? decimal(target.value) : null);
    return value === null
      ? { value: null, upper: null, why: "no-annual-target" }
      : { value, upper: annual === null ? upper : null };
  }
  return target.value === undefined
    ? { value: null, upper: null, why: "no-target" }
    : { value: decimal(target.value), upper };
}

/** A county is measured only against a target of its own. */
export function countyTarget(plan: Plan, indicator: Indicator, unit: UnitKey, period: Period): TargetAt {
  const found = plan.settings.countyTargets.find(
    (entry) => entry.indicator === indicator.id && entry.unit === unit && entry.year === yearOf(period),
  );
  return found === undefined
    ? { value: null, upper: null, why: "no-county-target" }
    : { value: decimal(found.value), upper: null };
}

/** The year whose annual target the office set and figures of the period are held against, and that target. */
export function annualTargetAt(
  plan: Plan,
  indicator: Indicator,
  period: Period,
): { readonly year: number; readonly value: Decimal } | null {
  const { pace } = plan.settings;
  const atOnce = indicator.measure === "year-flow" || (indicator.measure === "growth" && pace !== "none");
  if (!atOnce && (pace !== "annual-targets" || indicator.measure === "rank")) return null;
  const year = atOnce || endsYear(period) ? yearOf(period) : yearOf(period) - 1;
  const value = annualTarget(plan, indicator, year);
  return value === null ? null : { year, value };
}

function annualTarget(plan: Plan, indicator: Indicator, year: number): Decimal | null {
  const found = plan.settings.annualTargets.find(
    (entry) => entry.indicator === indicator.id && entry.year === year,
  );
  return found === undefined ? null : decimal(found.value);
}

/** What should be reached by now, in the figure's unit, or why nobody has said so. */
export type DueByNow =
  | { readonly value: Decimal }
  | { readonly why: "no-schedule" | "no-baseline" | "no-annual-target" };

/**
 * 序时进度. Year flow: the months passed, of the year's target. Growth: the year's rate. Count, coverage and ratio:
 * `linear` from the office's baseline to the end of the target's year, `annual-targets` the latest year's end passed.
 */
export function dueByNow(plan: Plan, indicator: Indicator, period: Period, target: Decimal): DueByNow {
  const { pace } = plan.settings;
  if (pace === "none" || indicator.measure === "rank") return { why: "no-schedule" };
  if (indicator.measure === "year-flow") return { value: target.times(monthsElapsed(period)).div(12) };
  if (indicator.measure === "growth")
    return { value: annualTarget(plan, indicator, yearOf(period)) ?? target };
  return pace === "linear"
    ? linear(plan, indicator, period, target)
    : atYearEnd(plan, indicator, period, target);
}

function atYearEnd(plan: Plan, indicator: Indicator, period: Period, target: Decimal): DueByNow {
  const year = endsYear(period) ? yearOf(period) : yearOf(period) - 1;
  const passed = indicator.target.year !== undefined && indicator.target.year <= year;
  const value = annualTarget(plan, indicator, year) ?? (passed ? target : null);
  return value === null ? { why: "no-annual-target" } : { value };
}

function linear(plan: Plan, indicator: Indicator, period: Period, target: Decimal): DueByNow {
  const baseline = plan.settings.baselines.find((entry) => entry.indicator === indicator.id);
  if (baseline === undefined) return { why: "no-baseline" };
  if (indicator.target.year === undefined) return { why: "no-schedule" };
  const from = monthNumber(Number(baseline.date.slice(0, 4)), Number(baseline.date.slice(5, 7)));
  const whole = monthNumber(indicator.target.year, 12) - from;
  const passed = Math.max(0, monthNumber(yearOf(period), monthsElapsed(period)) - from);
  if (whole <= 0 || passed >= whole) return { value: target };
  const start = decimal(baseline.value);
  return { value: start.plus(target.minus(start).times(passed).div(whole)) };
}

const monthNumber = (year: number, month: number): number => year * 12 + month;
