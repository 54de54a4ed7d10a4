import { describe, expect, it } from "vitest";
import { factsOf } from "#shared/rollup/facts.ts";
import { pointAt, seriesAt } from "#shared/rollup/series.ts";
import { ELEVEN, itemFact, period, plan } from "./sketch.ts";

/** 样例: every unit gives the same two figures in a period. */
const everyone = (at: string, revenue: string, prior: string) =>
  ELEVEN.map((unit) =>
    itemFact("T01-1", {
      unit,
      period: at,
      state: "accepted",
      accepted: { inputs: { revenue, revenue_prior: prior } },
    }),
  );

describe("figures along time", () => {
  const facts = factsOf({
    items: [
      ...everyone("2023-12", "108", "100"),
      ...everyone("2024-06", "105", "100"),
      ...everyone("2024-12", "110", "100"),
    ],
  });
  const T01 = { id: "T01-1" };

  it("puts year ends side by side with the geometric mean of their growth (worked example 8)", () => {
    const series = seriesAt(plan, period("2024-12"), facts, false);
    expect(series.years.at(0)).toBe("2023-12");
    expect(series.years.at(-1)).toBe("2026-12");
    expect(pointAt(series, period("2023-12"), T01)?.display).toBe("8.0");
    expect(pointAt(series, period("2024-12"), T01)).toMatchObject({
      display: "10.0",
      average: { display: "9.0", years: 2, of: 4 },
    });
  });

  it("reads nothing after the period asked for, and leaves what is missing missing", () => {
    const series = seriesAt(plan, period("2024-06"), facts, false);
    expect(pointAt(series, period("2024-12"), T01)).toBeUndefined();
    expect(pointAt(series, period("2024-06"), T01)?.display).toBe("5.0");
    expect(pointAt(series, period("2024-05"), T01)?.value).toBeNull();
    expect(series.periods[0]).toBe("2023-10");
  });
});
