/** Stand-in for chance: the same words always give the same whole number from `low` to `high` (FNV-1a). */
export function pick(low: number, high: number, ...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join("|")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  // NOTE: the low bits of FNV-1a differ little between similar words; mix the high ones in.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return low + (((hash ^ (hash >>> 13)) >>> 0) % (high - low + 1));
}
