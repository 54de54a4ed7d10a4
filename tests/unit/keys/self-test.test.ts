import { describe, expect, test } from "vitest";
import { ed25519Sha256 } from "#main/keys/ed25519-sha256.ts";
import { passesSelfTest } from "#main/keys/self-test.ts";
import { sm2Sm3 } from "#main/keys/sm2-sm3.ts";
import { failingSuites } from "#main/keys/suites.ts";

describe.each([ed25519Sha256, sm2Sm3])("self-test of $name", (suite) => {
  test("passes", () => {
    expect(passesSelfTest(suite)).toBe(true);
    expect(failingSuites([suite])).toEqual([]);
  });

  const other = suite === sm2Sm3 ? ed25519Sha256 : sm2Sm3;
  test.each([
    ["accepts everything", { ...suite, verify: () => true }],
    ["accepts nothing", { ...suite, verify: () => false }],
    ["digests otherwise", { ...suite, digest: (bytes: Uint8Array) => other.digest(bytes) }],
    ["takes no key", { ...suite, readPublicKey: () => ({ ok: false, error: "bad-encoding" }) as const }],
    [
      "signs with another key",
      { ...suite, sign: (_: string, bytes: Uint8Array) => suite.sign(suite.generate().privateKey, bytes) },
    ],
    [
      "throws",
      {
        ...suite,
        sign: (): never => {
          throw new Error("no entropy");
        },
      },
    ],
  ])("fails where the suite %s", (_, spoiled) => {
    expect(passesSelfTest(spoiled)).toBe(false);
    expect(failingSuites([spoiled])).toEqual([spoiled]);
  });
});
