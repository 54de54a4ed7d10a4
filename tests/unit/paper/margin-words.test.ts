import { expect, test } from "vitest";
import { cssString } from "../../../src-renderer/print/apply-margins.ts";

test("words of the margins become one CSS string, whatever they hold", () => {
  expect(cssString("铜鼓县　“869”行动计划")).toBe('"铜鼓县　“869”行动计划"');
  expect(cssString('a"; } b\\c\nd')).toBe('"a\\22 ; } b\\5c c\\a d"');
});
