import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { fingerprintSchema } from "./identifiers.ts";
import type { Fingerprint } from "./identifiers.ts";

/** 16 groups of 4 digits, as printed and read out. */
export function fingerprintGroups(fingerprint: Fingerprint): string[] {
  return fingerprint.match(/.{4}/g) ?? [];
}

/** What a person typed or pasted: spaces are ignored, capitals too; anything but 64 hex digits is refused. */
export function parseFingerprint(text: string): Result<Fingerprint, "bad-fingerprint"> {
  const parsed = fingerprintSchema.safeParse(text.replace(/\s/gu, "").toLowerCase());
  return parsed.success ? ok(parsed.data) : fail("bad-fingerprint");
}

/** Whether two typed fingerprints are the same; all 64 digits are needed on both sides. */
export function sameFingerprint(a: string, b: string): boolean {
  const left = parseFingerprint(a);
  const right = parseFingerprint(b);
  return left.ok && right.ok && left.value === right.value;
}
