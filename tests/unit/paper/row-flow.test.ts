import { describe, expect, test } from "vitest";
import { estimateLines, rowFlow } from "#shared/paper/row-flow.ts";

describe("estimated lines", () => {
  test("an empty text takes one line", () => {
    expect(estimateLines("", 10)).toBe(1);
  });

  test("Chinese characters fill the line, figures and letters half of it", () => {
    expect(estimateLines("产".repeat(10), 10)).toBe(1);
    expect(estimateLines("产".repeat(11), 10)).toBe(2);
    expect(estimateLines("2".repeat(20), 10)).toBe(1);
    expect(estimateLines("2".repeat(21), 10)).toBe(2);
  });

  test("each line of the text begins a line of its own", () => {
    expect(estimateLines("一\n二\n\n三", 10)).toBe(4);
  });

  test("a character outside the basic plane counts once", () => {
    expect(estimateLines("𬭛".repeat(10), 10)).toBe(1);
  });
});

test("a row flows by its tallest cell", () => {
  expect(rowFlow([1, 6, 2], 6)).toBe("keep");
  expect(rowFlow([1, 7, 2], 6)).toBe("split");
  expect(rowFlow([1, 16], 6)).toBe("tall");
});
