import { describe, expect, it } from "vitest";
import { targetWarnings } from "#shared/plan/target-warnings.ts";
import { plan as bundled, withSettings } from "../rollup/sketch.ts";

const warned = (id: string, targets: Readonly<Record<number, string>>) => {
  const indicator = bundled.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new Error(id);
  const annualTargets = Object.entries(targets).map(([year, value]) => ({
    indicator: id,
    year: Number(year),
    value,
  }));
  return targetWarnings(withSettings({ annualTargets }), indicator).map(
    ({ code, year }) => `${year} ${code}`,
  );
};

describe("annual targets against the plan's own", () => {
  // T06-1 asks for ≥1,200 亿元 in 2026.
  it("warns where an earlier year asks for more than the plan's end", () => {
    expect(warned("T06-1", { 2025: "1500", 2024: "2500" })).toEqual(["2024 above", "2025 above"]);
    expect(warned("T06-1", { 2024: "800", 2025: "1200" })).toEqual([]);
  });

  it("warns where the end's own year asks for something else", () => {
    expect(warned("T06-1", { 2026: "1100" })).toEqual(["2026 other"]);
    expect(warned("T06-1", { 2026: "1300" })).toEqual(["2026 other"]);
    expect(warned("T06-1", { 2026: "1200" })).toEqual([]);
  });

  it("leaves rates of about so much alone", () => {
    expect(warned("T01-1", { 2024: "12", 2026: "3" })).toEqual([]);
  });
});
