import { ed25519ph } from "@noble/curves/ed25519.js";
import { toPem } from "#main/keys/pem.ts";
import { ed25519Sha256 } from "#main/keys/ed25519-sha256.ts";
import {
  challenge,
  L,
  littleEndian,
  numberOf,
  Point,
  scalarOfSeed,
  signWithNonce,
} from "./ed25519-arithmetic.ts";
import { ed25519PrivateKey, secretOf } from "./fixed-keys.ts";
import { flipped, hex, type SignatureVector } from "./signature-vector.ts";
import { wrongKeys } from "./wrong-keys.ts";

const MESSAGE = Buffer.from("样例清单");
const SEED = secretOf("signature vectors");
const PRIVATE_KEY = ed25519PrivateKey(SEED);
const KEY = scalarOfSeed(SEED);
const SIGNATURE = Buffer.from(ed25519Sha256.sign(PRIVATE_KEY, MESSAGE));
const [R, S] = [SIGNATURE.subarray(0, 32), SIGNATURE.subarray(32)];
const P = Point.Fp.ORDER;

const pemOf = (point: Uint8Array): string =>
  toPem("PUBLIC KEY", Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), point]));

interface Case {
  readonly what: string;
  readonly valid: boolean;
  readonly publicKey?: string;
  readonly message?: Uint8Array;
  readonly signature: Uint8Array;
  readonly openssl?: boolean;
}

export const ed25519Signatures = (): SignatureVector[] =>
  [
    ...rfc8032(),
    ...changed(),
    ...scalars(),
    ...smallOrderKeys(),
    ...nonces(),
    ...mixedOrderKeys(),
    ...forms(),
  ].map(({ what, valid, publicKey = pemOf(KEY.point), message = MESSAGE, signature, openssl }) => ({
    suite: "ed25519-sha256",
    what,
    publicKey,
    message: hex(message),
    signature: hex(signature),
    valid,
    ...(openssl === undefined ? {} : { openssl }),
  }));

