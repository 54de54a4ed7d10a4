/** Checks on encoded Ed25519 points and scalars (RFC 8032) that signature libraries leave out. */

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** y coordinates of the eight points of small order; the sign of x makes two of all but the first and third. */
const SMALL_ORDER_Y: readonly bigint[] = [
  1n,
  0n,
  P - 1n,
  littleEndian(Buffer.from("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "hex")),
  littleEndian(Buffer.from("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", "hex")),
];

/**
 * Whether 32 bytes are the one encoding of a y coordinate (y < p) and not of a small-order point, under which
 * some signatures hold for every message.
 */
export function isUsablePoint(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  const y = littleEndian(bytes) & (2n ** 255n - 1n);
  return y < P && !SMALL_ORDER_Y.includes(y);
}

/** S < L: otherwise S + L would be a second signature over the same bytes. */
export function isReducedScalar(bytes: Uint8Array): boolean {
  return bytes.length === 32 && littleEndian(bytes) < L;
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes.toReversed()).toString("hex")}`);
}
