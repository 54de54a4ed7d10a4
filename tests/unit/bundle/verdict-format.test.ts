import { beforeAll, describe, expect, test } from "vitest";

import { verifyBundle } from "#main/bundle/verify.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import {
  grantInput,
  makeOffice,
  planInput,
  receiptInput,
  requestInput,
  revocationsOf,
  submission,
  SUITE,
  type Office,
} from "../../support/bundles.ts";
import { jsonOf, resealed, rezipped, textOf, type Entries } from "../../support/rezip.ts";
import { assembled, type BundleInMemory } from "../../support/in-memory.ts";

let office: Office;
let sealed: BundleInMemory;
let receipt: BundleInMemory;
beforeAll(async () => {
  office = await makeOffice();
  sealed = await submission(office);
  receipt = await assembled(
    receiptInput(office, {
      content: {
        receipt: { format: "taizhang-receipt", v: 1, bundles: [] },
        revocations: revocationsOf(office.root, 9),
      },
    }),
  );
});

async function reasonOf(file: Uint8Array): Promise<string> {
  const verdict = await verifyBundle(file, office.trust);
  return verdict.status === "rejected" ? verdict.reason : verdict.status;
}

type Manifest = Record<string, unknown>;
const submissionWith = (change: (entries: Entries, manifest: Manifest) => void): Promise<Uint8Array> =>
  resealed(sealed.bytes, office.unit.privateKey, change);
const receiptWith = (change: (entries: Entries, manifest: Manifest) => void): Promise<Uint8Array> =>
  resealed(receipt.bytes, office.desk.privateKey, change);

const setJson = (entries: Entries, name: string, changes: Record<string, unknown>): void => {
  entries.set(name, toCanonicalBytes({ ...jsonOf(entries, name), ...changes }));
};
const setText = (entries: Entries, name: string, text: string): void =>
  void entries.set(name, Buffer.from(text));

test("a resealed bundle is admitted when nothing is changed", async () => {
  expect(await reasonOf(await submissionWith(() => undefined))).toBe("admitted");
  expect(await reasonOf(await receiptWith(() => undefined))).toBe("admitted");
});

describe("unexpected-entry, as the manifest tells", () => {
  test("an entry the kind does not have, though listed and signed", async () => {
    for (const name of ["receipt.json", "plan.json", "records/decisions.ndjson", "notes.txt"]) {
      expect(await reasonOf(await submissionWith((entries) => setText(entries, name, "{}")))).toBe(
        "unexpected-entry",
      );
    }
  });

  test("an entry the kind needs", async () => {
    for (const name of [
      "receipt.json",
      "root.json",
      "root.sig",
      "signer.json",
      "revocations.sig",
      "revocations.json",
    ]) {
      const without = await receiptWith((entries) => void entries.delete(name));
      expect([name, await reasonOf(without)]).toEqual([name, "unexpected-entry"]);
    }
  });

  test("a manifest that lists itself, or an entry that is not there", async () => {
    for (const path of ["a.txt", "manifest.json", "manifest.sig"]) {
      const listed = await submissionWith((_, manifest) => {
        const file = { digest: `sha256:${"0".repeat(64)}`, path, size: 0 };
        const files = manifest["files"];
        manifest["files"] = path === "a.txt" ? [file, ...asArray(files)] : insertSorted(asArray(files), file);
        manifest["byHand"] = true;
      });
      expect(await reasonOf(listed)).toBe("unexpected-entry");
    }
  });
});

const asArray = (value: unknown): { path: string }[] => (Array.isArray(value) ? value : []);
const insertSorted = (files: { path: string }[], file: { path: string }): { path: string }[] =>
  [...files, file].toSorted((a, b) => (a.path < b.path ? -1 : 1));

describe("newer-format", () => {
  test("of the manifest, with members this program does not know", async () => {
    const newer = await submissionWith((_, manifest) => Object.assign(manifest, { v: 2, photos: [] }));
    expect(await reasonOf(newer)).toBe("newer-format");
  });

  test.each(["signer.json", "root.json"])("of %s", async (name) => {
    expect(await reasonOf(await submissionWith((entries) => setJson(entries, name, { v: 2 })))).toBe(
      "newer-format",
    );
  });

  test("it is said before what else the manifest lacks", async () => {
    const newer = await submissionWith((_, manifest) => Object.assign(manifest, { v: 2, suite: "next" }));
    expect(await reasonOf(newer)).toBe("newer-format");
  });
});

