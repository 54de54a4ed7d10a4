import { fromPem, toPem } from "#main/keys/pem.ts";
import type { SignatureSuite } from "#main/keys/suite.ts";

type WrongKey = readonly [name: string, what: string, pem: string];

/** Public keys that are not in the one allowed form, or allow what no key may. */
export function wrongKeys(suite: SignatureSuite, publicKey: string): readonly WrongKey[] {
  const der = fromPem("PUBLIC KEY", publicKey);
  if (der === null) throw new Error("no key");
  return [...otherTexts(publicKey, der), ...(suite.name === "sm2-sm3" ? sm2Keys(der) : ed25519Keys(der))];
}

const pem = (der: Uint8Array): string => toPem("PUBLIC KEY", der);

const otherTexts = (text: string, der: Buffer): readonly WrongKey[] => [
  ["no-line-end", "without its last line end", text.trimEnd()],
  ["crlf", "with CR LF", text.replaceAll("\n", "\r\n")],
  ["line-width", "in lines of another width", text.replace(/\n(.{30})(?=.)/, "\n$1\n")],
  ["label", "under another label", text.replaceAll("PUBLIC KEY", "EC PUBLIC KEY")],
  ["longer", "followed by a byte", pem(Buffer.concat([der, Buffer.of(0)]))],
  ["shorter", "one byte short", pem(der.subarray(0, -1))],
];

const ED25519_SPKI = "302a300506032b6570032100";
const ed25519Keys = (der: Buffer): readonly WrongKey[] => [
  ["small-order", "a point of small order", pem(Buffer.from(`${ED25519_SPKI}${"00".repeat(32)}`, "hex"))],
  ["identity", "the identity", pem(Buffer.from(`${ED25519_SPKI}01${"00".repeat(31)}`, "hex"))],
  [
    "not-reduced",
    "a y that is not below p",
    pem(Buffer.from(`${ED25519_SPKI}f0${"ff".repeat(30)}7f`, "hex")),
  ],
  [
    "x25519",
    "an X25519 key",
    pem(Buffer.concat([Buffer.from("302a300506032b656e032100", "hex"), der.subarray(12)])),
  ],
];

const SM2_CURVE = "06082a811ccf5501822d";
const sm2Keys = (der: Buffer): readonly WrongKey[] => {
  const hex = der.toString("hex");
  const x = hex.slice(54, 118);
  return [
    [
      "compressed",
      "a compressed point",
      pem(Buffer.from(`3039301306072a8648ce3d0201${SM2_CURVE}03220002${x}`, "hex")),
    ],
    [
      "hybrid",
      "a point in hybrid form",
      pem(Buffer.from(hex.replace("03420004", `0342000${(der.at(-1) ?? 0) % 2 === 0 ? "6" : "7"}`), "hex")),
    ],
    [
      "off-curve",
      "a point off the curve",
      pem(Buffer.from(`${hex.slice(0, -2)}${hex.endsWith("00") ? "01" : "00"}`, "hex")),
    ],
    ["zero", "the point 0, 0", pem(Buffer.from(`${hex.slice(0, 54)}${"00".repeat(64)}`, "hex"))],
    [
      "p256",
      "on the curve P-256 by its OID",
      pem(Buffer.from(hex.replace(SM2_CURVE, "06082a8648ce3d030107"), "hex")),
    ],
  ];
};
