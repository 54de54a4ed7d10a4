import { describe, expect, it } from "vitest";
import { publishedValueSchema } from "#shared/ledger/record.ts";
import { rollupResultSchema } from "#shared/rollup/types.ts";
import { describeReason } from "#shared/rollup/describe-reason.ts";
import { chainSummary } from "#shared/rollup/roll-up.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import {
  confirmation,
  confirmedBy,
  ELEVEN,
  everyUnit,
  figure,
  itemFact,
  leader,
  OFFICE,
  period,
  plan,
  rolled,
  row,
  value,
  withSettings,
} from "./sketch.ts";

describe("the roll-up as a whole", () => {
  const empty = rolled("2024-03", {});

  it("gives every indicator, per chain where the plan counts per chain", () => {
    expect(new Set(empty.indicators.map(({ id }) => id)).size).toBe(30);
    const perChain = plan.indicators.filter((indicator) => indicator.perChain).length;
    const overall = plan.indicators.filter(({ aggregation }) => aggregation.kind === "all-of").length;
    expect(empty.indicators).toHaveLength(30 - perChain + perChain * 8 + overall);
  });

  it("has no figure, not the figure 0, where nobody has reported", () => {
    for (const { value: exact, display, met } of empty.indicators) {
      expect(exact).toBeNull();
      expect(display).toBe("—");
      expect(met).toBeNull();
    }
  });

  it("names everyone missing of what is due and nobody of what is not", () => {
    expect(figure(empty, "T02-1").units.missing).toEqual(ELEVEN);
    expect(figure(empty, "T14-1").units).toMatchObject({ expected: 0, missing: [] });
    expect(figure(empty, "T14-1").reason).toEqual({ code: "not-due" });
    expect(describeReason(figure(empty, "T14-1").reason, "zh")).toBe("本期不报");
  });

  it("keeps to its schema", () => {
    expect(rollupResultSchema.parse(empty)).toEqual(empty);
  });
});

describe("sums", () => {
  it("takes 同比 only over units that gave both figures", () => {
    const result = rolled("2024-03", {
      items: [
        value("T02-1", "360981", { revenue: "120", revenue_prior: "100" }),
        value("T02-1", "360982", { revenue: "900" }),
      ],
    });
    expect(figure(result, "T02-1").secondary.yearOnYear).toEqual({ value: "20", display: "20.0", units: 1 });
    expect(figure(result, "T02-1").sums).toEqual({ revenue: "1020" });
  });

  it("sums each type of T33-1 by itself, with the office's ranks and no grand total", () => {
    const counts = { srdi: "20", little_giants: "3", champions: "1", unicorns: "0", gazelles: "2" };
    const result = rolled("2024-12", {
      items: [
        ...everyUnit("T33-1", "2024-12", () => counts),
        itemFact("T33-1", {
          unit: OFFICE,
          period: "2024-12",
          state: "sealed",
          pending: { inputs: { rank_srdi: "4" } },
        }),
      ],
    });
    const found = figure(result, "T33-1");
    expect(found.value).toBeNull();
    expect(found.secondary.parts?.map(({ input, value: part }) => [input, part])).toEqual([
      ["srdi", "220"],
      ["little_giants", "33"],
      ["champions", "11"],
      ["unicorns", "0"],
      ["gazelles", "22"],
      ["rank_srdi", "4"],
      ["rank_little_giants", null],
      ["rank_champions", null],
      ["rank_unicorns", null],
      ["rank_gazelles", null],
    ]);
    expect(found.reason).toEqual({ code: "office-judges" });
    expect(found.complete).toBe(true);
    expect(found.byUnit[0]?.parts).toEqual(counts);
  });

  it("leaves out a zone that a county already counts, and does not expect it", () => {
    const inside = withSettings({ countedInside: [{ zone: "YC-JKQ", county: "360902" }] });
    const result = rolled(
      "2024-03",
      { items: everyUnit("T02-1", "2024-03", () => ({ revenue: "10000" })) },
      { plan: inside },
    );
    const found = figure(result, "T02-1");
    expect(found).toMatchObject({ value: "10", complete: true });
    expect(found.units).toMatchObject({ reported: 10, expected: 10 });
    expect(found.byUnit.find(({ unit }) => unit === "YC-JKQ")?.state).toBe("counted-inside");
  });

  it("asks only the members of a chain where the office has set them", () => {
    const members = withSettings({ chainUnits: [{ chain: "new-energy", units: ["360902"] }] });
    const result = rolled(
      "2024-03",
      { items: [value("T02-1", "360902", { revenue: "10000" })] },
      { plan: members },
    );
    expect(figure(result, "T02-1")).toMatchObject({ complete: true, units: { reported: 1, expected: 1 } });
  });

  it("names absurd figures instead of failing over them", () => {
    const most = "999999999999999999";
    const counts = { srdi: most, little_giants: most, champions: most, unicorns: most, gazelles: most };
    const rates = { on_platform: most, enterprises: "0.000001" };
    const result = rolled("2024-12", {
      items: [...everyUnit("T33-1", "2024-12", () => counts), ...everyUnit("T29-1", "2024-12", () => rates)],
    });
    expect(figure(result, "T33-1").secondary.parts?.[0]).toMatchObject({ value: null });
    expect(figure(result, "T29-1")).toMatchObject({
      value: null,
      display: "—",
      reason: { code: "out-of-range" },
    });
  });

  it("does not count a text where an amount belongs", () => {
    const result = rolled("2024-03", { items: [value("T02-1", "360981", { revenue: "很多" })] });
    expect(figure(result, "T02-1")).toMatchObject({ value: null, units: { reported: 0 } });
  });
});

