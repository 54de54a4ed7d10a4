import { describe, expect, test } from "vitest";
import { isReducedScalar, isUsablePoint } from "#main/keys/ed25519-points.ts";
import { ed25519Sha256 } from "#main/keys/ed25519-sha256.ts";

const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const pemOf = (der: Buffer): string =>
  `-----BEGIN PUBLIC KEY-----\n${der.toString("base64")}\n-----END PUBLIC KEY-----\n`;
const keyOf = (point: Buffer) => ed25519Sha256.readPublicKey(pemOf(Buffer.concat([SPKI, point])));
const flipSign = (point: Buffer): Buffer => {
  const flipped = Buffer.from(point);
  flipped.writeUInt8((point.at(31) ?? 0) ^ 0x80, 31);
  return flipped;
};

/** The eight points of small order and the other encodings that some programs accept for them. */
const SMALL_ORDER = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
].map((hex) => Buffer.from(hex, "hex"));

describe("public keys", () => {
  test("a generated key is accepted in its one form", () => {
    const { publicKey } = ed25519Sha256.generate();
    const read = ed25519Sha256.readPublicKey(publicKey);
    expect(read.ok && read.value.der.length).toBe(44);
  });

  test.each(SMALL_ORDER.map((point) => [point.toString("hex"), point] as const))(
    "small order: %s",
    (_, point) => {
      expect(isUsablePoint(point)).toBe(false);
      expect(keyOf(point).ok).toBe(false);
      expect(keyOf(flipSign(point)).ok).toBe(false);
    },
  );

  test("y not below p is another encoding of a point", () => {
    const beyond = Buffer.from("f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "hex");
    expect(isUsablePoint(beyond)).toBe(false);
  });

  test("y of no point of the curve", () => {
    const astray = Buffer.alloc(32);
    astray[0] = 2;
    expect(isUsablePoint(astray)).toBe(false);
    expect(keyOf(astray)).toEqual({ ok: false, error: "bad-encoding" });
  });

  test("a small-order key would have been dangerous: one signature holds for any message", () => {
    // R = identity, S = 0 satisfies S·B = R + h·A whenever h·A is the identity; A = identity always does.
    const [, identity] = SMALL_ORDER;
    if (identity === undefined) throw new Error("no point");
    const signature = Buffer.concat([identity, Buffer.alloc(32)]);
    const pem = pemOf(Buffer.concat([SPKI, identity]));
    const key = { pem, der: Buffer.alloc(44) };
    expect(ed25519Sha256.verify(key, Buffer.from("any message"), signature)).toBe(true);
    expect(ed25519Sha256.readPublicKey(pem).ok).toBe(false);
  });

  test("other forms of a good key are refused", () => {
    const { publicKey } = ed25519Sha256.generate();
    const read = ed25519Sha256.readPublicKey(publicKey);
    if (!read.ok) throw new Error("not read");
    const der = Buffer.from(read.value.der);
    const forms = [
      publicKey.trimEnd(),
      publicKey.replaceAll("\n", "\r\n"),
      `\n${publicKey}`,
      publicKey.replace("PUBLIC KEY", "ED25519 KEY"),
      `-----BEGIN PUBLIC KEY-----\n${der.toString("base64").replace(/.{30}/, "$&\n")}\n-----END PUBLIC KEY-----\n`,
      pemOf(Buffer.concat([der, Buffer.of(0)])),
      pemOf(der.subarray(0, 43)),
      pemOf(Buffer.concat([Buffer.from("302a300506032b656e032100", "hex"), der.subarray(12)])),
      ed25519Sha256.generate().privateKey,
      "",
    ];
    for (const form of forms)
      expect(ed25519Sha256.readPublicKey(form)).toEqual({ ok: false, error: "bad-encoding" });
  });
});

describe("signatures", () => {
  const L = 2n ** 252n + 27742317777372353535851937790883648493n;
  const littleEndian = (value: bigint): Buffer =>
    Buffer.from(new Uint8Array(Buffer.from(value.toString(16).padStart(64, "0"), "hex")).toReversed());

  test("S runs from 0 to L - 1", () => {
    expect(isReducedScalar(littleEndian(0n))).toBe(true);
    expect(isReducedScalar(littleEndian(L - 1n))).toBe(true);
    expect(isReducedScalar(littleEndian(L))).toBe(false);
    expect(isReducedScalar(littleEndian(2n ** 256n - 1n))).toBe(false);
  });

  test("only 64 bytes are a signature", () => {
    for (const length of [0, 63, 65]) expect(ed25519Sha256.isSignatureForm(Buffer.alloc(length))).toBe(false);
    expect(ed25519Sha256.isSignatureForm(Buffer.alloc(64))).toBe(true);
  });

  test("RFC 8032, test 2: one byte", () => {
    const point = Buffer.from("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "hex");
    const signature = Buffer.from(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
      "hex",
    );
    const key = keyOf(point);
    if (!key.ok) throw new Error("not read");
    expect(ed25519Sha256.verify(key.value, Buffer.of(0x72), signature)).toBe(true);
    expect(ed25519Sha256.verify(key.value, Buffer.of(0x73), signature)).toBe(false);
  });
});

test("digests: whole and in pieces", () => {
  const running = ed25519Sha256.startDigest();
  running.add(Buffer.from("a"));
  running.add(Buffer.from("bc"));
  const abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(running.end()).toBe(abc);
  expect(ed25519Sha256.digest(Buffer.from("abc"))).toBe(abc);
});
