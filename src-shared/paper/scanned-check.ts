/**
 * What a person scans or types from a signed sheet: its whole QR text (`sheetCheck`), or the 核对码 alone. Full-width
 * signs as a Chinese input method gives them, spaces and small letters are all the same to it.
 */
export type ScannedCheck =
  /** Unit and period in capitals, as the QR text has them. */
  | { readonly kind: "sheet"; readonly unit: string; readonly period: string; readonly code: string }
  | { readonly kind: "code"; readonly code: string };

const SHEET = /^TZ1\/([A-Z0-9_-]{1,32})\/([0-9Q-]{4,7})\/\d{1,9}\/([0-9A-F]{16})(?:\/[0-9A-F]{64})?$/u;
const CODE = /^(?:[0-9A-F]{4}-?){3}[0-9A-F]{4}$/u;

/** The code in small hex digits, as the engine takes it; null where the text is neither. */
export function readScannedCheck(text: string): ScannedCheck | null {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/\s/gu, "")
    .replaceAll(/[‐-―−]/gu, "-")
    .toUpperCase();
  const [, unit, period, code] = SHEET.exec(plain) ?? [];
  if (unit !== undefined && period !== undefined && code !== undefined)
    return { kind: "sheet", unit, period, code: code.toLowerCase() };
  return CODE.test(plain) ? { kind: "code", code: plain.replaceAll("-", "").toLowerCase() } : null;
}
