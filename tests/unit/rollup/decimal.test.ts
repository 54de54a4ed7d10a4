import { describe, expect, it } from "vitest";
import { decimalSchema } from "#shared/plan/ids.ts";
import { decimal, meanGrowth, ratio, sum, toDecimalString, toYi } from "#shared/rollup/decimal.ts";
import { formatDecimal, formatExact, formatOrDash } from "#shared/rollup/format-decimal.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";

const d = (text: string) => decimal(decimalSchema.parse(text));

describe("decimal arithmetic", () => {
  it("adds tenths exactly", () => {
    expect(toDecimalString(sum([d("0.1"), d("0.2")]))).toBe("0.3");
  });

  it("has no quotient over 0", () => {
    expect(ratio(d("1"), d("0"))).toBeNull();
  });

  it("turns 万元 into 亿元", () => {
    expect(toDecimalString(toYi(d("12345.6")))).toBe("1.23456");
  });

  it("writes zero without a sign and nothing beyond six decimals", () => {
    expect(toDecimalString(d("-0.000001").div(10))).toBe("0");
    expect(toDecimalString(d("1").div(3))).toBe("0.333333");
    expect(toDecimalString(d("0.000003").div(2))).toBe("0.000002");
  });

  it("gives nothing where 18 digits do not suffice", () => {
    const most = d("999999999999999999");
    expect(toDecimalString(most)).toBe("999999999999999999");
    expect(toDecimalString(sum([most, d("1")]))).toBeNull();
  });

  it("takes the geometric mean of growth, and none of losses to nothing", () => {
    expect(meanGrowth([d("4"), d("1")])?.toFixed()).toBe("1");
    expect(meanGrowth([])).toBeNull();
    expect(meanGrowth([d("0"), d("2")])).toBeNull();
  });
});

describe("figures as shown", () => {
  it.each([
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["2.5", 0, "3"],
    ["1234567.891", 2, "1,234,567.89"],
    ["999.995", 2, "1,000.00"],
    ["-0.04", 1, "0.0"],
    ["0", 1, "0.0"],
  ])("rounds %s to %i places half up: %s", (text, places, shown) => {
    expect(formatDecimal(decimalSchema.parse(text), places)).toBe(shown);
  });

  it("groups thousands only where asked", () => {
    expect(formatDecimal(decimalSchema.parse("1234567"), 0, { group: false })).toBe("1234567");
    expect(formatExact(decimalSchema.parse("-1234567.5"))).toBe("-1,234,567.5");
  });

  it("shows a dash for what is missing", () => {
    expect(formatOrDash(null, 2)).toBe("—");
  });
});

describe("normalizeDecimal", () => {
  it.each([
    ["１２３．５", "123.5"],
    ["1,234,567.80", "1234567.8"],
    ["1，234", "1234"],
    ["　12 ", "12"],
    ["007", "7"],
    [".5", "0.5"],
    ["-0", "0"],
    ["－3.10", "-3.1"],
    ["−3", "-3"],
    ["+4", "4"],
    ["0.000001", "0.000001"],
  ])("reads %s as %s", (typed, stored) => {
    expect(normalizeDecimal(typed)).toEqual({ ok: true, value: stored });
  });

  it.each(["abc", "1e5", "1,23,4", "12,34", "1.2.3", "--1", "5.", "", "0x10", "Infinity", "1 234"])(
    "does not take %s for a number",
    (typed) => {
      expect(normalizeDecimal(typed).ok).toBe(false);
    },
  );

  it.each([
    ["1.2亿", "亿"],
    ["1.2 万", "万"],
    ["300万元", "万元"],
    ["12%", "%"],
  ])("refuses %s by its unit", (typed, suffix) => {
    expect(normalizeDecimal(typed)).toEqual({ ok: false, error: { code: "unit-suffix", suffix } });
  });

  it("says which limit a figure breaks", () => {
    expect(normalizeDecimal("0.0000001")).toEqual({ ok: false, error: { code: "too-many-decimals" } });
    expect(normalizeDecimal("1".repeat(19))).toEqual({ ok: false, error: { code: "too-large" } });
    expect(normalizeDecimal("  ")).toEqual({ ok: false, error: { code: "empty" } });
  });
});
