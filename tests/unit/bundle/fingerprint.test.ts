import { describe, expect, test } from "vitest";
import { fingerprintGroups, parseFingerprint, sameFingerprint } from "#shared/bundle/fingerprint.ts";
import { fingerprintSchema } from "#shared/bundle/identifiers.ts";

const FINGERPRINT = fingerprintSchema.parse("0123456789abcdef".repeat(4));

describe("the check code a person compares", () => {
  test("is printed in 16 groups of 4 and read back from them", () => {
    const groups = fingerprintGroups(FINGERPRINT);
    expect(groups).toHaveLength(16);
    expect(groups[0]).toBe("0123");
    expect(parseFingerprint(groups.join(" "))).toEqual({ ok: true, value: FINGERPRINT });
  });

  test("spaces, ideographic spaces, line ends and capitals do not matter", () => {
    const typed = ` ${FINGERPRINT.slice(0, 32).toUpperCase()}\u3000\n${FINGERPRINT.slice(32)} `;
    expect(sameFingerprint(typed, FINGERPRINT)).toBe(true);
  });

  test("anything shorter, longer or different is refused, even when both are alike", () => {
    const short = FINGERPRINT.slice(0, 60);
    expect(sameFingerprint(short, FINGERPRINT)).toBe(false);
    expect(sameFingerprint(short, short)).toBe(false);
    expect(sameFingerprint("", "")).toBe(false);
    expect(sameFingerprint(`${FINGERPRINT}0`, FINGERPRINT)).toBe(false);
    expect(sameFingerprint(FINGERPRINT.replace("0", "1"), FINGERPRINT)).toBe(false);
    expect(parseFingerprint(FINGERPRINT.replace("a", "g"))).toEqual({ ok: false, error: "bad-fingerprint" });
  });
});
