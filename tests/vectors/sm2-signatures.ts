import { sm3 } from "sm-crypto-v2";
import { toPem } from "#main/keys/pem.ts";
import { sm2Sm3 } from "#main/keys/sm2-sm3.ts";
import { secretOf, sm2PrivateKey } from "./fixed-keys.ts";
import { flipped, hex, type SignatureVector } from "./signature-vector.ts";
import {
  contentOf,
  derOf,
  digestOf,
  integer,
  N,
  pointOf,
  scalarOf,
  sequence,
  signAtInfinity,
  signWith,
  tagged,
  type Sm2Numbers,
} from "./sm2-arithmetic.ts";
import { wrongKeys } from "./wrong-keys.ts";

const MESSAGE = Buffer.from("样例清单");
const SECRET = secretOf("signature vectors");
const SCALAR = scalarOf(SECRET);
const PUBLIC_KEY = sm2Sm3.publicKeyOf(sm2PrivateKey(SECRET));
const E = digestOf(SCALAR, MESSAGE);

/** The first signature, by nonce, that is as it is wanted. */
function signatureWith(fits: (numbers: Sm2Numbers) => boolean): Sm2Numbers {
  for (let k = 1n; ; k++) {
    const numbers = signWith(SCALAR, E, k);
    if (fits(numbers)) return numbers;
  }
}
const TOP = 1n << 255n;
/** r and s of 32 bytes without a zero in front. */
const PLAIN = signatureWith(({ r, s }) => r < TOP && s < TOP && r >> 248n > 0n && s >> 248n > 0n);
const DER = derOf(PLAIN);

interface Case {
  readonly what: string;
  readonly valid: boolean;
  readonly publicKey?: string;
  readonly message?: Uint8Array;
  readonly signature: Uint8Array;
  readonly openssl?: boolean;
}

export const sm2Signatures = (): SignatureVector[] =>
  [...standard(), ...changed(), ...numbers(), ...encodings(), ...identifiers(), ...keys()].map(
    ({ what, valid, publicKey = PUBLIC_KEY, message = MESSAGE, signature, openssl }) => ({
      suite: "sm2-sm3",
      what,
      publicKey,
      message: hex(message),
      signature: hex(signature),
      valid,
      ...(openssl === undefined ? {} : { openssl }),
    }),
  );

