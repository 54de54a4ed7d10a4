import { describe, expect, it } from "vitest";
import { checkCreditCode, creditCodeCheckCharacter } from "#shared/plan/credit-code.ts";

// The first is the example of GB 32100-2015 itself, the others are published codes of large companies.
const VALID = ["91350100M000100Y43", "914403001922038216", "9144030071526726XG", "91110000802100433B"];

describe("checkCreditCode (GB 32100-2015)", () => {
  it.each(VALID)("accepts %s", (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true });
    expect(creditCodeCheckCharacter(code.slice(0, 17))).toBe(code.at(-1));
  });

  it("names the place and what was expected there", () => {
    expect(checkCreditCode("91350100M000100Y44")).toEqual({
      ok: false,
      problem: "check-character",
      position: 18,
      expected: "3",
      found: "4",
    });
  });

  it.each(VALID)("sees any single digit of %s that was mistyped", (code) => {
    for (let place = 0; place < 17; place += 1) {
      const other = code[place] === "7" ? "8" : "7";
      const mistyped = code.slice(0, place) + other + code.slice(place + 1);
      expect(checkCreditCode(mistyped).ok).toBe(false);
    }
  });

  it("sees two neighbours exchanged", () => {
    expect(checkCreditCode("91351000M000100Y43").ok).toBe(false);
  });

  it.each([
    ["91350100M000100O43", 16, "O"],
    ["9135010OM000100Y43", 8, "O"],
    ["91350100m000100Y43", 9, "m"],
    ["91350100M000100Y4 ", 18, " "],
    ["９1350100M000100Y43", 1, "９"],
  ])("finds a character that no code has in %s", (code, position, found) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, problem: "character", position, found });
  });

  it.each([
    ["", 0],
    ["91350100M000100Y4", 17],
    ["91350100M000100Y433", 19],
    ["𠮷1350100M000100Y4", 17],
  ])("counts the characters of %j", (code, length) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, problem: "length", length });
  });

  it("has no check character for anything but 17 characters of the alphabet", () => {
    expect(creditCodeCheckCharacter("91350100M000100Y")).toBeUndefined();
    expect(creditCodeCheckCharacter("91350100I000100Y4")).toBeUndefined();
  });
});