describe("unsupported-suite", () => {
  test.each(["sm2-sm3", "next-suite"])("%s in the manifest", async (suite) => {
    expect(await reasonOf(await submissionWith((_, manifest) => void (manifest["suite"] = suite)))).toBe(
      "unsupported-suite",
    );
  });

  test.each(["signer.json", "root.json"])("in %s", async (name) => {
    const changed = await submissionWith((entries) => setJson(entries, name, { suite: "sm2-sm3" }));
    expect(await reasonOf(changed)).toBe("unsupported-suite");
  });

  test("it is said before other faults of the manifest", async () => {
    const changed = await submissionWith((_, manifest) =>
      Object.assign(manifest, { suite: "next", unit: 5 }),
    );
    expect(await reasonOf(changed)).toBe("unsupported-suite");
  });
});

describe("bad-encoding of the manifest", () => {
  test.each<[string, (manifest: Manifest) => void]>([
    ["an unknown member", (manifest) => void (manifest["note"] = "x")],
    ["another format", (manifest) => void (manifest["format"] = "taizhang-record")],
    ["a kind nobody knows", (manifest) => void (manifest["kind"] = "gift")],
    ["a missing member", (manifest) => void delete manifest["people"]],
    ["sequence 0", (manifest) => void (manifest["sequence"] = 0)],
    ["a time that is none", (manifest) => void (manifest["createdAt"] = "2024-02-30T00:00:00.000Z")],
    ["a second 60", (manifest) => void (manifest["createdAt"] = "2024-04-03T01:05:60.000Z")],
    ["a control character in a name", (manifest) => void (manifest["people"] = { filler: "甲\u202e" })],
    ["periods not ascending", (manifest) => void (manifest["periods"] = ["2024-04", "2024-03"])],
    [
      "another suite's digests",
      (manifest) => {
        manifest["files"] = asArray(manifest["files"]).map((file) => ({
          ...file,
          digest: `sm3:${"0".repeat(64)}`,
        }));
        manifest["byHand"] = true;
      },
    ],
    [
      "files out of order",
      (manifest) => {
        manifest["files"] = asArray(manifest["files"]).toReversed();
        manifest["byHand"] = true;
      },
    ],
  ])("%s", async (_, change) => {
    expect(await reasonOf(await submissionWith((_entries, manifest) => change(manifest)))).toBe(
      "bad-encoding",
    );
  });

  test.each<[string, (text: string) => string]>([
    ["a space", (text) => `${text} `],
    ["a line end", (text) => `${text}\n`],
    ["a byte order mark", (text) => `\ufeff${text}`],
    [
      "members in another order",
      (text) => text.replace(/^\{"counts":(\{[^}]*\}),(.*)\}$/, '{$2,"counts":$1}'),
    ],
    ["a member twice", (text) => text.replace(/,"v":1\}$/, ',"v":1,"v":1}')],
    ["another number form", (text) => text.replace(/"v":1\}$/, '"v":1.0}')],
    ["an escape", (text) => text.replace("submission", "\\u0073ubmission")],
    ["a member named __proto__", (text) => text.replace(/^\{/, '{"__proto__":{},')],
    ["no JSON", () => "{"],
    ["an array", () => "[]"],
    ["null", () => "null"],
    ["deep nesting", () => "[".repeat(1_000_000)],
    ["bytes that are no UTF-8", () => "\udfff"],
  ])("%s, though signed", async (_, change) => {
    const changed = await rezipped(sealed.bytes, (entries) => {
      const before = textOf(entries, "manifest.json");
      const after = Buffer.from(change(before), "utf8");
      expect(after.equals(Buffer.from(before))).toBe(false);
      entries.set("manifest.json", after);
      entries.set("manifest.sig", SUITE.sign(office.unit.privateKey, after));
    });
    expect(await reasonOf(changed)).toBe("bad-encoding");
  });
});

