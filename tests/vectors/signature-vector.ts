import type { SuiteName } from "#shared/bundle/identifiers.ts";

/** One signature, whether the format accepts it, and what `openssl` says where it says otherwise. */
export interface SignatureVector {
  readonly suite: SuiteName;
  readonly what: string;
  /** PEM SPKI as a certificate would hold it. */
  readonly publicKey: string;
  /** Hex. */
  readonly message: string;
  /** Hex. */
  readonly signature: string;
  readonly valid: boolean;
  /** Left out where openssl agrees; it accepts forms that the format is too narrow for. */
  readonly openssl?: boolean;
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

export function flipped(bytes: Uint8Array, at: number, bits = 1): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ bits, at);
  return copy;
}