describe("which value counts", () => {
  const at = (sketch: Parameters<typeof itemFact>[1], includePending = false) =>
    figure(rolled("2024-03", { items: [itemFact("T02-1", sketch)] }, { includePending }), "T02-1");
  const inputs = (revenue: string) => ({ inputs: { revenue } });

  it("waits for the office before the first acceptance, and names the unit as pending, not as missing", () => {
    const found = at({ pending: inputs("5") });
    expect(found.value).toBeNull();
    expect(found.units.pending).toEqual(["360981"]);
    expect(found.units.missing).not.toContain("360981");
    expect(at({ pending: inputs("5") }, true).sums).toEqual({ revenue: "5" });
  });

  it("keeps the accepted figure when a correction came back, with pending values too", () => {
    const sketch = { state: "returned", accepted: inputs("100"), pending: inputs("120") } as const;
    expect(at(sketch).sums).toEqual({ revenue: "100" });
    expect(at(sketch, true).sums).toEqual({ revenue: "100" });
    expect(at(sketch).units.returned).toEqual(["360981"]);
  });

  it("has nothing once the accepted revision itself was returned", () => {
    const found = at({ state: "returned", pending: inputs("100") });
    expect(found.value).toBeNull();
    expect(found.byUnit.find(({ unit }) => unit === "360981")?.state).toBe("returned");
  });

  it("uses the accepted common ancestor in a conflict, else nothing, and names the unit", () => {
    const withBase = at({ state: "conflict", accepted: inputs("100") }, true);
    expect(withBase.sums).toEqual({ revenue: "100" });
    expect(withBase.units.conflict).toEqual(["360981"]);
    const without = at({ state: "conflict" }, true);
    expect(without.value).toBeNull();
    expect(without.units.conflict).toEqual(["360981"]);
  });

  it("lists 暂无数据 by name, still expects it and sums nothing for it", () => {
    const found = at({ accepted: { noData: { source: "样例来源", expected: "2024-05-20" } } });
    expect(found.units).toMatchObject({ noData: ["360981"], expected: 11, reported: 0 });
  });

  it("takes 不涉及 of a chain without consent and elsewhere only when accepted", () => {
    const without = { notApplicable: "样例：没有" };
    expect(at({ pending: without }).units).toMatchObject({ notApplicable: 1, expected: 10 });
    const cluster = (sketch: object) =>
      figure(rolled("2024-03", { items: [itemFact("T25-2", sketch)] }), "T25-2").units;
    expect(cluster({ pending: without })).toMatchObject({ notApplicable: 0, expected: 11 });
    expect(cluster({ accepted: without })).toMatchObject({ notApplicable: 1, expected: 10 });
  });

  it("lets 不涉及 stand until changed", () => {
    const earlier = itemFact("T02-1", { period: "2024-02", accepted: { notApplicable: "样例：没有" } });
    const stands = rolled("2024-06", { items: [earlier] });
    expect(figure(stands, "T02-1").units).toMatchObject({ notApplicable: 1, expected: 10 });
    const changed = rolled("2024-06", {
      items: [earlier, value("T02-1", "360981", { revenue: "1" }, "2024-04")],
    });
    expect(figure(changed, "T02-1").units).toMatchObject({ notApplicable: 0, expected: 11 });
  });

  it("does not let the figure stand that a waiting 不涉及 would replace", () => {
    const earlier = itemFact("T02-1", {
      period: "2024-02",
      state: "resubmitted",
      accepted: { inputs: { revenue: "10000" } },
      pending: { notApplicable: "样例：没有" },
    });
    const later = (includePending: boolean) =>
      figure(rolled("2024-03", { items: [earlier] }, { includePending }), "T02-1");
    expect(later(false)).toMatchObject({ value: null, units: { reported: 0, notApplicable: 0 } });
    expect(later(true)).toMatchObject({ value: null, units: { reported: 0, notApplicable: 1 } });
  });

  it("never fills a missing month with the month before", () => {
    const result = rolled("2024-04", { items: everyUnit("T02-1", "2024-03", () => ({ revenue: "1" })) });
    expect(figure(result, "T02-1").value).toBeNull();
  });
});

