import { createHash } from "node:crypto";
import { sm2 } from "sm-crypto-v2";
import { generateAgeKeyPair } from "#main/bundle/age.ts";
import { toPem } from "#main/keys/pem.ts";
import type { SignatureSuite } from "#main/keys/suite.ts";
import type { LaptopKeys } from "../support/bundles.ts";
import { drawFrom } from "./fixed-randomness.ts";

/** Sample keys that follow from a name: the same certificates' fingerprints however often the vectors are written. */

export const secretOf = (name: string): Buffer =>
  createHash("sha256").update(`taizhang sample secret: ${name}`).digest();

export async function keysOf(suite: SignatureSuite, name: string): Promise<LaptopKeys> {
  const secret = secretOf(`${suite.name} ${name}`);
  const privateKey = suite.name === "sm2-sm3" ? sm2PrivateKey(secret) : ed25519PrivateKey(secret);
  drawFrom(`age ${name}`);
  return { privateKey, publicKey: suite.publicKeyOf(privateKey), age: await generateAgeKeyPair() };
}

/** PKCS #8 of an Ed25519 seed (RFC 8410). */
export const ed25519PrivateKey = (seed: Uint8Array): string =>
  toPem("PRIVATE KEY", Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]));

/** PKCS #8 of an ECPrivateKey (RFC 5915) on sm2p256v1 with its public key. */
export function sm2PrivateKey(scalar: Uint8Array): string {
  const hex = Buffer.from(scalar).toString("hex");
  const point = sm2.getPublicKeyFromPrivateKey(hex);
  const before = "308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420";
  return toPem("PRIVATE KEY", Buffer.from(`${before}${hex}a144034200${point}`, "hex"));
}
