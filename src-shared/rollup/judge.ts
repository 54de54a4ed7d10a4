import { yearOf } from "../plan/calendar.ts";
import type { Period } from "../plan/ids.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import type { Baseline } from "./baseline.ts";
import { decimal, percent, type Decimal } from "./decimal.ts";
import { formatDecimal } from "./format-decimal.ts";
import type { Reason } from "./reason.ts";
import { dueByNow, type TargetAt } from "./target.ts";
import type { Light } from "./types.ts";

/** One figure, the city's or a county's, and what it is held against. */
export interface Judging {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly period: Period;
  readonly value: Decimal | null;
  readonly target: TargetAt;
  readonly complete: boolean;
  readonly reported: number;
  readonly expected: number;
  /** Why there is no value, where it is not simply that nobody answered. */
  readonly why?: "denominator-missing" | "unranked" | "not-due" | "not-applicable" | undefined;
  /** Conditions beside the value. */
  readonly also?: boolean | undefined;
  readonly baseline?: Baseline | null;
}

export interface Judgement {
  /** Per cent, unrounded. */
  readonly completion: Decimal | null;
  readonly schedule: Decimal | null;
  readonly gap: Decimal | null;
  readonly met: boolean | null;
  readonly exceeded: boolean;
  readonly light: Light;
  readonly reason: Reason;
}

/** Completion, gap, light and the light's reason. Nothing is judged that the notice or the office left open. */
export function judge(judging: Judging): Judgement {
  const { indicator, value, target } = judging;
  const completion =
    value === null || target.value === null || target.value.isZero() || !hasCompletion(indicator)
      ? null
      : percent(value.div(target.value));
  const due = target.value === null ? null : dueByNow(judging.plan, indicator, judging.period, target.value);
  const dueValue = due !== null && "value" in due ? due.value : null;
  const schedule =
    completion === null || dueValue === null || target.value === null
      ? null
      : percent(dueValue.div(target.value));
  const gap = value === null || target.value === null ? null : value.minus(target.value);
  const behind =
    value === null ||
    target.value === null ||
    dueValue === null ||
    (hasCompletion(indicator) && completion === null)
      ? null
      : behindOf(indicator, { value, target: target.value, due: dueValue });
  const whole = judging.complete && behind !== null;
  return {
    completion,
    schedule,
    gap: judging.baseline && value !== null ? value.minus(judging.baseline.value) : gap,
    met: isMet(judging),
    exceeded: value !== null && target.upper !== null && value.gt(target.upper),
    light: whole ? lightOf(judging.plan, behind) : "grey",
    reason: reasonOf(judging, { completion, schedule, gap, behind, due: dueValue, why: due }),
  };
}

/** Measured in per cent of its target; growth and ratios are per cents themselves. */
export const hasCompletion = ({ measure }: Indicator): boolean =>
  measure === "year-flow" || measure === "count" || measure === "coverage";

interface Measures {
  readonly value: Decimal;
  /** Not 0. */
  readonly target: Decimal;
  readonly due: Decimal;
}

/** Percentage points behind what is due by now; negative when ahead. Exact wherever what is due is. */
export const behindOf = (indicator: Indicator, { value, target, due }: Measures): Decimal =>
  hasCompletion(indicator) ? percent(due.minus(value).div(target)) : due.minus(value);

export function lightOf({ lights }: Plan, behind: Decimal): Light {
  if (behind.gte(decimal(lights.redFrom))) return "red";
  return behind.gte(decimal(lights.yellowFrom)) ? "yellow" : "green";
}

/** Figures that a missing unit can only raise: once reached, they stay reached. */
const canOnlyRise = ({ aggregation: { kind } }: Indicator): boolean =>
  kind === "sum" || kind === "distinct-count" || kind === "each-county";

function isMet(judging: Judging): boolean | null {
  const met = compare(judging);
  if (judging.complete) return met;
  return met === true && canOnlyRise(judging.indicator) ? true : null;
}

