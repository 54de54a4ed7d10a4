import type { TraceView } from "../ipc/trace-view.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import { formatExact } from "../rollup/format-decimal.ts";
import type { UnitState } from "../rollup/types.ts";
import { ruleText } from "./rule-text.ts";
import type { Translate } from "./words.ts";

/** How a traced figure was made, with the sums as entered, and which units are not in it and why. */
export function computationText(t: Translate, plan: Plan, indicator: Indicator, trace: TraceView): string {
  return [
    formulaText(t, indicator, trace),
    ...(trace.includesPending ? [t("trace:withPending")] : []),
    ...(trace.scope === "city" ? leftOut(t, plan, trace) : []),
  ].join(t("common:sentenceSeparator"));
}

function formulaText(t: Translate, indicator: Indicator, { sums, units }: TraceView): string {
  const { aggregation, inputs } = indicator;
  const count = units.filter(({ state }) => state === "counted").length;
  const nameOf = (id: string): string => inputs.find((input) => input.id === id)?.name ?? id;
  const figureOf = (id: string): string | null => {
    const sum = sums[id];
    return sum === undefined ? null : formatExact(sum);
  };
  const unitOf = (id: string): string => inputs.find((input) => input.id === id)?.unit ?? "";
  const withUnit = (id: string, value: string): string =>
    t("common:figureWithUnit", { value, unit: unitOf(id) });
  switch (aggregation.kind) {
    case "sum": {
      const value = figureOf(aggregation.input);
      if (value === null) return ruleText(t, indicator);
      const unit = unitOf(aggregation.input);
      return unit === indicator.unit
        ? t("trace:sum", { count, value, unit })
        : t("trace:sumDivided", { count, value, unit });
    }
    case "ratio-of-sums":
    case "office-ratio": {
      const [over, under] = [figureOf(aggregation.numerator), figureOf(aggregation.denominator)];
      if (over === null || under === null) return ruleText(t, indicator);
      return t("trace:ratio", {
        count,
        numerator: nameOf(aggregation.numerator),
        over: withUnit(aggregation.numerator, over),
        denominator: nameOf(aggregation.denominator),
        under: withUnit(aggregation.denominator, under),
      });
    }
    case "growth": {
      const [over, under] = [figureOf(aggregation.current), figureOf(aggregation.prior)];
      if (over === null || under === null) return ruleText(t, indicator);
      return t("trace:growth", {
        count,
        current: nameOf(aggregation.current),
        over: withUnit(aggregation.current, over),
        prior: nameOf(aggregation.prior),
        under: withUnit(aggregation.prior, under),
      });
    }
    default:
      return ruleText(t, indicator);
  }
}

/** In the order in which they are said. */
const LEFT_OUT = [
  "not-applicable",
  "missing",
  "no-data",
  "pending",
  "returned",
  "conflict",
  "counted-inside",
] as const satisfies readonly UnitState[];
const NAMED = 4;

function leftOut(t: Translate, plan: Plan, { units }: TraceView): string[] {
  return LEFT_OUT.flatMap((state) => {
    const names = units.filter((unit) => unit.state === state).map(({ unit }) => unitName(plan, unit));
    if (names.length === 0) return [];
    const first = names.slice(0, NAMED).join(t("common:listSeparator"));
    const said = names.length > NAMED ? t("trace:unitsMore", { units: first, count: names.length }) : first;
    return [t("trace:leftOut", { state: t(`rollup:state.${state}`), units: said })];
  });
}
