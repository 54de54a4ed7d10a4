import type { SignatureSuite } from "#main/keys/suite.ts";
import { L, littleEndian, numberOf, scalarOfPem, signWithNonce } from "./ed25519-arithmetic.ts";

/** What each suite has its own way of: forms of one signature, and a second one of the same bytes. */

/** The same signature in a form that the format refuses: S not reduced, an INTEGER not minimal. */
export const inOtherForm = (suite: SignatureSuite, signature: Uint8Array): Uint8Array =>
  suite.name === "sm2-sm3" ? withLeadingZero(signature) : unreduced(signature);

const unreduced = (signature: Uint8Array): Buffer =>
  Buffer.concat([signature.subarray(0, 32), littleEndian(numberOf(signature.subarray(32)) + L)]);

/** A zero octet more in front of r. */
function withLeadingZero(signature: Uint8Array): Buffer {
  const [sequence = 0, length = 0, integer = 0, rLength = 0] = signature;
  const head = Buffer.of(sequence, length + 1, integer, rLength + 1, 0);
  return Buffer.concat([head, signature.subarray(4)]);
}

/** Another valid signature over the same bytes. */
export const secondSignature = (suite: SignatureSuite, privateKey: string, bytes: Uint8Array): Uint8Array =>
  suite.name === "sm2-sm3"
    ? suite.sign(privateKey, bytes)
    : signWithNonce(scalarOfPem(privateKey), bytes, 20_240_403n);
