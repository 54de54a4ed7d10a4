import { identityOfKey } from "#main/keys/certificate.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { revocationsOf, type Laptop } from "../support/bundles.ts";
import { jsonOf, rezipped } from "../support/rezip.ts";
import { entryOf, setJson, setText, type Members } from "./changes.ts";
import { refused, type Drafts } from "./draft.ts";
import { bytesOf, resealedBy, type Scene } from "./scene.ts";
import { inOtherForm } from "./signature-forms.ts";
import { receiptWith, type SoundBundles } from "./sound-bundles.ts";
import { wrongKeys } from "./wrong-keys.ts";

/** `bad-encoding` of keys, certificates, signatures and documents. */
export async function* credentialEncodings(scene: Scene, sound: SoundBundles): Drafts {
  yield* signatures(scene, sound);
  yield* keys(scene, sound);
  yield* certificates(scene, sound);
  yield* documents(scene, sound);
  yield* grants(scene, sound);
}

async function* signatures(scene: Scene, { submission, receipt }: SoundBundles): Drafts {
  const { suite } = scene;
  for (const name of ["manifest.sig", "signer.sig", "root.sig", "revocations.sig"]) {
    const { bytes } = name === "revocations.sig" ? receipt : submission;
    const slug = name.replace(".sig", "");
    const other = await rezipped(
      bytes,
      (entries) => void entries.set(name, inOtherForm(suite, entryOf(entries, name))),
    );
    yield refused(
      "bad-encoding",
      `signature-${slug}-form`,
      `${name} in another form of the same signature.`,
      other,
    );
    for (const length of [0, 63]) {
      const short = await rezipped(bytes, (entries) => void entries.set(name, Buffer.alloc(length)));
      const what = `${name} of ${String(length)} zero bytes.`;
      yield refused("bad-encoding", `signature-${slug}-${String(length)}`, what, short);
    }
  }
}

/** Certificates that the root signed and that agree with the key in everything but its form. */
async function* keys(scene: Scene, { submission }: SoundBundles): Drafts {
  const { unit, root } = scene;
  for (const [name, what, publicKey] of wrongKeys(unit.suite, unit.publicKey)) {
    const der = Buffer.from(publicKey.replaceAll(/-----.*?-----/g, ""), "base64");
    const device = sha256Hex(der).slice(0, 32);
    const bytes = await resealedBy(unit, submission.bytes, (entries, manifest) => {
      setJson(entries, "signer.json", { device, publicKey });
      entries.set("signer.sig", root.suite.sign(root.privateKey, entryOf(entries, "signer.json")));
      manifest["device"] = device;
    });
    yield refused(
      "bad-encoding",
      `key-${name}`,
      `The signer's key, which the root certified: ${what}.`,
      bytes,
    );
  }
}

async function* certificates({ unit, root, otherUnit }: Scene, { submission }: SoundBundles): Drafts {
  const shapes: (readonly [name: string, what: string, changes: Members])[] = [
    ["unknown-member", "a member that the format does not have", { note: "x" }],
    ["format", "another format", { format: "taizhang-bundle" }],
    ["role", "a role that nobody knows", { role: "king" }],
    ["recipient-capitals", "a recipient in capitals", { encryption: `AGE1${"Q".repeat(58)}` }],
    ["recipient-checksum", "a recipient with a wrong checksum", { encryption: `age1${"q".repeat(58)}` }],
    [
      "never-valid",
      "an end before its beginning",
      { notBefore: "2026-01-01T00:00:00.000Z", notAfter: "2025-01-01T00:00:00.000Z" },
    ],
    ["serial-0", "the serial 0 though another key issued it", { serial: 0 }],
    ["serial-self", "a serial though its own key issued it", { issuer: fingerprintIn(unit) }],
    ["no-officers", "nobody's name", { officers: [] }],
    ["device", "the device id of another key", { device: otherUnit.device }],
    ["issuer", "a shortened issuer", { issuer: root.device }],
    ["key-of-other", "another laptop's key", { publicKey: otherUnit.publicKey }],
  ];
  for (const [name, what, changes] of shapes) {
    yield refused(
      "bad-encoding",
      `certificate-${name}`,
      `A certificate with ${what}, signed by the root.`,
      await resealedBy(unit, submission.bytes, (entries) => {
        setJson(entries, "signer.json", changes);
        entries.set("signer.sig", root.suite.sign(root.privateKey, entryOf(entries, "signer.json")));
      }),
    );
  }
}

