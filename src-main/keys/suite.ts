import type { BundleDigest, SuiteName } from "#shared/bundle/identifiers.ts";
import type { Result } from "#shared/result.ts";

/** A key pair as PEM: PKCS #8 and SPKI. The private half is kept only inside a key file. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** A public key that passed the suite's checks. `der` is its SPKI, over which device ids and fingerprints are taken. */
export interface PublicKey {
  readonly pem: string;
  readonly der: Uint8Array;
}

/** One set of algorithms. Ids and fingerprints are SHA-256 in every suite; `digest` is the suite's own. */
export interface SignatureSuite {
  readonly name: SuiteName;
  /** What its digests begin with. */
  readonly digestPrefix: "sha256:" | "sm3:";
  generate(): KeyPair;
  publicKeyOf(privateKey: string): string;
  /** Accepts only the one PEM form of an allowed key. */
  readPublicKey(pem: string): Result<PublicKey, "bad-encoding">;
  /** Whether the signature is in its one allowed encoding; says nothing about validity. */
  isSignatureForm(signature: Uint8Array): boolean;
  sign(privateKey: string, bytes: Uint8Array): Uint8Array;
  verify(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean;
  digest(bytes: Uint8Array): BundleDigest;
  /** The same, of bytes that come in pieces. */
  startDigest(): RunningDigest<BundleDigest>;
}

/** A digest of bytes that come in pieces; `end` is called once. */
export interface RunningDigest<D extends string> {
  add(bytes: Uint8Array): void;
  end(): D;
}
