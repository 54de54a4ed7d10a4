/** Unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters, the last one a check character. */

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
// GB 32100-2015: weight of place i is 3^(i-1) mod 31.
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: "length"; readonly length: number }
  /** `position` counts from 1: a letter the standard does not use (I O S V Z), a lower-case one, any other sign. */
  | { readonly ok: false; readonly problem: "character"; readonly position: number; readonly found: string }
  | {
      readonly ok: false;
      readonly problem: "check-character";
      readonly position: 18;
      readonly expected: string;
      readonly found: string;
    };

/** The 18th character for the first 17; undefined when these are not 17 characters of the alphabet. */
export function creditCodeCheckCharacter(first17: string): string | undefined {
  if (first17.length !== WEIGHTS.length) return undefined;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17.charAt(index));
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Judges a code as written; trimming and upper-casing are the writer's (a wrong character is named by its place). */
export function checkCreditCode(code: string): CreditCodeCheck {
  const characters = [...code];
  if (characters.length !== LENGTH) return { ok: false, problem: "length", length: characters.length };
  const wrong = characters.findIndex((character) => !ALPHABET.includes(character));
  if (wrong >= 0)
    return { ok: false, problem: "character", position: wrong + 1, found: characters[wrong] ?? "" };
  const expected = creditCodeCheckCharacter(code.slice(0, LENGTH - 1));
  const found = code.slice(-1);
  if (expected === undefined) throw new Error("17 characters of the alphabet have a check character");
  return expected === found
    ? { ok: true }
    : { ok: false, problem: "check-character", position: 18, expected, found };
}
