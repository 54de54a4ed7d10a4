import { createHash, createPrivateKey } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";

/** Ed25519 signatures made by hand (RFC 8032, 5.1.6), to break single rules of it. */

export const { Point } = ed25519;
export type Point = InstanceType<typeof Point>;
/** Order of the base point. */
export const L = Point.Fn.ORDER;

export const littleEndian = (value: bigint, length = 32): Buffer =>
  reversed(Buffer.from(value.toString(16).padStart(length * 2, "0"), "hex"));
export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${reversed(bytes).toString("hex")}`);

function reversed(bytes: Uint8Array): Buffer {
  return Buffer.from(new Uint8Array(bytes).toReversed());
}

export interface SecretScalar {
  readonly scalar: bigint;
  /** The encoded public point. */
  readonly point: Uint8Array;
}

export function scalarOfSeed(seed: Uint8Array): SecretScalar {
  const { scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(seed);
  return { scalar, point: pointBytes };
}

export function scalarOfPem(privateKey: string): SecretScalar {
  const der = createPrivateKey(privateKey).export({ type: "pkcs8", format: "der" });
  return scalarOfSeed(der.subarray(-32));
}

/** The challenge h of a signature, reduced. */
export function challenge(r: Uint8Array, point: Uint8Array, message: Uint8Array): bigint {
  return numberOf(createHash("sha512").update(r).update(point).update(message).digest()) % L;
}

/** A signature with a nonce of one's choice: valid, and another than the one RFC 8032 derives. */
export function signWithNonce(key: SecretScalar, message: Uint8Array, nonce: bigint): Buffer {
  const r = Point.BASE.multiply(nonce).toBytes();
  const s = (nonce + challenge(r, key.point, message) * key.scalar) % L;
  return Buffer.concat([r, littleEndian(s)]);
}
