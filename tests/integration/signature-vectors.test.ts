import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { requireSuite } from "#main/keys/suites.ts";
import { SUITE_NAMES } from "#shared/bundle/identifiers.ts";
import { signatureVectors, type SignatureVector } from "../support/vectors.ts";

/** Single signatures at the edges of what is allowed, judged by the suites and by openssl. */

// A process for every signature: seconds on a loaded machine must not fail it.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-signatures-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vectors = signatureVectors();
const bytesOf = (hex: string): Buffer => Buffer.from(hex, "hex");

/** As a bundle is judged: key, form of the signature, signature. */
function holds({ suite: name, publicKey, message, signature }: SignatureVector): boolean {
  const suite = requireSuite(name);
  const key = suite.readPublicKey(publicKey);
  if (!key.ok || !suite.isSignatureForm(bytesOf(signature))) return false;
  return suite.verify(key.value, bytesOf(message), bytesOf(signature));
}

async function opensslHolds(
  { suite, publicKey, message, signature }: SignatureVector,
  index: number,
): Promise<boolean> {
  const written = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, `${String(index)}-${name}`);
    writeFileSync(path, content);
    return path;
  };
  const key = written("key.pem", publicKey);
  const document = written("document", bytesOf(message));
  const signed = written("signature", bytesOf(signature));
  const sm3 = suite === "sm2-sm3" ? ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"] : [];
  const args = [
    "pkeyutl",
    "-verify",
    "-pubin",
    "-inkey",
    key,
    "-rawin",
    ...sm3,
    "-in",
    document,
    "-sigfile",
    signed,
  ];
  return new Promise((resolve) => {
    execFile("openssl", args, (_error, said) => resolve(said.includes("Signature Verified Successfully")));
  });
}

describe.each(SUITE_NAMES)("signatures of %s", (suite) => {
  const ofSuite = vectors.filter((vector) => vector.suite === suite);

  test("both hold and do not hold among the vectors", () => {
    expect(ofSuite.length).toBeGreaterThan(50);
    expect(ofSuite.filter(({ valid }) => valid).length).toBeGreaterThan(5);
  });

  test.each(ofSuite.map((vector) => [vector.what, vector] as const))("%s", (_, vector) => {
    expect(holds(vector)).toBe(vector.valid);
  });

  test("openssl agrees, but where the format is narrower", async () => {
    // NOTE: pkeyutl of OpenSSL 3.0 reads no empty file for Ed25519.
    const asked = ofSuite.filter(({ message }) => suite === "sm2-sm3" || message !== "");
    expect(ofSuite.length - asked.length).toBeLessThan(3);
    const said: [string, boolean][] = [];
    for (const [index, vector] of asked.entries())
      said.push([vector.what, await opensslHolds(vector, index)]);
    expect(said).toEqual(asked.map(({ what, valid, openssl }) => [what, openssl ?? valid]));
  });

  test("what openssl alone accepts, the format refuses", () => {
    const differing = ofSuite.filter(({ openssl }) => openssl !== undefined);
    expect(differing.every(({ valid, openssl }) => openssl === true && !valid)).toBe(true);
  });
});
