const KIB = 1024;
const MIB = 1024 * KIB;

/** Limits of the format page; whatever exceeds one is `too-large`. Sizes in bytes. */
export const LIMITS = {
  entries: 10_000,
  /** The `.tzb` file; checked before anything else of it is read. */
  bundle: 512 * MIB,
  recordsFile: 256 * MIB,
  attachment: 64 * MIB,
  /** Certificates and signatures: read before anything is proven. */
  credential: 64 * KIB,
  /** Any other entry but an embedded bundle: manifest, plan, receipt … */
  document: 16 * MIB,
  /** One line of a records file, its LF left out; a longer one is `malformed-record`. */
  record: MIB,
  /** What encryption may add to a bundle: header, tags. */
  encryption: 2 * MIB,
} as const;
