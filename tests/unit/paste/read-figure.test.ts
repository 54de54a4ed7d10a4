import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSchema } from "#shared/plan/ids.ts";
import { readPastedFigure } from "#shared/paste/read-figure.ts";
import { guessMoneyUnit, toWan } from "#shared/paste/money-unit.ts";

const figure = (text: string) => {
  const read = readPastedFigure(text);
  return read.kind === "number" ? [read.value, read.unit, read.percent] : read.kind;
};

describe("a figure in somebody's table", () => {
  it.each([
    ["386,412.75", "386412.75", null, false],
    ["１２３，４５６．７", "123456.7", null, false],
    ["1 234 567.8", "1234567.8", null, false],
    ["￥1,200.50元", "1200.5", "yuan", false],
    ["1.2亿", "1.2", "yi", false],
    ["3,400 万元", "3400", "wan", false],
    ["(123.4)", "-123.4", null, false],
    ["9.4%", "9.4", null, true],
    ["1.2E+05", "120000", null, false],
    ["38.641275000000004", "38.641275", null, false],
    ["12家", "12", null, false],
    ["0", "0", null, false],
  ])("%s", (text, value, unit, percent) => {
    expect(figure(text)).toEqual([value, unit, percent]);
  });

  it.each(["/", "—", "无", "约300", "1,23", "1.2.3", "10万以上", "=A1", "2024-03", "e5", "1e99999"])(
    "%s is text",
    (text) => {
      expect(figure(text)).toBe("text");
    },
  );

  it("blanks are blank", () => {
    expect(figure(" \u3000")).toBe("blank");
  });

  it("whatever the text, a figure is a decimal as stored", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.bigInt().map(String)), (text) => {
        const read = readPastedFigure(text);
        if (read.kind === "number") expect(decimalSchema.safeParse(read.value).success).toBe(true);
      }),
    );
  });
});

const decimalString = (text: string) => decimalSchema.parse(text);
const pairs = (pasted: readonly string[], known: readonly string[]) =>
  pasted.map((value, index) => ({
    pasted: decimalString(value),
    known: decimalString(known[index] ?? ""),
  }));

describe("the unit of a table", () => {
  it("is 亿元 where most figures are of last period's size then", () => {
    expect(
      guessMoneyUnit(pairs(["38.64", "112.46", "54.23"], ["319870.2", "930145.08", "448206.73"])),
    ).toEqual({ unit: "yi", compared: 3, near: 3, nearInWan: 0 });
  });

  it("is 元 or 千元 where they are larger", () => {
    expect(guessMoneyUnit(pairs(["3864127500"], ["319870.2"])).unit).toBe("yuan");
    expect(guessMoneyUnit(pairs(["3864127.5"], ["319870.2"])).unit).toBe("thousand-yuan");
  });

  it("stays 万元 without anything to compare, and where nothing fits better", () => {
    expect(guessMoneyUnit([]).unit).toBe("wan");
    expect(guessMoneyUnit(pairs(["5", "400000"], ["319870.2", "319870.2"])).unit).toBe("wan");
  });

  it("turns into 万元 exactly", () => {
    expect(toWan(decimalString("38.641275"), "yi")).toBe("386412.75");
    expect(toWan(decimalString("1"), "yuan")).toBe("0.0001");
    expect(toWan(decimalString("999999999999999999"), "yi")).toBeNull();
  });
});