const fingerprintIn = ({ suite, privateKey }: Laptop): string =>
  identityOfKey({ suite: suite.name, privateKey }).fingerprint;

async function* documents({ root, desk, applicant }: Scene, sound: SoundBundles): Drafts {
  const all: [bundle: Uint8Array, laptop: Pick<Laptop, "privateKey" | "suite">, name: string][] = [
    [sound.plan.bytes, root, "plan.json"],
    [sound.receipt.bytes, desk, "receipt.json"],
    [sound.receipt.bytes, desk, "revocations.json"],
    [sound.request.bytes, applicant, "request.json"],
    [sound.grant.bytes, root, "grant.json"],
  ];
  for (const [bundle, laptop, name] of all) {
    const slug = name.replace(".json", "");
    const spaced = await resealedBy(laptop, bundle, (entries) =>
      setText(entries, name, (text) => `${text} `),
    );
    yield refused("bad-encoding", `${slug}-space`, `${name} ends in a space.`, spaced);
    // NOTE: a reader that does not know the schema of plans cannot tell.
    if (name !== "plan.json") {
      const unknown = await resealedBy(laptop, bundle, (entries) => setJson(entries, name, { note: "x" }));
      yield refused(
        "bad-encoding",
        `${slug}-member`,
        `${name} has a member that the format does not have.`,
        unknown,
      );
    }
    const other = await resealedBy(laptop, bundle, (entries) =>
      setJson(entries, name, { format: "taizhang-record" }),
    );
    yield refused("bad-encoding", `${slug}-format`, `${name} has another format.`, other);
  }
}

async function* grants(scene: Scene, { grant, receipt }: SoundBundles): Drafts {
  const { root, desk, suite } = scene;
  const other = suite.name === "sm2-sm3" ? "sha256" : "sm3";
  const grantWith = (change: (grant: Members) => Members) =>
    resealedBy(root, grant.bytes, (entries) =>
      setJson(entries, "grant.json", change(jsonOf(entries, "grant.json"))),
    );
  yield refused(
    "bad-encoding",
    "granted-base64",
    "The granted signature in another base64 text of the same bytes.",
    await grantWith(({ certificate }) => ({
      certificateSignature: withUnusedBits(paddedSignature(root, toCanonicalBytes(certificate))),
    })),
  );
  yield refused(
    "bad-encoding",
    "granted-form",
    "The granted signature in another form of the same signature.",
    await grantWith(({ certificateSignature }) => ({
      certificateSignature: Buffer.from(
        inOtherForm(suite, Buffer.from(String(certificateSignature), "base64")),
      ).toString("base64"),
    })),
  );
  yield refused(
    "bad-encoding",
    "grant-request",
    "A grant that names its request by a digest of the other suite.",
    await grantWith(() => ({ request: `${other}:${"0".repeat(64)}` })),
  );
  yield refused(
    "bad-encoding",
    "keep",
    "Revocations that keep a bundle by a digest of the other suite.",
    await bytesOf(
      receiptWith(scene, { revocations: revocationsOf(root, 9, [`${other}:${"0".repeat(64)}`]) }),
    ),
  );
  const revoked = (list: unknown) =>
    resealedBy(desk, receipt.bytes, (entries) => {
      setJson(entries, "revocations.json", { revoked: list });
      entries.set("revocations.sig", suite.sign(root.privateKey, entryOf(entries, "revocations.json")));
    });
  yield refused(
    "bad-encoding",
    "revoked-order",
    "Revocations whose serials do not ascend.",
    await revoked([
      { keep: [], serial: 9 },
      { keep: [], serial: 8 },
    ]),
  );
  yield refused(
    "bad-encoding",
    "revoked-0",
    "Revocations of the serial 0.",
    await revoked([{ keep: [], serial: 0 }]),
  );
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 of a signature whose length leaves padding; those of SM2 differ in length. */
function paddedSignature({ suite, privateKey }: Laptop, bytes: Uint8Array): string {
  for (;;) {
    const base64 = Buffer.from(suite.sign(privateKey, bytes)).toString("base64");
    if (base64.endsWith("=")) return base64;
  }
}

/** Sets the lowest bit of the last letter before the padding, which no byte takes anything from. */
function withUnusedBits(base64: string): string {
  const [, head = "", last = "", padding = ""] = /^(.*)([^=])(=+)$/.exec(base64) ?? [];
  if (padding === "") throw new Error("no unused bits");
  return `${head}${ALPHABET.charAt(ALPHABET.indexOf(last) ^ 1)}${padding}`;
}
