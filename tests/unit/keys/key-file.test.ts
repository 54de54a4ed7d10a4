import { describe, expect, test, vi } from "vitest";
import { generateAgeKeyPair } from "#main/bundle/age.ts";
import { ed25519Sha256 } from "#main/keys/ed25519-sha256.ts";
import { changePassphrase, createKeyFile, openKeyFile, type Secrets } from "#main/keys/key-file.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import { toCanonicalBytes, toCanonicalText } from "#shared/ledger/canonical.ts";

// scrypt is slow on purpose, and slower beside other tests.
vi.setConfig({ testTimeout: 60_000 });

const PASSPHRASE = "样例 口令 horse 1";

async function makeSecrets(): Promise<Secrets> {
  const { identity } = await generateAgeKeyPair();
  return { suite: "ed25519-sha256", privateKey: ed25519Sha256.generate().privateKey, ageIdentity: identity };
}

describe("a key file", () => {
  test("opens with its passphrase only, and holds no secret in the clear", async () => {
    const secrets = await makeSecrets();
    const file = await createKeyFile(secrets, PASSPHRASE);
    expect(await openKeyFile(file, PASSPHRASE)).toEqual({ ok: true, value: secrets });
    expect(await openKeyFile(file, `${PASSPHRASE} `)).toEqual({ ok: false, error: "wrong-passphrase" });
    expect(await openKeyFile(file, "")).toEqual({ ok: false, error: "wrong-passphrase" });
    expect(file).not.toContain("PRIVATE");
    expect(file).not.toContain("AGE-SECRET");
    expect(JSON.parse(file).header.kdf).toMatchObject({ name: "scrypt", N: 131072, r: 8, p: 1 });
  });

  test("is never the same twice", async () => {
    const secrets = await makeSecrets();
    const [first, second] = [
      await createKeyFile(secrets, PASSPHRASE),
      await createKeyFile(secrets, PASSPHRASE),
    ];
    expect(JSON.parse(first).header.kdf.salt).not.toBe(JSON.parse(second).header.kdf.salt);
    expect(JSON.parse(first).header.cipher.nonce).not.toBe(JSON.parse(second).header.cipher.nonce);
  });

  test("the passphrase may be composed either way", async () => {
    const secrets = await makeSecrets();
    const file = await createKeyFile(secrets, "caf\u00e9 1234");
    expect((await openKeyFile(file, "cafe\u0301 1234")).ok).toBe(true);
  });

  test("takes a new passphrase without new keys", async () => {
    const secrets = await makeSecrets();
    const file = await createKeyFile(secrets, PASSPHRASE);
    const changed = await changePassphrase(file, PASSPHRASE, "another one 2");
    if (!changed.ok) throw new Error("not changed");
    expect(await openKeyFile(changed.value, "another one 2")).toEqual({ ok: true, value: secrets });
    expect(await openKeyFile(changed.value, PASSPHRASE)).toEqual({ ok: false, error: "wrong-passphrase" });
    expect(await changePassphrase(file, "wrong", "x")).toEqual({ ok: false, error: "wrong-passphrase" });
  });

  test("damage is told from a wrong passphrase", async () => {
    const file = await createKeyFile(await makeSecrets(), PASSPHRASE);
    const damaged = [
      "",
      "{}",
      file.slice(0, -3),
      file.replace('"N":131072', '"N":262144'),
      file.replace(/"sealed":"(.)/, (_, letter: string) => `"sealed":"${letter === "A" ? "B" : "A"}`),
      file.replace('"v":1', '"v":2'),
    ];
    for (const text of damaged) {
      expect(text).not.toBe(file);
      expect(await openKeyFile(text, PASSPHRASE)).toEqual({ ok: false, error: "damaged-key-file" });
    }
  });

  test("the header is authenticated: whoever mends the checksum still opens nothing", async () => {
    const { header, sealed } = JSON.parse(await createKeyFile(await makeSecrets(), PASSPHRASE));
    const forged = { header: { ...header, kdf: { ...header.kdf, N: 262144 } }, sealed };
    const file = `${toCanonicalText({ ...forged, checksum: sha256Hex(toCanonicalBytes(forged)) })}\n`;
    expect(await openKeyFile(file, PASSPHRASE)).toEqual({ ok: false, error: "wrong-passphrase" });
  });

  test("parameters that would take gigabytes are refused before anything is derived", async () => {
    const { header, sealed } = JSON.parse(await createKeyFile(await makeSecrets(), PASSPHRASE));
    for (const kdf of [{ N: 2 ** 30 }, { N: 1024 }, { r: 1024 }, { p: 1000 }]) {
      const forged = { header: { ...header, kdf: { ...header.kdf, ...kdf } }, sealed };
      const file = `${toCanonicalText({ ...forged, checksum: sha256Hex(toCanonicalBytes(forged)) })}\n`;
      expect(await openKeyFile(file, PASSPHRASE)).toEqual({ ok: false, error: "damaged-key-file" });
    }
  });
});
