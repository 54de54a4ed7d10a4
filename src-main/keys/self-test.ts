import type { SuiteName } from "#shared/bundle/identifiers.ts";
import { toPem } from "./pem.ts";
import type { SignatureSuite } from "./suite.ts";

/**
 * Known answers that a suite must give before it is trusted with anything: a digest, a signature to be accepted, and
 * refused over another message, and a fresh key that signs what it then verifies.
 */
interface KnownAnswers {
  /** Of `MESSAGE`, from FIPS 180-4 and GB/T 32905-2016. */
  readonly digest: string;
  /** Base64 of a SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** Hex, over `MESSAGE`. */
  readonly signature: string;
}

const MESSAGE = Buffer.from("abc");

const KNOWN: Readonly<Record<SuiteName, KnownAnswers>> = {
  "ed25519-sha256": {
    digest: "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    publicKey: "MCowBQYDK2VwAyEAnunTzx7vcVA1esOeeGYnWf9zVS/ylLWp/CSGsu6+YtM=",
    signature:
      "c4ea08906fed817ad6a430134f5b55b71fe0a7782aa54f7d50fa5aa308d66c9dfe87fa0d86a0e3ac7d275c64faeeaaf4513a0ad66bd9663b61f2257de7a1c90c",
  },
  "sm2-sm3": {
    digest: "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    publicKey:
      "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEgOzbASiHxhQIau3kxHgfGexL3yCTz930pBgteDcdQ4nPo6lrfgmyNtx0DDnPOiXtIAUHSYBD8KoWzboU+u9+/Q==",
    signature:
      "30440220251bcc894946e1442c62cf90b9cf5a280b492e01c520656d85114e913e3c113102205797061e6890c6b98b498363dde868ae8cda0ec4c29f7de2cfdc41430292b866",
  },
};

/** Whether the suite works as it should on this machine. Never throws. */
export function passesSelfTest(suite: SignatureSuite): boolean {
  try {
    return givesKnownAnswers(suite) && verifiesItsOwn(suite);
  } catch {
    return false;
  }
}

function givesKnownAnswers(suite: SignatureSuite): boolean {
  const { digest, publicKey, signature: hex } = KNOWN[suite.name];
  const key = suite.readPublicKey(toPem("PUBLIC KEY", Buffer.from(publicKey, "base64")));
  const signature = Buffer.from(hex, "hex");
  return (
    suite.digest(MESSAGE) === digest &&
    key.ok &&
    suite.isSignatureForm(signature) &&
    suite.verify(key.value, MESSAGE, signature) &&
    !suite.verify(key.value, Buffer.from("abd"), signature)
  );
}

function verifiesItsOwn(suite: SignatureSuite): boolean {
  const { privateKey, publicKey } = suite.generate();
  const key = suite.readPublicKey(publicKey);
  const signature = suite.sign(privateKey, MESSAGE);
  return key.ok && suite.publicKeyOf(privateKey) === publicKey && suite.verify(key.value, MESSAGE, signature);
}