describe("ratios and growth", () => {
  it("has a reason instead of a ratio over 0", () => {
    const rates = { leading_industries_revenue: "0", park_revenue: "0" };
    const result = rolled("2024-03", { items: everyUnit("T21-1", "2024-03", () => rates) });
    expect(figure(result, "T21-1")).toMatchObject({ value: null, reason: { code: "denominator-missing" } });
  });

  it("counts a unit in growth only with both figures", () => {
    const result = rolled("2024-03", {
      items: [
        value("T01-1", "360981", { revenue: "110", revenue_prior: "100" }),
        value("T01-1", "360982", { revenue: "500" }),
      ],
    });
    expect(figure(result, "T01-1")).toMatchObject({ display: "10.0", units: { reported: 1 } });
    expect(figure(result, "T01-1").units.missing).toContain("360982");
  });

  it("leaves an incomplete December out of the average over the years", () => {
    const result = rolled("2024-12", {
      items: [
        ...everyUnit("T01-1", "2023-12", () => ({ revenue: "108", revenue_prior: "100" })),
        value("T01-1", "360981", { revenue: "300", revenue_prior: "100" }, "2024-12"),
      ],
    });
    expect(figure(result, "T01-1").secondary.average).toMatchObject({ display: "8.0", years: 1, of: 4 });
  });

  it("lets the office's own entry count at once", () => {
    const pending = { inputs: { covered: "9", total: "10" } };
    const result = rolled("2024-03", {
      items: [itemFact("T25-1", { unit: OFFICE, state: "sealed", pending })],
    });
    expect(figure(result, "T25-1")).toMatchObject({ value: "90", complete: true, includesPending: false });
  });

  it("takes T29 from the office alone where the setting says so", () => {
    const alone = withSettings({ officeAlone: ["T29-1"] });
    const pending = { inputs: { on_platform: "46", enterprises: "100" } };
    const items = [
      itemFact("T29-1", { unit: OFFICE, period: "2024-12", state: "sealed", pending }),
      ...everyUnit("T29-1", "2024-12", () => ({ on_platform: "1", enterprises: "100" })),
    ];
    expect(figure(rolled("2024-12", { items }, { plan: alone }), "T29-1")).toMatchObject({
      value: "46",
      complete: true,
      met: true,
      units: { expected: 1 },
    });
    expect(figure(rolled("2024-12", { items }), "T29-1").value).toBe("1");
  });
});

