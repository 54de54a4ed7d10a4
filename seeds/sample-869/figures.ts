import type { Plan, Unit } from "#shared/plan/schema.ts";
import { isCountyLike } from "#shared/plan/units.ts";
import { pick } from "./chance.ts";

/**
 * Sample figures, no real ones. Money is kept in whole hundredths of 万元, so that no binary fraction ever
 * enters a figure; each ytd series rises through the year and the city comes near its targets by 2026.
 */

/** Thousandths of the year's flow that have come in by the end of each month. */
const CUMULATIVE = [72, 138, 220, 301, 384, 472, 554, 637, 725, 814, 905, 1000];
const FIRST_YEAR = 2022;

export const money = (hundredths: number): string => {
  const digits = String(hundredths).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
};

const share = (amount: number, perMille: number): number => Math.round((amount * perMille) / 1000);

const throughMonth = (annual: number, month: number): number => share(annual, CUMULATIVE[month - 1] ?? 1000);

/** About three units in four have enterprises of a chain. */
export const hasChain = (unit: string, chain: string): boolean => pick(1, 100, unit, chain, "part") <= 76;

const weight = (unit: string, chain: string): number =>
  hasChain(unit, chain) ? pick(40, 160, unit, chain, "weight") : 0;

/** The year's revenue of a chain in a unit, in hundredths of 万元. */
export function chainAnnual(plan: Plan, unit: string, chain: string, year: number): number {
  const indicator = plan.indicators.find((each) => each.chain === chain && each.partOf === undefined);
  const target = Number(indicator?.target.value ?? "0") * 10_000 * 100;
  const all = plan.units
    .filter((each: Unit) => isCountyLike(each) && each.reporting === "on")
    .reduce((sum, each) => sum + weight(each.key, chain), 0);
  let annual = all === 0 ? 0 : Math.round((share(target, 710) / all) * weight(unit, chain));
  for (let at = FIRST_YEAR; at < year; at += 1) annual = share(annual, pick(1055, 1125, unit, chain, at + 1));
  return annual;
}

export const chainRevenue = (plan: Plan, unit: string, chain: string, year: number, month: number): number =>
  throughMonth(chainAnnual(plan, unit, chain, year), month);

/** 核心制造业环节: a part of the whole chain, about a quarter. */
export const coreRevenue = (plan: Plan, unit: string, chain: string, year: number, month: number): number =>
  share(chainRevenue(plan, unit, chain, year, month), pick(245, 295, unit, chain, "core"));

/** 规上工业营业收入: the chains, counted with their manufacturing part alone where one is named, and the rest. */
export function industrialRevenue(plan: Plan, unit: string, year: number, month: number): number {
  const chains = plan.chains.reduce((sum, chain) => {
    const isWide = plan.indicators.some((each) => each.chain === chain.id && each.partOf !== undefined);
    return sum + (isWide ? coreRevenue : chainRevenue)(plan, unit, chain.id, year, month);
  }, 0);
  let other = pick(30_000_000, 60_000_000, unit, "other");
  for (let at = FIRST_YEAR; at < year; at += 1) other = share(other, pick(1040, 1100, unit, "other", at + 1));
  return share(chains, 970) + throughMonth(other, month);
}

/** 上年同期（可比口径）: a little below what was reported a year ago. */
export const comparable = (lastYear: number, unit: string, year: number): number =>
  share(lastYear, pick(990, 1000, unit, "comparable", year));

export type At = {
  readonly plan: Plan;
  readonly unit: string;
  readonly year: number;
  readonly month: number;
};

