import type { Period, UnitKey } from "../plan/ids.ts";
import type { SheetCheck } from "./sheet-model.ts";

const groupsOfFour = (text: string): string[] => text.match(/.{1,4}/gu) ?? [];

/** 核对码 as printed: `7C1E 90A4 5B2D F386`. */
export const printedCheckCode = (code: string): string => groupsOfFour(code.toUpperCase()).join(" ");

/** Two lines of eight groups, as people compare them. */
export function digestLines(digest: string): string[] {
  const groups = groupsOfFour(digest);
  return [groups.slice(0, 8), groups.slice(8)].map((half) => half.join(" "));
}

/** `41d8 06ce…b27f` for the margin. */
export const shortDigest = (digest: string): string =>
  `${groupsOfFour(digest.slice(0, 8)).join(" ")}…${digest.slice(-4)}`;

/**
 * What the QR code says: `TZ1/<unit>/<period>/<plan version>/<check code>[/<digest>]`, in capitals so that it
 * stays in the small alphanumeric set; scanned, it names the very drafts that the paper was printed from.
 */
export function sheetCheck(check: {
  readonly unit: UnitKey;
  readonly period: Period;
  readonly planVersion: number;
  readonly code: string;
  readonly digest: string | null;
}): SheetCheck {
  const parts = ["TZ1", check.unit, check.period, String(check.planVersion), check.code, check.digest];
  return {
    code: printedCheckCode(check.code),
    qr: parts
      .filter((part) => part !== null)
      .join("/")
      .toUpperCase(),
  };
}
