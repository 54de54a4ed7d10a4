import { ed25519 } from "@noble/curves/ed25519.js";

/** Checks on encoded Ed25519 points and scalars (RFC 8032) that signature libraries leave out. */

const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/**
 * Whether 32 bytes are the one encoding of a point of the curve (y < p), and not of a small-order one, under which
 * some signatures hold for every message.
 */
export function isUsablePoint(bytes: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(Uint8Array.from(bytes)).isSmallOrder();
  } catch {
    return false;
  }
}

/** S < L: otherwise S + L would be a second signature over the same bytes. */
export function isReducedScalar(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  return BigInt(`0x${Buffer.from(bytes.toReversed()).toString("hex")}`) < L;
}
