import type { RollupView } from "#shared/ipc/rollup-view.ts";
import type { Indicator, Plan } from "#shared/plan/schema.ts";
import { chainSummary } from "#shared/rollup/roll-up.ts";

export type Figure = RollupView["indicators"][number];
export type LightName = Figure["light"];
export const lightNames = ["red", "yellow", "green", "grey"] as const satisfies readonly LightName[];

/** One indicator: its figure, or where it is counted per chain the chains' figures with how many are there. */
export type IndicatorRow = {
  readonly indicator: Indicator;
  readonly figure: Figure | null;
  readonly chains: readonly Figure[];
  readonly summary: { readonly met: number; readonly of: number; readonly complete: boolean };
  readonly light: LightName;
};

export type SectionRows = {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly IndicatorRow[];
};

/** Indicators by section in the plan's order; sections without any are left out. */
export function sectionsOf(plan: Plan, rollup: RollupView): SectionRows[] {
  const sectionOf = new Map(plan.tasks.map(({ no, section }) => [no, section]));
  return plan.sections
    .map(({ id, name }) => ({
      id,
      name,
      rows: plan.indicators
        .filter(({ task }) => sectionOf.get(task) === id)
        .map((indicator) => rowOf(indicator, rollup)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowOf(indicator: Indicator, rollup: RollupView): IndicatorRow {
  const own = rollup.indicators.filter(({ id }) => id === indicator.id);
  const figure = own.find(({ chain }) => chain === undefined) ?? null;
  const chains = own.filter(({ chain }) => chain !== undefined);
  const summary = chainSummary(rollup, indicator.id);
  const allMet = summary.complete && summary.of > 0 && summary.met === summary.of;
  return { indicator, figure, chains, summary, light: figure?.light ?? (allMet ? "green" : "grey") };
}

export const withLight = (sections: readonly SectionRows[], light: LightName | null): SectionRows[] =>
  light === null
    ? [...sections]
    : sections
        .map((section) => ({ ...section, rows: section.rows.filter((row) => row.light === light) }))
        .filter(({ rows }) => rows.length > 0);

export const figureKey = ({ id, chain }: Pick<Figure, "id" | "chain">): string =>
  chain === undefined ? id : `${id}/${chain}`;

const isAsked = ({ state }: Figure["byUnit"][number]): boolean =>
  state !== "not-applicable" && state !== "counted-inside";

/** Units that reported none of the figures asked of them in the period, and those that left some of them out. */
export function missingUnits(plan: Plan, rollup: RollupView): { all: string[]; some: string[] } {
  const fromUnits = new Set(plan.indicators.filter(({ from }) => from === "units").map(({ id }) => id));
  const asked = rollup.indicators
    .filter(({ id }) => fromUnits.has(id))
    .flatMap(({ byUnit }) => byUnit.filter(isAsked));
  const units = Map.groupBy(asked, ({ unit }) => unit);
  const missing = [...units].map(([unit, own]) => ({
    unit,
    count: own.filter(({ state }) => state === "missing").length,
    of: own.length,
  }));
  const unitsWith = (is: (each: (typeof missing)[number]) => boolean): string[] => {
    const found = new Set<string>(missing.filter(is).map(({ unit }) => unit));
    return plan.units.filter(({ key }) => found.has(key)).map(({ key }) => key);
  };
  return {
    all: unitsWith(({ count, of }) => count === of),
    some: unitsWith(({ count, of }) => count > 0 && count < of),
  };
}
