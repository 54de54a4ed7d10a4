import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from "node:crypto";
import { digestSchema, publicKeySchema } from "#shared/bundle/identifiers.ts";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { fromPem } from "./pem.ts";
import { isReducedScalar, isUsablePoint } from "./ed25519-points.ts";
import type { KeyPair, PublicKey, SignatureSuite } from "./suite.ts";

/** SubjectPublicKeyInfo of Ed25519 up to the point (RFC 8410): 12 bytes, with the point 44. */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const SPKI_LENGTH = 44;

export const ed25519Sha256: SignatureSuite = {
  name: "ed25519-sha256",
  digestPrefix: "sha256:",
  generate: generateEd25519,
  publicKeyOf: (privateKey) => spkiOf(createPublicKey(createPrivateKey(privateKey))),
  readPublicKey,
  isSignatureForm: (signature) => signature.length === 64 && isReducedScalar(signature.subarray(32)),
  sign: (privateKey, bytes) => sign(null, bytes, privateKey),
  verify: (key, bytes, signature) => verify(null, bytes, key.pem, signature),
  digest: (bytes) => toDigest(createHash("sha256").update(bytes)),
  startDigest() {
    const hash = createHash("sha256");
    return { add: (bytes) => void hash.update(bytes), end: () => toDigest(hash) };
  },
};

function generateEd25519(): KeyPair {
  return generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
}

function readPublicKey(pem: string): Result<PublicKey, "bad-encoding"> {
  const der = publicKeySchema.safeParse(pem).success ? fromPem("PUBLIC KEY", pem) : null;
  const allowed =
    der !== null &&
    der.length === SPKI_LENGTH &&
    der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX) &&
    isUsablePoint(der.subarray(SPKI_PREFIX.length));
  return allowed ? ok({ pem, der }) : fail("bad-encoding");
}

const spkiOf = (key: ReturnType<typeof createPublicKey>): string =>
  key.export({ type: "spki", format: "pem" }).toString();

const toDigest = (hash: ReturnType<typeof createHash>): BundleDigest =>
  digestSchema.parse(`sha256:${hash.digest("hex")}`);