/** Inputs of an indicator that a county or zone answers; undefined for one that this sample does not know. */
export function countyInputs(
  at: At,
  indicator: Plan["indicators"][number],
): Readonly<Record<string, string>> | undefined {
  const { plan, unit, year, month } = at;
  const revenue = industrialRevenue(plan, unit, year, month);
  const chain = indicator.chain;
  if (chain !== undefined && indicator.partOf !== undefined) {
    return { revenue: money(coreRevenue(plan, unit, chain, year, month)) };
  }
  if (chain !== undefined) {
    const prior = comparable(chainRevenue(plan, unit, chain, year - 1, month), unit, year);
    return { revenue: money(chainRevenue(plan, unit, chain, year, month)), revenue_prior: money(prior) };
  }
  const enterprises = pick(90, 240, unit, "enterprises") + (year - 2023) * 6;
  const part = (of: number, low: number, high: number, word: string): string =>
    String(share(of, pick(low, high, unit, word) + (year - 2023) * 18));
  const equipment = pick(1800, 7200, unit, "equipment") + (year - 2023) * 140;
  const allFirms = enterprises + pick(40, 120, unit, "small-firms");
  const park = share(revenue, 880);
  switch (indicator.id) {
    case "T01-1": {
      const prior = comparable(industrialRevenue(plan, unit, year - 1, month), unit, year);
      return { revenue: money(revenue), revenue_prior: money(prior) };
    }
    case "T14-1":
      return { with_rd_activity: part(enterprises, 430, 620, "activity"), enterprises: String(enterprises) };
    case "T14-2":
      return {
        with_rd_institution: part(enterprises, 280, 470, "institution"),
        enterprises: String(enterprises),
      };
    case "T14-3":
      return {
        with_invention_patent: part(enterprises, 240, 420, "patent"),
        enterprises: String(enterprises),
      };
    case "T17-4": {
      const rd = Math.round((revenue * (pick(112, 158, unit, "rd") + (year - 2023) * 9)) / 10_000);
      return { rd_expenditure: money(rd), revenue: money(revenue) };
    }
    case "T21-1": {
      const leading = share(park, pick(830, 890, unit, "leading") + (year - 2023) * 16);
      return { leading_industries_revenue: money(leading), park_revenue: money(park) };
    }
    case "T25-2":
      return { cluster_revenue: money(share(revenue, 885)) };
    case "T29-1":
      return { on_platform: part(allFirms, 300, 420, "platform"), enterprises: String(allFirms) };
    case "T29-2":
      return { digital_equipment: part(equipment, 440, 540, "digital"), equipment: String(equipment) };
    case "T33-1":
      return qualityFirms(unit, year, month);
    default:
      return undefined;
  }
}

/** Counts that only grow; 小巨人 stays within 专精特新. */
function qualityFirms(unit: string, year: number, month: number): Readonly<Record<string, string>> {
  const quarters = (year - 2023) * 4 + Math.floor(month / 3);
  const grown = (low: number, high: number, word: string, everyQuarters: number): number =>
    pick(low, high, unit, word) + Math.floor(quarters / everyQuarters);
  return {
    srdi: String(grown(18, 46, "srdi", 1)),
    little_giants: String(grown(1, 6, "giants", 4)),
    champions: String(grown(0, 2, "champions", 8)),
    unicorns: String(grown(0, 0, "unicorns", 12)),
    gazelles: String(grown(0, 4, "gazelles", 5)),
  };
}

/** Inputs that the office answers under an item, by input id. */
export function officeInputs(
  { unit, year, month }: At,
  ids: readonly string[],
  chain: string | undefined,
): Readonly<Record<string, string | boolean>> {
  const quarters = (year - 2023) * 4 + Math.floor(month / 3);
  const total = 24;
  return Object.fromEntries(
    ids.map((id): [string, string | boolean] => {
      if (id === "rank") return [id, year < 2025 ? "未入榜" : String(54 - (year - 2024) * 3)];
      if (id === "covered") return [id, String(Math.min(total, 10 + quarters))];
      if (id === "total") return [id, String(total)];
      if (id.startsWith("rank_")) return [id, String(Math.max(2, pick(4, 8, unit, id) - (year - 2023)))];
      return [id, quarters >= pick(2, 14, chain ?? "city", id)];
    }),
  );
}
