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

/** Units that gave nothing to any of the figures that others did report. */
export function missingUnits(plan: Plan, rollup: RollupView): string[] {
  const fromUnits = new Set(plan.indicators.filter(({ from }) => from === "units").map(({ id }) => id));
  const figures = rollup.indicators.filter(({ id, units }) => fromUnits.has(id) && units.reported > 0);
  const [first, ...others] = figures;
  return (first?.units.missing ?? []).filter((unit) =>
    others.every(({ units }) => units.missing.includes(unit)),
  );
}
