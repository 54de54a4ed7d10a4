import { sm2 } from "sm-crypto-v2";

/** SM2 signatures made by hand (GB/T 32918.2-2016, 6.1), to break single rules of it. */

/** Order of the group. */
export const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
export const DEFAULT_IDENTIFIER = "1234567812345678";

const hexOf = (value: bigint): string => value.toString(16).padStart(64, "0");
export const scalarOf = (secret: Uint8Array): bigint => BigInt(`0x${Buffer.from(secret).toString("hex")}`);
/** `04`, x and y in hex. */
export const pointOf = (scalar: bigint): string => sm2.getPublicKeyFromPrivateKey(hexOf(scalar));

/** e: the digest of the signer's identity and the message. */
export const digestOf = (scalar: bigint, message: Uint8Array, identifier = DEFAULT_IDENTIFIER): bigint =>
  BigInt(`0x${sm2.getHash(message, pointOf(scalar), identifier)}`);

const mod = (value: bigint): bigint => ((value % N) + N) % N;

/** 1 / value modulo the prime N, by Fermat. */
function inverse(value: bigint): bigint {
  let [result, base] = [1n, mod(value)];
  for (let exponent = N - 2n; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = mod(result * base);
    base = mod(base * base);
  }
  return result;
}

export interface Sm2Numbers {
  readonly r: bigint;
  readonly s: bigint;
}

/** The signature over e with the nonce k. */
export function signWith(scalar: bigint, e: bigint, k: bigint): Sm2Numbers {
  const r = mod(e + BigInt(`0x${pointOf(k).slice(2, 66)}`));
  return { r, s: mod(inverse(1n + scalar) * (k - r * scalar)) };
}

/** r = e and the s that leads to the point at infinity: only the key's owner can make it, and it means nothing. */
export function signAtInfinity(scalar: bigint, e: bigint): Sm2Numbers {
  const r = mod(e);
  return { r, s: mod(-inverse(1n + scalar) * r * scalar) };
}

const lengthOf = (body: Uint8Array): Buffer => Buffer.of(body.length);
export const tagged = (tag: number, body: Uint8Array, length = lengthOf(body)): Buffer =>
  Buffer.concat([Buffer.of(tag), length, body]);

/** The bytes of a DER INTEGER's content, minimal. */
export function contentOf(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even, "hex");
}
export const integer = (value: bigint): Buffer => tagged(0x02, contentOf(value));
export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, Buffer.concat(parts));
export const derOf = ({ r, s }: Sm2Numbers): Buffer => sequence(integer(r), integer(s));