describe("ranks and all-of", () => {
  it("takes 未入榜 for an answer that misses the target", () => {
    const at = (rank: string) =>
      figure(
        rolled("2024-12", {
          items: [
            itemFact("T01-2", {
              unit: OFFICE,
              period: "2024-12",
              state: "sealed",
              pending: { inputs: { rank } },
            }),
          ],
        }),
        "T01-2",
      );
    expect(at("unranked")).toMatchObject({
      value: null,
      met: false,
      complete: true,
      reason: { code: "unranked" },
    });
    expect(at("48")).toMatchObject({ value: "48", met: true, gap: "-2", completion: null, light: "grey" });
    expect(at("51")).toMatchObject({ met: false, gap: "1" });
  });

  const parts = ["map_1", "map_2", "map_3", "map_4", "list_1", "list_2", "list_3", "list_4", "list_5"];
  const chainFact = (chain: string, missing?: string) =>
    itemFact(`T12-1/${chain}`, {
      unit: OFFICE,
      state: "sealed",
      pending: { inputs: Object.fromEntries(parts.map((part) => [part, part !== missing])) },
    });

  it("has a chain complete only with all four maps and five lists, and the plan only with every chain", () => {
    const chains = plan.chains.map(({ id }) => id);
    const all = rolled("2024-03", { items: chains.map((chain) => chainFact(chain)) });
    expect(figure(all, "T12-1", "new-energy")).toMatchObject({ value: "9", target: "9", met: true });
    expect(figure(all, "T12-1")).toMatchObject({ value: "8", target: "8", met: true, complete: true });
    const lacking = rolled("2024-03", {
      items: chains.map((chain) => chainFact(chain, chain === "equipment" ? "list_5" : undefined)),
    });
    expect(figure(lacking, "T12-1", "equipment")).toMatchObject({ value: "8", met: false });
    expect(figure(lacking, "T12-1", "equipment").reason).toEqual({ code: "parts", done: 8, of: 9 });
    expect(figure(lacking, "T12-1")).toMatchObject({ value: "7", met: false });
    expect(chainSummary(lacking, "T12-1")).toEqual({ met: 7, of: 8, complete: true });
  });

  it("needs the election beside all branches for T20-1", () => {
    const branches = plan.chains.map(({ id }) =>
      itemFact(`T20-1/${id}`, { unit: OFFICE, state: "sealed", pending: { inputs: { branch: true } } }),
    );
    const election = (done: boolean) =>
      itemFact("T20-1", { unit: OFFICE, state: "sealed", pending: { inputs: { election: done } } });
    expect(figure(rolled("2024-03", { items: branches }), "T20-1")).toMatchObject({ met: null });
    expect(figure(rolled("2024-03", { items: [...branches, election(false)] }), "T20-1").met).toBe(false);
    expect(figure(rolled("2024-03", { items: [...branches, election(true)] }), "T20-1").met).toBe(true);
  });
});

describe("published figures", () => {
  it("stand beside the sum with their difference", () => {
    const published = publishedValueSchema.parse({
      value: "12.5",
      source: "样例公报",
      date: "2024-04-20",
      use: true,
    });
    const result = rolled("2024-03", {
      items: everyUnit("T02-1", "2024-03", () => ({ revenue: "10000" })),
      published: [{ ...published, item: itemSchema.parse("indicator:T02-1"), period: period("2024-03") }],
    });
    expect(figure(result, "T02-1")).toMatchObject({
      value: "11",
      published: { value: "12.5", difference: "1.5", use: true },
    });
  });
});

