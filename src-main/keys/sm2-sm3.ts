import { randomBytes } from "node:crypto";
import { DER } from "@noble/curves/abstract/weierstrass.js";
import { sm2 } from "sm-crypto-v2";
import { publicKeySchema } from "#shared/bundle/identifiers.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { fromPem, toPem } from "./pem.ts";
import { sm3Digest, startSm3 } from "./sm3.ts";
import type { KeyPair, PublicKey, SignatureSuite } from "./suite.ts";

/**
 * SM2 signatures over SM3 (GB/T 32918.2-2016, GB/T 32905-2016), curve sm2p256v1, with the identifier that OpenSSL is
 * given as `distid`. NOTE: software cryptography does not by itself pass 密评; a certified module would take this
 * file's place.
 */

const IDENTIFIER = "1234567812345678";
/** Order of the group. */
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** SubjectPublicKeyInfo (RFC 5480) of an uncompressed point up to its coordinates: 27 bytes, with them 91. */
const SPKI_PREFIX = Buffer.from("3059301306072a8648ce3d020106082a811ccf5501822d03420004", "hex");
const SPKI_LENGTH = 91;
/** PKCS #8 of an ECPrivateKey (RFC 5915) with its public key: before the scalar, and between it and the point. */
const PKCS8_PREFIX = Buffer.from(
  "308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420",
  "hex",
);
const PKCS8_MIDDLE = Buffer.from("a14403420004", "hex");
const SCALAR_BYTES = 32;
const POINT_BYTES = 64;

export const sm2Sm3: SignatureSuite = {
  name: "sm2-sm3",
  digestPrefix: "sm3:",
  generate,
  publicKeyOf: (privateKey) => spkiPem(pointOf(scalarOf(privateKey))),
  readPublicKey,
  isSignatureForm,
  sign(privateKey, bytes) {
    const scalar = scalarOf(privateKey);
    const publicKey = `04${pointOf(scalar).toString("hex")}`;
    const options = { der: true, hash: true, publicKey, userId: IDENTIFIER };
    return Buffer.from(sm2.doSignature(bytes, scalar.toString("hex"), options), "hex");
  },
  verify(key, bytes, signature) {
    const point = pointHex(key.der);
    const e = Buffer.from(sm2.getHash(bytes, point, IDENTIFIER), "hex");
    // NOTE: r = e belongs to the point at infinity, which the library takes for x = 0 and the standard has no x of.
    if (DER.toSig(signature).r === BigInt(`0x${e.toString("hex")}`) % N) return false;
    return sm2.doVerifySignature(e, Buffer.from(signature).toString("hex"), point, {
      der: true,
      hash: false,
    });
  },
  digest: sm3Digest,
  startDigest: startSm3,
};

function generate(): KeyPair {
  const scalar = randomScalar();
  const point = pointOf(scalar);
  const der = Buffer.concat([PKCS8_PREFIX, scalar, PKCS8_MIDDLE, point]);
  return { privateKey: toPem("PRIVATE KEY", der), publicKey: spkiPem(point) };
}

/** Uniform in 1 … n − 2, as the standard has it: whatever lies outside is drawn again. */
function randomScalar(): Buffer {
  for (;;) {
    const scalar = randomBytes(SCALAR_BYTES);
    const number = BigInt(`0x${scalar.toString("hex")}`);
    if (number >= 1n && number <= N - 2n) return scalar;
  }
}

const pointOf = (scalar: Buffer): Buffer =>
  Buffer.from(sm2.getPublicKeyFromPrivateKey(scalar.toString("hex")), "hex").subarray(-POINT_BYTES);

const spkiPem = (point: Buffer): string => toPem("PUBLIC KEY", Buffer.concat([SPKI_PREFIX, point]));

const pointHex = (der: Uint8Array): string => `04${Buffer.from(der.subarray(-POINT_BYTES)).toString("hex")}`;

/** Reads what `generate` wrote; throws on anything else, which no key file holds. */
function scalarOf(privateKey: string): Buffer {
  const der = fromPem("PRIVATE KEY", privateKey);
  const start = PKCS8_PREFIX.length;
  if (der === null || !der.subarray(0, start).equals(PKCS8_PREFIX)) throw new Error("not an SM2 private key");
  return der.subarray(start, start + SCALAR_BYTES);
}

function readPublicKey(pem: string): Result<PublicKey, "bad-encoding"> {
  const der = publicKeySchema.safeParse(pem).success ? fromPem("PUBLIC KEY", pem) : null;
  const allowed =
    der !== null &&
    der.length === SPKI_LENGTH &&
    der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX) &&
    isOnCurve(pointHex(der));
  return allowed ? ok({ pem, der }) : fail("bad-encoding");
}

function isOnCurve(point: string): boolean {
  try {
    return sm2.verifyPublicKey(point);
  } catch {
    return false;
  }
}

/** SEQUENCE of two INTEGERs in minimal DER, re-encoded and compared, r and s in 1 … n − 1. */
function isSignatureForm(signature: Uint8Array): boolean {
  try {
    const { r, s } = DER.toSig(signature);
    const isMinimal = DER.hexFromSig({ r, s }) === Buffer.from(signature).toString("hex");
    return isMinimal && [r, s].every((number) => number >= 1n && number < N);
  } catch {
    return false;
  }
}