describe("bad-encoding of keys, certificates and signatures", () => {
  test.each(["manifest.sig", "signer.sig", "root.sig"])(
    "%s: S not below L is a second form of one signature",
    async (name) => {
      const changed = await rezipped(
        sealed.bytes,
        (entries) => void entries.set(name, unreduced(entries.get(name))),
      );
      // A changed signer.sig or root.sig is also a changed entry: the encoding is said first.
      expect(await reasonOf(changed)).toBe("bad-encoding");
    },
  );

  test.each(["manifest.sig", "signer.sig", "root.sig"])("%s of another length", async (name) => {
    for (const length of [0, 63, 65, 128]) {
      const changed = await rezipped(sealed.bytes, (entries) => void entries.set(name, Buffer.alloc(length)));
      expect(await reasonOf(changed)).toBe("bad-encoding");
    }
  });

  test.each(["signer.json", "root.json"])(
    "%s: a small-order key, an unused key form, a key not the device's",
    async (name) => {
      for (const publicKey of [
        pemOf(Buffer.alloc(32)),
        pemOf(Buffer.alloc(32, 1).fill(0, 1)),
        office.otherUnit.publicKey,
        ` ${office.unit.publicKey}`,
        RSA,
      ]) {
        const changed = await submissionWith((entries) => setJson(entries, name, { publicKey }));
        expect(await reasonOf(changed)).toBe("bad-encoding");
      }
    },
  );

  test.each<[string, Record<string, unknown>]>([
    ["an unknown member", { note: "x" }],
    ["another format", { format: "taizhang-bundle" }],
    ["an unknown role", { role: "king" }],
    ["an upper-case recipient", { encryption: "AGE1" + "Q".repeat(58) }],
    ["a mistyped recipient", { encryption: `age1${"q".repeat(58)}` }],
    ["never valid", { notBefore: "2026-01-01T00:00:00.000Z", notAfter: "2025-01-01T00:00:00.000Z" }],
    ["serial 0 though issued by a root", { serial: 0 }],
    ["nobody's name", { officers: [] }],
  ])("a certificate with %s", async (_, changes) => {
    expect(await reasonOf(await submissionWith((entries) => setJson(entries, "signer.json", changes)))).toBe(
      "bad-encoding",
    );
  });

  test("documents: plan, receipt, revocations, request, grant", async () => {
    const plan = await assembled(planInput(office));
    const request = (await requestInput()).input;
    const sealedRequest = await assembled(request);
    const grant = await assembled(grantInput(office, sealedRequest));
    const cases: [Uint8Array, string, string][] = [
      [plan.bytes, office.root.privateKey, "plan.json"],
      [receipt.bytes, office.desk.privateKey, "receipt.json"],
      [receipt.bytes, office.desk.privateKey, "revocations.json"],
      [sealedRequest.bytes, request.signer.privateKey, "request.json"],
      [grant.bytes, office.root.privateKey, "grant.json"],
    ];
    for (const [bytes, key, name] of cases) {
      const spaced = await resealed(bytes, key, (entries) =>
        setText(entries, name, `${textOf(entries, name)} `),
      );
      const unknown = await resealed(bytes, key, (entries) => setJson(entries, name, { note: "x" }));
      const newer = await resealed(bytes, key, (entries) => setJson(entries, name, { v: 2 }));
      expect([name, await reasonOf(spaced)]).toEqual([name, "bad-encoding"]);
      expect([name, await reasonOf(unknown)]).toEqual([name, "bad-encoding"]);
      expect([name, await reasonOf(newer)]).toEqual([name, "newer-format"]);
    }
  });

  test("a granted signature in another base64 form", async () => {
    const grant = await assembled(grantInput(office, await assembled((await requestInput()).input)));
    const changed = await resealed(grant.bytes, office.root.privateKey, (entries) => {
      const certificateSignature = String(jsonOf(entries, "grant.json")["certificateSignature"]);
      // 64 bytes leave four unused bits before `==`: setting one gives another text for the same bytes.
      const last = certificateSignature.charAt(85);
      const sibling = "BCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/A".charAt(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(last),
      );
      setJson(entries, "grant.json", {
        certificateSignature: `${certificateSignature.slice(0, 85)}${sibling}==`,
      });
    });
    expect(await reasonOf(changed)).toBe("bad-encoding");
  });
});

const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const pemOf = (point: Uint8Array): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([SPKI, point]).toString("base64")}\n-----END PUBLIC KEY-----\n`;
const RSA = `-----BEGIN PUBLIC KEY-----\n${Buffer.alloc(90, 0x30).toString("base64").slice(0, 60)}\n-----END PUBLIC KEY-----\n`;

/** The same signature with L added to S: RFC 8032 forbids it, some programs accept it. */
function unreduced(signature: Uint8Array | undefined): Uint8Array {
  if (signature === undefined) throw new Error("no signature");
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const scalar = BigInt(
    `0x${Buffer.from(signature.subarray(32))
      .toReversed()
      .reduce((hex, byte) => hex + byte.toString(16).padStart(2, "0"), "")}`,
  );
  const larger = Buffer.from((scalar + order).toString(16).padStart(64, "0"), "hex").toReversed();
  return Buffer.concat([signature.subarray(0, 32), larger]);
}