const spkiOf = (point: string): string =>
  toPem("PUBLIC KEY", Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d034200${point}`, "hex"));

/** GB/T 32918.5-2017, Annex A: key, nonce and signature printed there, under the default identifier. */
function standard(): Case[] {
  const secret = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n;
  const message = Buffer.from("message digest");
  const r = 0xf5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3n;
  const s = 0xb1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aan;
  const publicKey = spkiOf(pointOf(secret));
  const common = { publicKey, message };
  return [
    { ...common, what: "GB/T 32918.5, the example of Annex A.", valid: true, signature: derOf({ r, s }) },
    {
      ...common,
      what: "The same with r and s in each other's place.",
      valid: false,
      signature: derOf({ r: s, s: r }),
    },
  ];
}

const changed = (): Case[] => {
  const empty = Buffer.of();
  const other = 2n + SCALAR;
  return [
    { what: "A signature with r and s of 32 bytes each.", valid: true, signature: DER },
    {
      what: "r and s with a zero byte in front, as their highest bit demands.",
      valid: true,
      signature: derOf(signatureWith(({ r, s }) => r >= TOP && s >= TOP)),
    },
    { what: "r of 31 bytes.", valid: true, signature: derOf(signatureWith(({ r }) => r >> 248n === 0n)) },
    { what: "s of 31 bytes.", valid: true, signature: derOf(signatureWith(({ s }) => s >> 248n === 0n)) },
    {
      what: "An empty message.",
      valid: true,
      message: empty,
      signature: derOf(signWith(SCALAR, digestOf(SCALAR, empty), 7n)),
    },
    { what: "An empty message in place of the one signed.", valid: false, message: empty, signature: DER },
    { what: "Another message.", valid: false, message: flipped(MESSAGE, 0), signature: DER },
    { what: "Another key.", valid: false, publicKey: spkiOf(pointOf(other)), signature: DER },
    { what: "One bit of r flipped.", valid: false, signature: flipped(DER, 20) },
    { what: "One bit of s flipped.", valid: false, signature: flipped(DER, DER.length - 1) },
    { what: "No signature.", valid: false, signature: empty },
    { what: "One byte short.", valid: false, signature: DER.subarray(0, -1) },
  ];
};

function numbers(): Case[] {
  const { r, s } = PLAIN;
  const of = (what: string, changes: Partial<Sm2Numbers>): Case => ({
    what,
    valid: false,
    signature: derOf({ ...PLAIN, ...changes }),
  });
  return [
    of("r = 0.", { r: 0n }),
    of("s = 0.", { s: 0n }),
    of("r = 0 and s = 0.", { r: 0n, s: 0n }),
    of("r = n.", { r: N }),
    of("s = n.", { s: N }),
    of("r + n: the same r modulo n.", { r: r + N }),
    of("s + n: the same s modulo n.", { s: s + N }),
    of("n - s, which other curves take for the same.", { s: N - s }),
    of("r = 2^256 - 1.", { r: 2n ** 256n - 1n }),
    of("r + s = n: t is 0.", { s: N - r }),
    of("r = 1 and s = 1.", { r: 1n, s: 1n }),
    of("r = n - 1 and s = n - 1.", { r: N - 1n, s: N - 1n }),
    {
      what: "r = e and an s that leads to the point at infinity.",
      valid: false,
      signature: derOf(signAtInfinity(SCALAR, E)),
    },
  ];
}

function encodings(): Case[] {
  const { r, s } = PLAIN;
  const high = signatureWith((numbers) => numbers.r >= TOP && numbers.s < TOP);
  const body = DER.subarray(2);
  const zero = Buffer.of(0);
  const padded = (value: bigint): Buffer => tagged(0x02, Buffer.concat([zero, contentOf(value)]));
  const cases: readonly (readonly [what: string, signature: Uint8Array])[] = [
    ["r with a zero byte more than it needs", sequence(padded(r), integer(s))],
    ["s with a zero byte more than it needs", sequence(integer(r), padded(s))],
    [
      "r without the zero byte it needs: negative",
      sequence(tagged(0x02, contentOf(high.r).subarray(1)), integer(high.s)),
    ],
    ["the length of the sequence in long form", tagged(0x30, body, Buffer.of(0x81, body.length))],
    ["the length of the sequence in a longer form", tagged(0x30, body, Buffer.of(0x82, 0, body.length))],
    ["the length of r in long form", sequence(tagged(0x02, contentOf(r), Buffer.of(0x81, 32)), integer(s))],
    ["a sequence of indefinite length", Buffer.concat([Buffer.of(0x30, 0x80), body, Buffer.of(0, 0)])],
    ["a byte after the sequence", Buffer.concat([DER, zero])],
    ["a byte within the sequence after s", sequence(body, zero)],
    ["a third integer", sequence(body, integer(1n))],
    ["r alone", sequence(integer(r))],
    ["an empty sequence", sequence()],
    ["r of no bytes", sequence(tagged(0x02, Buffer.of()), integer(s))],
    ["a set in place of the sequence", tagged(0x31, body)],
    ["r as an octet string", sequence(tagged(0x04, contentOf(r)), integer(s))],
    ["a sequence longer than the file", tagged(0x30, body, Buffer.of(body.length + 1))],
    ["r and s as 64 bytes without DER", Buffer.concat([contentOf(r), contentOf(s)])],
    ["a sequence in a sequence", sequence(DER)],
  ];
  return cases.map(([what, signature]) => ({ what: `In DER: ${what}.`, valid: false, signature }));
}

function identifiers(): Case[] {
  const under = (identifier: string): Uint8Array =>
    derOf(signWith(SCALAR, digestOf(SCALAR, MESSAGE, identifier), 7n));
  const withoutIdentity = BigInt(`0x${sm3(MESSAGE)}`);
  return [
    { what: "Signed under another identifier.", valid: false, signature: under("ALICE123@YAHOO.COM") },
    { what: "Signed under an empty identifier.", valid: false, signature: under("") },
    {
      what: "Signed under the identifier with one digit more.",
      valid: false,
      signature: under("12345678123456780"),
    },
    {
      what: "The message's digest signed without the signer's identity.",
      valid: false,
      signature: derOf(signWith(SCALAR, withoutIdentity, 7n)),
    },
  ];
}

const OPENSSL_READS = new Set(["crlf", "line-width", "no-line-end", "longer", "compressed", "hybrid"]);
const keys = (): Case[] =>
  wrongKeys(sm2Sm3, PUBLIC_KEY).map(([name, what, publicKey]) => ({
    what: `A key in no allowed form: ${what}.`,
    valid: false,
    publicKey,
    signature: DER,
    ...(OPENSSL_READS.has(name) ? { openssl: true } : {}),
  }));
