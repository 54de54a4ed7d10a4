import { readFileSync } from "node:fs";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { itemSchema, periodSchema, unitKeySchema, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { planSchema, type Plan, type Settings } from "#shared/plan/schema.ts";
import {
  indicatorValueSchema,
  registerConfirmationSchema,
  registerRowSchema,
  type IndicatorValue,
} from "#shared/ledger/record.ts";
import { factsOf, type FactArrays } from "#shared/rollup/facts.ts";
import { rollUp } from "#shared/rollup/roll-up.ts";
import type { ConfirmationFacts, Figure, ItemFacts, RollupResult, RowFacts } from "#shared/rollup/types.ts";

/** Short ways to write facts down for the roll-up's tests. All figures are samples (样例). */

const file = new URL("../../../seeds/yichun-869/plan.json", import.meta.url);
const bundled = (): Plan => {
  const plan = parsePlan(JSON.parse(readFileSync(file, "utf8")));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};
export const plan: Plan = bundled();

export const withSettings = (settings: Partial<Record<keyof Settings, unknown>>): Plan =>
  planSchema.parse({ ...plan, settings: { ...plan.settings, ...settings } });

export const period = (text: string): Period => periodSchema.parse(text);
export const unit = (text: string): UnitKey => unitKeySchema.parse(text);

/** The eleven units of the bundled plan that report at first. */
export const ELEVEN: readonly UnitKey[] = [
  "360902",
  "360921",
  "360922",
  "360923",
  "360924",
  "360925",
  "360926",
  "360981",
  "360982",
  "360983",
  "YC-JKQ",
].map(unit);
export const OFFICE = unit("360900");

export interface FactSketch {
  readonly unit?: string | undefined;
  readonly period?: string;
  readonly state?: ItemFacts["state"];
  readonly accepted?: unknown;
  readonly pending?: unknown;
  readonly provisional?: { readonly side: number; readonly body: unknown };
}

export function itemFact(item: string, sketch: FactSketch): ItemFacts {
  const { accepted, pending, provisional } = sketch;
  return {
    item: itemSchema.parse(`indicator:${item}`),
    unit: unit(sketch.unit ?? "360981"),
    period: period(sketch.period ?? "2024-03"),
    state: sketch.state ?? (accepted === undefined ? "sealed" : "accepted"),
    ...(accepted === undefined ? {} : { accepted: indicatorValueSchema.parse(accepted) }),
    ...(pending === undefined ? {} : { pending: indicatorValueSchema.parse(pending) }),
    ...(provisional === undefined
      ? {}
      : { provisional: { side: provisional.side, body: indicatorValueSchema.parse(provisional.body) } }),
  };
}

/** An accepted value of one unit. */
export const value = (
  item: string,
  key: string,
  inputs: NonNullable<IndicatorValue["inputs"]> | Record<string, string | boolean>,
  at = "2024-03",
): ItemFacts => itemFact(item, { unit: key, period: at, accepted: { inputs } });

/** The same inputs of each unit. */
export const everyUnit = (
  item: string,
  at: string,
  inputs: (key: UnitKey, index: number) => Record<string, string>,
  units: readonly UnitKey[] = ELEVEN,
): ItemFacts[] => units.map((key, index) => value(item, key, inputs(key, index), at));

export function row(
  register: string,
  key: string,
  sketch: FactSketch & { readonly fields: Record<string, string>; readonly closed?: "ended" | "withdrawn" },
): RowFacts {
  const body = registerRowSchema.parse({
    fields: sketch.fields,
    state: sketch.closed ?? "in-force",
    ...(sketch.closed === undefined ? {} : { reason: "样例：填报有误" }),
  });
  const state = sketch.state ?? "accepted";
  return {
    register,
    key,
    unit: unit(sketch.unit ?? "360981"),
    period: period(sketch.period ?? "2024-03"),
    state,
    ...(state === "accepted" ? { accepted: body } : { pending: body }),
  };
}

export const leader = (
  key: string,
  owner: string,
  chain = "new-energy",
  more: Record<string, string> = {},
  sketch: FactSketch & { closed?: "ended" | "withdrawn" } = {},
): RowFacts =>
  row("chain-leaders", key, {
    ...sketch,
    unit: owner,
    fields: { name: `样例企业${key}`, chain, stage: "certified", provincial_platform: "none", ...more },
  });

export const confirmation = (register: string, key: string, at = "2024-03"): ConfirmationFacts => ({
  register,
  unit: unit(key),
  period: period(at),
  state: "accepted",
  accepted: registerConfirmationSchema.parse({ confirm: "nil" }),
});

export const confirmedBy = (register: string, at: string, units: readonly UnitKey[] = ELEVEN) =>
  units.map((key) => confirmation(register, key, at));

export type { FactArrays };

export function rolled(
  at: string,
  facts: Partial<FactArrays>,
  options: { readonly plan?: Plan; readonly includePending?: boolean } = {},
): RollupResult {
  return rollUp({
    plan: options.plan ?? plan,
    period: period(at),
    facts: factsOf({ items: [], ...facts }),
    includePending: options.includePending ?? false,
  });
}

export function figure(result: RollupResult, id: string, chain?: string): Figure {
  const found = result.indicators.find((each) => each.id === id && each.chain === chain);
  if (found === undefined) throw new Error(`no figure ${id} ${chain ?? ""}`);
  return found;
}
