const MIB = 1024 * 1024;

/** Limits of the format page; whatever exceeds one is `too-large`. Sizes in bytes. */
export const LIMITS = {
  entries: 10_000,
  /** The `.tzb` file; checked before anything else of it is read. */
  bundle: 512 * MIB,
  recordsFile: 256 * MIB,
  attachment: 64 * MIB,
  /** Any other entry but an embedded bundle: manifest, certificates, signatures, plan, receipt … */
  document: 16 * MIB,
  /** What encryption may add to a bundle: header, tags. */
  encryption: 2 * MIB,
} as const;
