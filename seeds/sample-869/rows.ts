import { creditCodeCheckCharacter } from "#shared/plan/credit-code.ts";
import { isDue, periodsOf, scheduleById, yearOf } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { Plan, Register } from "#shared/plan/schema.ts";
import { isCountyLike } from "#shared/plan/units.ts";
import { pick } from "./chance.ts";
import type { SampleRegister, SampleRow } from "./entries-file.ts";
import { hasChain, industrialRevenue, money } from "./figures.ts";

/** Register rows of invented enterprises, each named 样例. */
type Dated = { readonly from: Period; readonly row: SampleRow };

const WEIGHTS_GB_11714 = [3, 7, 9, 10, 5, 8, 4, 2];
const valueOf = (character: string): number => Number.parseInt(character, 36);

/** 9 characters by GB 11714: 8 and their check character. */
function organisationCode(first8: string): string {
  const sum = WEIGHTS_GB_11714.reduce(
    (total, weight, index) => total + weight * valueOf(first8.charAt(index)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return first8 + (check === 10 ? "X" : String(check));
}

/** A well-formed code that no enterprise has: its subject part is `MA0EX` and a number. Throws beyond 999. */
export function sampleCreditCode(division: string, number: number): string {
  const first17 = `91${division}${organisationCode(`MA0EX${String(number).padStart(3, "0")}`)}`;
  const check = creditCodeCheckCharacter(first17);
  if (check === undefined) throw new Error(`no check character for ${first17}`);
  return first17 + check;
}

const divisionOf = (unit: string): string => (/^\d{6}$/.test(unit) ? unit : "360900");
/** Numbers per unit, so that units sharing a division code (the zones) have codes of their own. */
const numberFor = (plan: Plan, unit: string, index: number): number =>
  (plan.units.findIndex((each) => each.key === unit) % 30) * 30 + index;

/** The register's answer of a unit in a period: new or changed rows, else a confirmation. */
export function sampleRegister(plan: Plan, register: Register, unit: string, period: Period): SampleRegister {
  const dated = rowsOf(plan, register.id, unit, duePeriods(plan, register));
  const rows = dated.filter(({ from }) => from === period).map(({ row }) => row);
  if (rows.length > 0) return { register: register.id, rows };
  const hasEarlier = dated.some(({ from }) => from < period);
  return { register: register.id, confirm: hasEarlier ? "unchanged" : "nil" };
}

const duePeriods = (plan: Plan, register: Register): readonly Period[] => {
  const schedule = scheduleById(plan, register.schedule);
  return periodsOf(plan).filter((period) => isDue(schedule, period));
};

function rowsOf(plan: Plan, register: string, unit: string, periods: readonly Period[]): readonly Dated[] {
  const place = plan.units.filter((each) => isCountyLike(each)).findIndex((each) => each.key === unit);
  const start = (...words: readonly (string | number)[]): Period | undefined =>
    periods[pick(0, Math.min(7, periods.length - 1), unit, register, ...words)];
  switch (register) {
    case "chain-leaders":
      return chainLeaders(plan, unit, periods, start);
    case "key-enterprises":
      return periods.map((period) => keyEnterprise(plan, unit, period));
    case "national-platforms":
      return [1, 4, 8].includes(place)
        ? dated(start("platform"), (from) => nationalPlatform(from, place))
        : [];
    case "key-technologies":
      return periods
        .filter((period) => period.endsWith("-12") && yearOf(period) % 10 === place)
        .map((from) => ({ from, row: keyTechnology(from, place) }));
    case "listed-companies":
      return place < 10 && pick(1, 100, unit, "listed") <= 80
        ? dated(start("listed"), (from) => listedCompany(plan, unit, from))
        : [];
    case "problems":
      return periods
        .filter((period) => pick(1, 100, unit, period, "problem") <= 30)
        .map((from) => ({ from, row: problem(unit, from) }));
    default:
      return [];
  }
}

const dated = (from: Period | undefined, row: (from: Period) => SampleRow): readonly Dated[] =>
  from === undefined ? [] : [{ from, row: row(from) }];

function chainLeaders(
  plan: Plan,
  unit: string,
  periods: readonly Period[],
  start: (...words: readonly string[]) => Period | undefined,
): readonly Dated[] {
  const own = plan.chains.flatMap((chain, index): readonly Dated[] => {
    if (!hasChain(unit, chain.id) || pick(1, 100, unit, chain.id, "leader") > 42) return [];
    return dated(start(chain.id), () => ({
      key: sampleCreditCode(divisionOf(unit), numberFor(plan, unit, index + 1)),
      name: `样例${chain.name.replace(/（.*）/u, "")}第${index + 1}有限公司`,
      chain: chain.id,
      stage: pick(1, 100, unit, chain.id, "stage") <= 85 ? "certified" : "nurtured",
      provincial_platform:
        ["none", "provincial", "provincial", "national"][pick(0, 3, unit, chain.id, "platform")] ?? "none",
    }));
  });
  // One group is claimed by two counties under one code, so that the roll-up has something to ask about.
  const shared =
    ["360981", "360983"].includes(unit) && plan.chains.some((chain) => chain.id === "env-protection");
  const both = shared ? dated(periods[1], () => sharedLeader) : [];
  return [...own, ...both];
}

const sharedLeader: SampleRow = {
  key: sampleCreditCode("360900", 999),
  name: "样例循环金属集团有限公司",
  chain: "env-protection",
  stage: "certified",
  provincial_platform: "provincial",
};

function keyEnterprise(plan: Plan, unit: string, from: Period): Dated {
  const year = yearOf(from);
  const revenue = Math.round((industrialRevenue(plan, unit, year, 12) * pick(90, 210, unit, "big")) / 1000);
  return {
    from,
    row: {
      key: sampleCreditCode(divisionOf(unit), numberFor(plan, unit, 20)),
      name: `样例重点工业第${pick(1, 9, unit, "name")}有限公司`,
      year: String(year),
      revenue: money(revenue),
      scope: "legal-entity",
    },
  };
}

const nationalPlatform = (from: Period, place: number): SampleRow => ({
  key: `样例〔${yearOf(from)}〕${100 + place}号`,
  name: `样例国家级技术创新平台第${place}`,
  host: "样例研究院有限公司",
  approved_on: `${from}-10`,
});

const keyTechnology = (from: Period, place: number): SampleRow => ({
  key: `样例项目${yearOf(from)}${String(place).padStart(3, "0")}`,
  name: "样例产业关键共性技术攻关",
  host: "样例新材料有限公司",
  completed_on: `${from}-05`,
});

const listedCompany = (plan: Plan, unit: string, from: Period): SampleRow => ({
  key: sampleCreditCode(divisionOf(unit), numberFor(plan, unit, 25)),
  name: "样例股份有限公司",
  stock_code: `样例${pick(100, 999, unit, "stock")}`,
  market: ["sse", "szse", "bse"][pick(0, 2, unit, "market")] ?? "szse",
  listed_on: `${from}-08`,
  county: unit,
});

const PROBLEMS = [
  ["园区用能指标有缺口，影响在建项目投产。", "请市级统筹调剂用能指标。"],
  ["园区至高速连接线通行能力不足，企业物流成本高。", "请市级协调列入交通改造计划。"],
  ["企业申报省级创新平台缺少推荐名额。", "请市级协调增加推荐名额。"],
] as const;

function problem(unit: string, from: Period): SampleRow {
  const [text, coordination] = PROBLEMS[pick(0, PROBLEMS.length - 1, unit, from, "text")] ?? PROBLEMS[0];
  return {
    key: `${from}-1`,
    problem: `${text}（样例）`,
    task: String(pick(2, 33, unit, from)),
    coordination,
    raised_on: `${from}-15`,
  };
}
