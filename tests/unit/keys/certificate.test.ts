import { describe, expect, test } from "vitest";
import {
  identityOfKey,
  issueCertificate,
  readCertificate,
  verifyCertificate,
} from "#main/keys/certificate.ts";
import { isRecipient } from "#main/keys/recipient.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { makeLaptop, makeRoot, SUITE, UNIT, VALIDITY } from "../../support/bundles.ts";

const privateKeyOf = (laptop: { privateKey: string }) => ({
  suite: SUITE.name,
  privateKey: laptop.privateKey,
});

describe("ids that follow from a key", () => {
  test("device and fingerprint are taken over the 44 bytes of the DER SPKI", async () => {
    const root = await makeRoot();
    const der = Buffer.from(root.publicKey.split("\n")[1] ?? "", "base64");
    expect(der).toHaveLength(44);
    const identity = identityOfKey(privateKeyOf(root));
    expect(identity.fingerprint).toBe(sha256Hex(der));
    expect(identity.device).toBe(sha256Hex(der).slice(0, 32));
    expect(root.certificate.certificate).toMatchObject({
      issuer: identity.fingerprint,
      serial: 0,
      role: "root",
    });
  });
});

describe("certificates", () => {
  test("what a root issues verifies under that root and no other", async () => {
    const [root, other] = [await makeRoot(), await makeRoot()];
    const laptop = await makeLaptop(root, UNIT, 4);
    const verified = verifyCertificate(laptop.certificate, root.certificate);
    expect(verified.ok && verified.value.certificate).toMatchObject({
      unit: UNIT,
      serial: 4,
      role: "reporter",
      ...VALIDITY,
    });
    expect(verifyCertificate(laptop.certificate, other.certificate)).toEqual({
      ok: false,
      error: "bad-signature",
    });
  });

  test("a certified laptop is no root", async () => {
    const root = await makeRoot();
    const laptop = await makeLaptop(root, UNIT, 4);
    const subject = { ...laptop.certificate.certificate, role: "reporter" as const };
    expect(() => issueCertificate(laptop, subject)).toThrow("not a root");
    expect(verifyCertificate(laptop.certificate, laptop.certificate)).toEqual({
      ok: false,
      error: "bad-signature",
    });
  });

  test("a change in any member breaks the signature or the form", async () => {
    const root = await makeRoot();
    const { certificate, signature } = (await makeLaptop(root, UNIT, 4)).certificate;
    const changes: Record<string, unknown> = {
      unit: "360982",
      role: "office",
      serial: 5,
      plan: "other",
      notAfter: "2030-01-01T00:00:00.000Z",
      officers: ["负责人丙"],
      device: "0".repeat(32),
      v: 1.5,
    };
    for (const [name, value] of Object.entries(changes)) {
      const changed = { ...certificate, [name]: value };
      const bytes = name === "v" ? Buffer.from(JSON.stringify(changed)) : toCanonicalBytes(changed);
      expect([name, verifyCertificate({ bytes, signature }, root.certificate).ok]).toEqual([name, false]);
    }
  });

  test("reading alone says nothing about who signed", async () => {
    const { certificate } = await makeLaptop(await makeRoot(), UNIT, 4);
    expect(readCertificate(certificate.bytes, Buffer.alloc(64)).ok).toBe(true);
  });
});

describe("recipients", () => {
  test("a mistyped recipient is noticed by its checksum", async () => {
    const { recipient } = (await makeRoot()).age;
    expect(isRecipient(recipient)).toBe(true);
    const last = recipient.endsWith("q") ? "p" : "q";
    expect(isRecipient(recipient.slice(0, -1) + last)).toBe(false);
    expect(isRecipient(recipient.toUpperCase())).toBe(false);
    expect(isRecipient("")).toBe(false);
  });
});