/** RFC 8032, 7.1: the secret keys, messages and signatures printed there. */
const RFC_8032 = [
  [
    "test 1, an empty message",
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "test 2, one byte",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "test 3, two bytes",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
] as const;

const rfc8032 = (): Case[] =>
  RFC_8032.map(([name, secret, message, signature]) => ({
    what: `RFC 8032, 7.1, ${name}.`,
    valid: true,
    publicKey: pemOf(scalarOfSeed(Buffer.from(secret, "hex")).point),
    message: Buffer.from(message, "hex"),
    signature: Buffer.from(signature, "hex"),
  }));

const changed = (): Case[] => [
  { what: "A signature as the suite makes it.", valid: true, signature: SIGNATURE },
  { what: "Another message.", valid: false, message: flipped(MESSAGE, 0), signature: SIGNATURE },
  {
    what: "An empty message in place of the one signed.",
    valid: false,
    message: Buffer.of(),
    signature: SIGNATURE,
  },
  {
    what: "Another key.",
    valid: false,
    publicKey: pemOf(scalarOfSeed(secretOf("another")).point),
    signature: SIGNATURE,
  },
  {
    what: "The key's sign bit flipped.",
    valid: false,
    publicKey: pemOf(flipped(KEY.point, 31, 0x80)),
    signature: SIGNATURE,
  },
  { what: "One bit of R flipped.", valid: false, signature: flipped(SIGNATURE, 0) },
  { what: "The sign bit of R flipped.", valid: false, signature: flipped(SIGNATURE, 31, 0x80) },
  { what: "One bit of S flipped.", valid: false, signature: flipped(SIGNATURE, 32) },
  { what: "R and S in each other's place.", valid: false, signature: Buffer.concat([S, R]) },
  { what: "No signature.", valid: false, signature: Buffer.of() },
  { what: "64 zero bytes.", valid: false, signature: Buffer.alloc(64) },
  { what: "One byte short.", valid: false, signature: SIGNATURE.subarray(0, 63) },
  { what: "One byte more.", valid: false, signature: Buffer.concat([SIGNATURE, Buffer.of(0)]) },
  { what: "R alone.", valid: false, signature: R },
  {
    what: "A signature of Ed25519ph, which hashes first.",
    valid: false,
    signature: ed25519ph.sign(MESSAGE, SEED),
  },
  {
    what: "Another nonce than RFC 8032 derives: nobody can tell.",
    valid: true,
    signature: signWithNonce(KEY, MESSAGE, 7n),
  },
];

const scalars = (): Case[] => [
  ...[1n, 2n, 15n].map((times) => ({
    what: `S + ${times === 1n ? "" : times.toString()}L: the same S modulo L.`,
    valid: false,
    signature: Buffer.concat([R, littleEndian(numberOf(S) + times * L)]),
  })),
  ...(
    [
      ["S = L.", L],
      ["S = L - 1: in form, of another message.", L - 1n],
      ["S = 0: in form, of another message.", 0n],
      ["S = 2^256 - 1.", 2n ** 256n - 1n],
    ] as const
  ).map(([what, s]) => ({ what, valid: false, signature: Buffer.concat([R, littleEndian(s)]) })),
];

const IDENTITY = Point.ZERO.toBytes();
/** A point of order 8. */
const T8 = Point.fromBytes(
  Buffer.from("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "hex"),
  true,
);

/** The first message of a series whose challenge is a multiple of 8, or is not. */
function messageWith(r: Uint8Array, point: Uint8Array, isMultiple: boolean): Buffer {
  for (let i = 0; ; i++) {
    const message = Buffer.from(`样例 ${String(i)}`);
    if ((challenge(r, point, message) % 8n === 0n) === isMultiple) return message;
  }
}

/** R = identity and S = 0 hold under these keys for an eighth of all messages at least; so the keys are refused. */
function smallOrderKeys(): Case[] {
  const under = (what: string, point: Uint8Array, openssl: boolean): Case => ({
    what: `A key ${what}, under which R = identity and S = 0 hold for this message.`,
    valid: false,
    publicKey: pemOf(point),
    message: messageWith(IDENTITY, point, true),
    signature: Buffer.concat([IDENTITY, Buffer.alloc(32)]),
    ...(openssl ? { openssl } : {}),
  });
  return [
    under("of order 1", IDENTITY, true),
    under("of order 2", T8.multiplyUnsafe(4n).toBytes(), true),
    under("of order 4", T8.multiplyUnsafe(2n).toBytes(), true),
    under("of order 8", T8.toBytes(), true),
    under("of order 8, the other y", T8.multiplyUnsafe(3n).toBytes(), true),
    under("of order 1 with y = p + 1", littleEndian(P + 1n), true),
    under("of order 4 with y = p", littleEndian(P), true),
    under("of order 1 with the sign of x = 0 set", flipped(IDENTITY, 31, 0x80), true),
  ];
}

function nonces(): Case[] {
  const withR = (r: Uint8Array, nonce = 0n, message = MESSAGE): Buffer =>
    Buffer.concat([r, littleEndian((nonce + challenge(r, KEY.point, message) * KEY.scalar) % L)]);
  const notReduced = littleEndian(P + 1n);
  const mixed = Point.BASE.multiply(5n).add(T8).toBytes();
  return [
    { what: "R = identity, which nonce 0 gives.", valid: true, signature: withR(IDENTITY) },
    {
      what: "R = identity with y = p + 1: not the one encoding.",
      valid: false,
      signature: withR(notReduced),
    },
    {
      what: "R = identity with the sign of x = 0 set.",
      valid: false,
      signature: withR(flipped(IDENTITY, 31, 0x80)),
    },
    { what: "R of order 8: holds only with the cofactor.", valid: false, signature: withR(T8.toBytes()) },
    {
      what: "R with a part of order 8: holds only with the cofactor.",
      valid: false,
      signature: withR(mixed, 5n),
    },
    { what: "R that is no point.", valid: false, signature: withR(noPoint()) },
  ];
}

/** A key with a part of order 8 is no small-order point; the equation is checked without the cofactor. */
function mixedOrderKeys(): Case[] {
  const point = Point.fromBytes(KEY.point).add(T8).toBytes();
  const r = Point.BASE.multiply(11n).toBytes();
  const withMessage = (message: Buffer): Buffer =>
    Buffer.concat([r, littleEndian((11n + challenge(r, point, message) * KEY.scalar) % L)]);
  return (
    [
      ["holds without the cofactor, for its challenge is a multiple of 8", true],
      ["holds only with the cofactor", false],
    ] as const
  ).map(([what, valid]) => {
    const message = messageWith(r, point, valid);
    return {
      what: `A key with a part of order 8: ${what}.`,
      valid,
      publicKey: pemOf(point),
      message,
      signature: withMessage(message),
    };
  });
}

/** The first y that no point has. */
function noPoint(): Buffer {
  for (let y = 2n; ; y++) {
    const bytes = littleEndian(y);
    try {
      Point.fromBytes(bytes);
    } catch {
      return bytes;
    }
  }
}

const OPENSSL_READS = new Set(["crlf", "line-width", "no-line-end", "longer"]);
const forms = (): Case[] => [
  { what: "A key whose y no point has.", valid: false, publicKey: pemOf(noPoint()), signature: SIGNATURE },
  ...wrongKeys(ed25519Sha256, pemOf(KEY.point)).map(([name, what, publicKey]) => ({
    what: `A key in no allowed form: ${what}.`,
    valid: false,
    publicKey,
    signature: SIGNATURE,
    ...(OPENSSL_READS.has(name) ? { openssl: true } : {}),
  })),
];
