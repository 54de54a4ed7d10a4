import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSchema } from "#shared/plan/ids.ts";
import { decimal, sum, toDecimalString } from "#shared/rollup/decimal.ts";
import { formatDecimal, formatExact } from "#shared/rollup/format-decimal.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";

/** Decimal strings of the format page with their value in millionths. */
const stored = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((millionths) => {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  const text = `${millionths < 0n ? "-" : ""}${digits.slice(0, -6)}${fraction === "" ? "" : `.${fraction}`}`;
  return { millionths, text: decimalSchema.parse(text === "-0" ? "0" : text) };
});

describe("decimals", () => {
  it("come back from arithmetic as they went in", () => {
    fc.assert(
      fc.property(stored, ({ text }) => {
        expect(toDecimalString(decimal(text))).toBe(text);
      }),
    );
  });

  it("add as integers of their last place do", () => {
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 20 }), (all) => {
        const exact = all.reduce((total, { millionths }) => total + millionths, 0n);
        const added = sum(all.map(({ text }) => decimal(text)));
        expect(added.times(1_000_000).toFixed(0)).toBe(exact.toString());
      }),
    );
  });

  it("are read back from every way of showing them", () => {
    fc.assert(
      fc.property(stored, fc.boolean(), ({ text }, full) => {
        const shown = formatExact(text);
        const typed = full
          ? shown.replace(/[\d,.-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
          : shown;
        expect(normalizeDecimal(` ${typed} `)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it("round half away from zero, never by more than half a place", () => {
    fc.assert(
      fc.property(stored, fc.integer({ min: 0, max: 6 }), ({ text, millionths }, places) => {
        const step = 10n ** BigInt(6 - places);
        const size = millionths < 0n ? -millionths : millionths;
        const rounded = ((size + step / 2n) / step) * step;
        const shown = decimal(decimalSchema.parse(strip(formatDecimal(text, places, { group: false }))));
        expect(shown.abs().times(1_000_000).toFixed(0)).toBe(rounded.toString());
      }),
    );
  });

  it("normalise once and for all whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const first = normalizeDecimal(typed);
        if (first.ok) expect(normalizeDecimal(first.value)).toEqual(first);
      }),
    );
  });
});

const strip = (fixed: string): string =>
  fixed.includes(".") ? fixed.replace(/0+$/, "").replace(/\.$/, "").replace(/^-0$/, "0") : fixed;
