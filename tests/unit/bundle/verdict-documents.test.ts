import { beforeAll, describe, expect, test } from "vitest";
import { verifyBundle } from "#main/bundle/verify.ts";
import { selfSignedRoot } from "#main/keys/certificate.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import {
  grantInput,
  makeOffice,
  PLAN_ID,
  receiptInput,
  requestInput,
  revocationsOf,
  submission,
  UNIT,
  VALIDITY,
  type Office,
} from "../../support/bundles.ts";
import { assembled, type BundleInMemory } from "../../support/in-memory.ts";
import { jsonOf, resealed, type Entries } from "../../support/rezip.ts";

/** What travels in JSON beside manifest and records: receipts, requests, grants, revocations. */

let office: Office;
let request: BundleInMemory;
let requestKey: string;
let grant: BundleInMemory;
let receipt: BundleInMemory;
beforeAll(async () => {
  office = await makeOffice();
  const { input } = await requestInput();
  requestKey = input.signer.privateKey;
  request = await assembled(input);
  grant = await assembled(grantInput(office, request));
  const content = { receipt: { format: "taizhang-receipt" as const, v: 1 as const, bundles: [] } };
  receipt = await assembled(
    receiptInput(office, { content: { ...content, revocations: revocationsOf(office.root, 9) } }),
  );
});

type Changes = Record<string, unknown>;
type Change = (entries: Entries, manifest: Changes) => void;

async function reasonOf(file: Uint8Array): Promise<string> {
  const verdict = await verifyBundle(file, office.trust);
  return verdict.status === "rejected" ? verdict.reason : verdict.status;
}
const requestWith = async (change: Change): Promise<string> =>
  reasonOf(await resealed(request.bytes, requestKey, change));
const grantWith = async (change: Change): Promise<string> =>
  reasonOf(await resealed(grant.bytes, office.root.privateKey, change));
const receiptWith = async (change: Change): Promise<string> =>
  reasonOf(await resealed(receipt.bytes, office.desk.privateKey, change));

const set =
  (name: string, changes: Changes): Change =>
  (entries) =>
    void entries.set(name, toCanonicalBytes({ ...jsonOf(entries, name), ...changes }));
const setGranted =
  (changes: Changes, outer: Changes = {}): Change =>
  (entries) => {
    const certificate = { ...office.unit.certificate.certificate, ...changes };
    set("grant.json", { certificate, ...outer })(entries, {});
  };

const SM3 = `sm3:${"a".repeat(64)}`;
const MISTYPED = `age1${"q".repeat(58)}`;

test("unchanged ones are admitted", async () => {
  const nothing: Change = () => undefined;
  expect(await Promise.all([requestWith(nothing), grantWith(nothing), receiptWith(nothing)])).toEqual([
    "admitted",
    "admitted",
    "admitted",
  ]);
});

describe("digests of another suite than the manifest's", () => {
  test("previous", async () => {
    expect(await receiptWith((_, manifest) => void (manifest["previous"] = SM3))).toBe("bad-encoding");
  });

  test("keep", async () => {
    expect(
      await receiptWith((entries) => {
        const { bytes, signature } = revocationsOf(office.root, 9, [SM3]);
        entries.set("revocations.json", bytes);
        entries.set("revocations.sig", signature);
      }),
    ).toBe("bad-encoding");
  });

  test("the request that a grant answers", async () => {
    expect(await grantWith(set("grant.json", { request: SM3 }))).toBe("bad-encoding");
  });

  test("a receipt may list bundles from before the office changed its suite", async () => {
    const line = { digest: SM3, receivedAt: "2024-04-05T00:00:00.000Z", status: "merged" };
    expect(await receiptWith(set("receipt.json", { bundles: [line] }))).toBe("admitted");
  });
});

describe("newer-format and unsupported-suite, whatever else is wrong", () => {
  test.each<[string, Changes, string]>([
    ["a newer version", { v: 2, photos: [] }, "newer-format"],
    ["a suite nobody knows", { suite: "next", photos: [] }, "unsupported-suite"],
    ["the other suite", { suite: "sm2-sm3" }, "unsupported-suite"],
    ["a newer version of a suite nobody knows", { v: 2, suite: "next" }, "newer-format"],
    ["a newer version of another format", { v: 2, format: "taizhang-record" }, "bad-encoding"],
  ])("%s", async (_, changes, reason) => {
    expect(await requestWith(set("request.json", changes))).toBe(reason);
    expect(await requestWith(set("signer.json", changes))).toBe(reason);
    expect(await grantWith(setGranted(changes))).toBe(reason);
    expect(await grantWith(setGranted(changes, { office: null }))).toBe(reason);
  });

  test("a grant without a certificate", async () => {
    expect(await grantWith(set("grant.json", { certificate: null }))).toBe("bad-encoding");
  });
});

describe("recipients with a wrong checksum", () => {
  test("in a request, in a granted certificate, of the office", async () => {
    expect(await requestWith(set("request.json", { encryption: MISTYPED }))).toBe("bad-encoding");
    expect(await grantWith(setGranted({ encryption: MISTYPED }))).toBe("bad-encoding");
    const { unit, name } = { unit: UNIT, name: "样例汇总办公室" };
    expect(await grantWith(set("grant.json", { office: { name, recipients: [MISTYPED], unit } }))).toBe(
      "bad-encoding",
    );
  });
});

describe("a request for the role root", () => {
  test("has no form", async () => {
    expect(await requestWith(set("request.json", { role: "root" }))).toBe("bad-encoding");
  });

  test("by its self-signed certificate is wrong-role", async () => {
    const { input } = await requestInput();
    const key = { suite: "ed25519-sha256", privateKey: input.signer.privateKey };
    const { encryption, officers } = input.signer.certificate.certificate;
    const certificate = selfSignedRoot(key, { encryption, officers, plan: PLAN_ID, unit: UNIT, ...VALIDITY });
    const asked = await assembled({ ...input, signer: { ...input.signer, certificate } });
    expect(await reasonOf(asked.bytes)).toBe("wrong-role");
  });
});

test("a manifest can be read though its signature has no form: entries are judged against its list", async () => {
  const sealed = await submission(office);
  const changed = async (change: Change) =>
    reasonOf(await resealed(sealed.bytes, office.unit.privateKey, change));
  const previous: Change = (_, manifest) => void (manifest["previous"] = SM3);
  expect(await changed(previous)).toBe("bad-encoding");
  expect(
    await changed((entries, manifest) => {
      previous(entries, manifest);
      entries.set("notes.txt", Buffer.from("x"));
    }),
  ).toBe("unexpected-entry");
});
