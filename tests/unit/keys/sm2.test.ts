import { describe, expect, test } from "vitest";
import { toPem } from "#main/keys/pem.ts";
import { sm2Sm3 } from "#main/keys/sm2-sm3.ts";
import type { PublicKey } from "#main/keys/suite.ts";
import { suiteByName } from "#main/keys/suites.ts";

const SPKI = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const keyOf = (hex: string) => sm2Sm3.readPublicKey(toPem("PUBLIC KEY", Buffer.from(hex, "hex")));

function pair(): { readonly privateKey: string; readonly key: PublicKey } {
  const { privateKey, publicKey } = sm2Sm3.generate();
  const key = sm2Sm3.readPublicKey(publicKey);
  if (!key.ok) throw new Error("own key refused");
  return { privateKey, key: key.value };
}

/** DER INTEGER of a number, with `lead` put before its minimal bytes. */
function integer(number: bigint, lead = ""): Buffer {
  const hex = number.toString(16);
  const even = hex.length % 2 === 1 ? `0${hex}` : hex;
  const positive = Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even;
  const bytes = Buffer.from(lead + positive, "hex");
  return Buffer.concat([Buffer.of(0x02, bytes.length), bytes]);
}
const sequence = (...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
};

describe("public keys", () => {
  test("a generated key is accepted in its one form of 91 bytes", () => {
    const { key } = pair();
    expect(key.der.length).toBe(91);
    expect(Buffer.from(key.der).toString("hex").startsWith(SPKI)).toBe(true);
  });

  test("the example key of GB/T 32918.5 is a key", () => {
    const x = "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020";
    const y = "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
    expect(keyOf(SPKI + x + y).ok).toBe(true);
  });

  test("points off the curve, coordinates beyond the field, the origin", () => {
    const { key } = pair();
    const point = Buffer.from(key.der).toString("hex").slice(SPKI.length);
    const [x, y] = [point.slice(0, 64), point.slice(64)];
    const shifted = (BigInt(`0x${y}`) ^ 1n).toString(16).padStart(64, "0");
    const wrong = [x + shifted, y + x, "0".repeat(128), x + P.toString(16), `${"f".repeat(64)}${y}`];
    for (const bad of wrong) expect(keyOf(SPKI + bad)).toEqual({ ok: false, error: "bad-encoding" });
  });

  test("other forms of a good key are refused", () => {
    const { key } = pair();
    const hex = Buffer.from(key.der).toString("hex");
    const x = hex.slice(SPKI.length, SPKI.length + 64);
    const compressed = `3039301306072a8648ce3d020106082a811ccf5501822d03220002${x}`;
    const otherCurve = hex.replace("06082a811ccf5501822d", "06082a8648ce3d030107");
    const forms = [
      key.pem.trimEnd(),
      key.pem.replaceAll("\n", "\r\n"),
      key.pem.replace("PUBLIC KEY", "EC PUBLIC KEY"),
      toPem("PUBLIC KEY", Buffer.concat([key.der, Buffer.of(0)])),
      toPem("PUBLIC KEY", key.der.subarray(0, 90)),
      toPem("PUBLIC KEY", Buffer.from(compressed, "hex")),
      toPem("PUBLIC KEY", Buffer.from(otherCurve, "hex")),
      sm2Sm3.generate().privateKey,
      "",
    ];
    for (const form of forms)
      expect(sm2Sm3.readPublicKey(form)).toEqual({ ok: false, error: "bad-encoding" });
  });
});

describe("signatures", () => {
  const message = Buffer.from("样例清单");

  test("hold for the message and key they were made for, and for nothing else", () => {
    const { privateKey, key } = pair();
    const signature = sm2Sm3.sign(privateKey, message);
    expect(sm2Sm3.isSignatureForm(signature)).toBe(true);
    expect(sm2Sm3.verify(key, message, signature)).toBe(true);
    expect(sm2Sm3.verify(key, Buffer.from("样例清单 "), signature)).toBe(false);
    expect(sm2Sm3.verify(pair().key, message, signature)).toBe(false);
  });

  test("two of one message differ, and both hold", () => {
    const { privateKey, key } = pair();
    const [one, other] = [sm2Sm3.sign(privateKey, message), sm2Sm3.sign(privateKey, message)];
    expect(Buffer.from(one).equals(other)).toBe(false);
    expect([one, other].map((signature) => sm2Sm3.verify(key, message, signature))).toEqual([true, true]);
  });

  test("r and s lie in 1 … n − 1", () => {
    const formed = (r: bigint, s: bigint) => sm2Sm3.isSignatureForm(sequence(integer(r), integer(s)));
    expect(formed(1n, 1n)).toBe(true);
    expect(formed(N - 1n, N - 1n)).toBe(true);
    for (const wrong of [0n, N, N + 1n, (1n << 256n) - 1n]) {
      expect(formed(wrong, 1n)).toBe(false);
      expect(formed(1n, wrong)).toBe(false);
    }
  });

  test.each<[string, Buffer]>([
    ["a zero byte too many", sequence(integer(1n, "00"), integer(1n))],
    ["a negative number", sequence(Buffer.of(0x02, 0x01, 0xff), integer(1n))],
    ["an empty integer", sequence(Buffer.of(0x02, 0x00), integer(1n))],
    ["one number", sequence(integer(1n))],
    ["three numbers", sequence(integer(1n), integer(1n), integer(1n))],
    ["bytes behind", Buffer.concat([sequence(integer(1n), integer(1n)), Buffer.of(0)])],
    ["a long form of the length", Buffer.concat([Buffer.of(0x30, 0x81, 0x06), integer(1n), integer(1n)])],
    [
      "an indefinite length",
      Buffer.concat([Buffer.of(0x30, 0x80), integer(1n), integer(1n), Buffer.of(0, 0)]),
    ],
    ["a length that is short", Buffer.concat([Buffer.of(0x30, 0x05), integer(1n), integer(1n)])],
    ["a set", Buffer.concat([Buffer.of(0x31, 0x06), integer(1n), integer(1n)])],
    ["raw r and s", Buffer.alloc(64, 1)],
    ["nothing", Buffer.of()],
  ])("encodings other than the minimal one are no signature: %s", (_, encoding) => {
    expect(sm2Sm3.isSignatureForm(encoding)).toBe(false);
  });

  test("the minimal one of small numbers is", () => {
    expect(sm2Sm3.isSignatureForm(sequence(integer(1n), integer(128n)))).toBe(true);
  });
});

test("digests: the examples of GB/T 32905, whole, in pieces, and two at a time", () => {
  const abc = "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
  const abcd = "sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732";
  expect(sm2Sm3.digest(Buffer.from("abc"))).toBe(abc);
  expect(sm2Sm3.digest(Buffer.from("abcd".repeat(16)))).toBe(abcd);
  const [one, other] = [sm2Sm3.startDigest(), sm2Sm3.startDigest()];
  one.add(Buffer.from("a"));
  for (let i = 0; i < 16; i++) other.add(Buffer.from("abcd"));
  one.add(Buffer.from("bc"));
  expect([one.end(), other.end()]).toEqual([abc, abcd]);
});

test("suites are known by the names the format has", () => {
  expect(suiteByName("sm2-sm3")).toBe(sm2Sm3);
  expect(suiteByName("ed25519-sha256")?.name).toBe("ed25519-sha256");
  expect(suiteByName("rsa-sha1")).toBeNull();
});