describe("registers", () => {
  it("counts 认定 leaders of the chain and leaves out 培育, ended and withdrawn ones", () => {
    const result = rolled("2024-06", {
      rows: [
        leader("A", "360981"),
        leader("B", "360981"),
        leader("C", "360981", "new-energy", { stage: "nurtured" }),
        leader("D", "360981", "equipment"),
        leader("B", "360981", "new-energy", {}, { period: "2024-06", closed: "ended" }),
      ],
      confirmations: confirmedBy("chain-leaders", "2024-06"),
    });
    expect(figure(result, "T13-1", "new-energy")).toMatchObject({ value: "1", complete: true, met: false });
    expect(figure(result, "T13-1", "equipment").value).toBe("1");
    expect(figure(result, "T13-1", "biomedicine").value).toBe("0");
  });

  it("ends a row from its period on, but withdraws it throughout", () => {
    const at = (closed: "ended" | "withdrawn") =>
      figure(
        rolled("2024-03", {
          rows: [
            leader("A", "360981"),
            leader("A", "360981", "new-energy", {}, { period: "2024-06", closed }),
          ],
        }),
        "T13-1",
        "new-energy",
      ).value;
    expect(at("ended")).toBe("1");
    expect(at("withdrawn")).toBe("0");
  });

  it("counts a row again that was entered anew after a withdrawal", () => {
    const rows = [
      leader("A", "360981"),
      leader("A", "360981", "new-energy", {}, { period: "2024-06", closed: "withdrawn" }),
      leader("A", "360981", "new-energy", {}, { period: "2024-09" }),
    ];
    const at = (text: string) => figure(rolled(text, { rows }), "T13-1", "new-energy").value;
    expect(at("2024-09")).toBe("1");
    expect(at("2024-06")).toBe("0");
  });

  it("counts a leader disputed between two chains or two stages for neither, and queries it", () => {
    const result = rolled("2024-03", {
      rows: [
        leader("A", "360981", "new-energy"),
        leader("A", "360982", "equipment"),
        leader("B", "360981"),
        leader("B", "360982", "new-energy", { stage: "nurtured" }),
      ],
    });
    const found = figure(result, "T13-1", "new-energy");
    expect(found.value).toBe("0");
    expect(found.queries.map(({ key, counted }) => [key, counted])).toEqual([
      ["A", false],
      ["B", false],
    ]);
    expect(figure(result, "T13-1", "equipment").queries.map(({ key }) => key)).toEqual(["A"]);
  });

  it("keeps an accepted row while its change waits, and counts nothing of an unaccepted one", () => {
    const rows = [
      leader("A", "360981"),
      leader("A", "360981", "equipment", {}, { period: "2024-06", state: "sealed" }),
      leader("B", "360981", "new-energy", {}, { state: "sealed" }),
    ];
    const accepted = rolled("2024-06", { rows });
    expect(figure(accepted, "T13-1", "new-energy")).toMatchObject({ value: "1", includesPending: false });
    const pending = rolled("2024-06", { rows }, { includePending: true });
    expect(figure(pending, "T13-1", "new-energy")).toMatchObject({ value: "1", includesPending: true });
    expect(figure(pending, "T13-1", "equipment").value).toBe("1");
  });

  it("does not expect a unit that has confirmed, and names one that has not", () => {
    const [silent, ...others] = ELEVEN;
    const result = rolled("2024-03", {
      confirmations: others.map((key) => confirmation("chain-leaders", key)),
    });
    const { units, value: none } = figure(result, "T13-1", "new-energy");
    expect(none).toBe("0");
    expect(units).toMatchObject({ reported: 10, expected: 11, missing: [silent] });
  });

  it("asks for a confirmation each quarter anew", () => {
    const confirmations = confirmedBy("chain-leaders", "2024-03");
    const at = (text: string) =>
      figure(rolled(text, { confirmations }), "T13-1", "new-energy").units.reported;
    expect(at("2024-05")).toBe(11);
    expect(at("2024-06")).toBe(0);
  });

  it("covers a chain's leaders with platforms, and has no share of no leaders", () => {
    const result = rolled("2024-03", {
      rows: [
        leader("A", "360981", "new-energy", { provincial_platform: "provincial" }),
        leader("B", "360981", "new-energy", { provincial_platform: "national" }),
        leader("C", "360982"),
        leader("D", "360981", "new-energy", { provincial_platform: "provincial" }),
        leader("D", "360982"),
      ],
      confirmations: confirmedBy("chain-leaders", "2024-03"),
    });
    const found = figure(result, "T17-1", "new-energy");
    expect(found).toMatchObject({ value: "50", display: "50.0", met: false });
    expect(found.sums).toEqual({ covered: "2", leaders: "4" });
    expect(found.queries).toEqual([{ key: "D", units: ["360981", "360982"], counted: false }]);
    expect(figure(result, "T17-1", "equipment")).toMatchObject({
      value: null,
      reason: { code: "denominator-missing" },
    });
  });

  const enterprise = (key: string, revenue: string, year = "2024", owner = "360981") =>
    row("key-enterprises", key, {
      unit: owner,
      period: "2024-12",
      fields: { name: `样例企业${key}`, year, revenue },
    });

  it("counts enterprises strictly above 100亿元 of the year itself", () => {
    const rows = [
      enterprise("A", "1000000"),
      enterprise("B", "1000000.01"),
      enterprise("C", "5000000", "2023"),
      enterprise("D", "2000000"),
      enterprise("D", "900000", "2024", "360982"),
    ];
    const found = figure(rolled("2024-12", { rows }), "T13-2");
    expect(found.value).toBe("1");
    expect(found.queries).toEqual([{ key: "D", units: ["360981", "360982"], counted: false }]);
    expect(figure(rolled("2025-06", { rows }), "T13-2").value).toBe("1");
    expect(figure(rolled("2025-12", { rows }), "T13-2").value).toBe("0");
  });

  it("counts national platforms from the start of 新增 and technologies in their year", () => {
    const platform = (key: string, approved_on: string) =>
      row("national-platforms", key, { fields: { name: "样例平台", host: "样例单位", approved_on } });
    const technology = (key: string, completed_on?: string) =>
      row("key-technologies", key, {
        fields: {
          name: "样例技术",
          host: "样例单位",
          ...(completed_on === undefined ? {} : { completed_on }),
        },
      });
    const result = rolled("2024-03", {
      rows: [
        platform("P1", "2022-12-31"),
        platform("P2", "2023-01-01"),
        technology("K1", "2024-02-01"),
        technology("K2", "2023-12-31"),
        technology("K3"),
      ],
    });
    expect(figure(result, "T17-2").value).toBe("1");
    expect(figure(result, "T17-3").value).toBe("1");
  });

  const listed = (key: string, county: string, owner = county) =>
    row("listed-companies", key, {
      unit: owner,
      fields: { name: "样例公司", stock_code: "000001", market: "szse", listed_on: "2020-01-01", county },
    });
  const counties = ELEVEN.filter((key) => key !== "YC-JKQ");

  it("wants one listed company in each of the ten counties, zones not counted", () => {
    const rows = counties.map((county, index) => listed(`L${index}`, county));
    const all = rolled("2024-03", { rows, confirmations: confirmedBy("listed-companies", "2024-03") });
    expect(figure(all, "T33-2")).toMatchObject({ value: "10", target: "10", completion: "100", met: true });
    expect(figure(all, "T33-2").secondary.counties).toHaveLength(10);
  });

  it("counts a company claimed by two counties for neither until settled", () => {
    const result = rolled("2024-03", {
      rows: [listed("L1", "360981"), listed("L1", "360982"), listed("L2", "360983")],
    });
    const found = figure(result, "T33-2");
    expect(found.value).toBe("1");
    expect(found.queries).toEqual([{ key: "L1", units: ["360981", "360982"], counted: false }]);
  });
});