function compare({ plan, indicator, value, target, why, also, baseline }: Judging): boolean | null {
  const { comparator } = indicator.target;
  if (why === "unranked" && comparator === "rank-le") return false;
  if (comparator === "increase") return value === null || !baseline ? null : value.gt(baseline.value);
  if (value === null || target.value === null) return null;
  switch (comparator) {
    case "rank-le":
      return value.lte(target.value);
    case "approx":
      return value.gte(target.value.minus(toleranceOf(plan, indicator) ?? 0));
    case "complete":
      return value.gte(target.value) && also !== false;
    case "rank-front":
      return null;
    default:
      return value.gte(target.value);
  }
}

function toleranceOf(plan: Plan, indicator: Indicator): Decimal | null {
  const found = plan.settings.tolerances.find((entry) => entry.indicator === indicator.id);
  return found === undefined ? null : decimal(found.value);
}

interface Measured {
  readonly completion: Decimal | null;
  readonly schedule: Decimal | null;
  readonly gap: Decimal | null;
  readonly behind: Decimal | null;
  readonly due: Decimal | null;
  readonly why: ReturnType<typeof dueByNow> | null;
}

function reasonOf(judging: Judging, measured: Measured): Reason {
  return unjudgeable(judging) ?? untargeted(judging) ?? compared(judging, measured);
}

/** The figure itself is missing or partial. */
function unjudgeable({ value, why, complete, reported, expected }: Judging): Reason | null {
  if (why === "not-due" || why === "not-applicable") return { code: why };
  if (!complete && expected > 0 && reported < expected)
    return reported === 0 && value === null && expected === 1
      ? { code: "not-reported" }
      : { code: "incomplete", reported, expected };
  if (why !== undefined) return { code: why };
  return null;
}

/** There is a figure, but nobody has said what it should be. */
function untargeted({ indicator, period, value, target, baseline }: Judging): Reason | null {
  const places = (figure: Decimal): string => formatDecimal(figure, indicator.decimals);
  if (target.why === "no-county-target") return { code: target.why };
  switch (indicator.target.comparator) {
    case "rank-front":
      return { code: "office-judges" };
    case "increase":
      if (!baseline || value === null) return { code: "no-baseline" };
      return {
        code: "since-baseline",
        value: places(value),
        baseline: places(baseline.value),
        change: places(value.minus(baseline.value)),
      };
    default:
      if (target.why === undefined) return null;
      return target.why === "no-annual-target"
        ? { code: target.why, year: yearOf(period) }
        : { code: target.why };
  }
}

function compared({ plan, indicator, period, value, target }: Judging, measured: Measured): Reason {
  const { completion, schedule, gap, behind, due, why } = measured;
  const places = (figure: Decimal): string => formatDecimal(figure, indicator.decimals);
  if (value === null || target.value === null || gap === null) return { code: "not-reported" };
  const { comparator } = indicator.target;
  if (comparator === "rank-le") return { code: "places", rank: places(value), target: places(target.value) };
  if (comparator === "approx" && toleranceOf(plan, indicator) === null)
    return {
      code: "no-tolerance",
      value: places(value),
      target: places(target.value),
      gap: places(gap),
    };
  if (behind !== null && completion !== null && schedule !== null)
    return {
      code: "pace",
      completion: formatDecimal(completion, 1),
      schedule: formatDecimal(schedule, 1),
      behind: formatDecimal(behind, 1),
    };
  if (behind !== null && due !== null)
    return { code: "gap", value: places(value), scheduled: places(due), behind: places(behind) };
  if (comparator === "complete")
    return { code: "parts", done: value.toNumber(), of: target.value.toNumber() };
  if (why === null || !("why" in why)) return { code: "no-schedule" };
  return why.why === "no-annual-target" ? { code: why.why, year: yearOf(period) } : { code: why.why };
}
