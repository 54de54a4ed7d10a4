import { beforeAll, describe, expect, test } from "vitest";
import type { OpenedBundle, SealInput } from "#main/bundle/types.ts";
import { verifyBundle } from "#main/bundle/verify.ts";
import { bytesSource, wholeOf } from "#main/bundle/byte-source.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import {
  decisionBytes,
  grantInput,
  makeOffice,
  planInput,
  PLAN_BYTES,
  PLAN_DIGEST,
  receiptInput,
  requestInput,
  revisionBytes,
  revocationsOf,
  signerOf,
  submission,
  submissionInput,
  SUITE,
  trustIn,
  type Office,
} from "../../support/bundles.ts";
import { textOf, entriesOf } from "../../support/rezip.ts";
import { assembled, encryptTo, sealedInMemory, verdictAndRecords } from "../../support/in-memory.ts";

let office: Office;
beforeAll(async () => {
  office = await makeOffice();
});

async function admitted(input: SealInput): Promise<OpenedBundle> {
  const sealed = await sealedInMemory(input);
  if (!sealed.ok) throw new Error(`${sealed.error.reason}: ${sealed.error.detail}`);
  const verdict = await verifyBundle(sealed.value.bytes, office.trust);
  if (verdict.status !== "admitted") throw new Error(JSON.stringify(verdict.reason));
  expect(verdict.bundle.digest).toBe(sealed.value.digest);
  expect(verdict.bundle.manifest).toEqual(sealed.value.manifest);
  return verdict.bundle;
}

describe("what each kind brings", () => {
  test("a submission brings its revisions, ascending by id", async () => {
    const input = submissionInput(office);
    const bundle = await admitted(input);
    const ids = input.content.revisions?.map(({ id }) => id).toSorted();
    const { records } = await verdictAndRecords(wholeOf(bundle.source), office.trust);
    expect(records.map(({ id }) => id)).toEqual(ids);
    expect(records.map(({ record }) => record.type)).toEqual(Array(3).fill("indicator-value"));
    expect(bundle.manifest.counts).toEqual({ attachments: 0, decisions: 0, revisions: 3 });
    expect(bundle.signer.certificate.unit).toBe("360981");
    expect(bundle.root?.fingerprint).toBe(office.trust.roots[0]);
  });

  test("a submission brings the evidence its revisions cite and the exchanges it embeds", async () => {
    const evidence = Buffer.from("样例证明材料");
    const sha256 = sha256Hex(evidence);
    const cited = { name: "样例.pdf", sha256, size: evidence.length, type: "application/pdf" };
    const revision = revisionBytes(office.unit, "", {
      item: "task:2",
      type: "task-progress",
      body: { evidence: [cited], progress: "样例进展", status: "in-progress" },
    });
    const inner = await assembled({ ...submissionInput(office), kind: "exchange" });
    const bundle = await admitted(
      submissionInput(office, {
        content: {
          revisions: [revision],
          attachments: [{ sha256, source: bytesSource(evidence) }],
          bundles: [inner],
        },
      }),
    );
    expect(bundle.attachments.map(({ source }) => Buffer.from(wholeOf(source)))).toEqual([evidence]);
    const [within] = bundle.embedded;
    expect(within?.digest).toBe(inner.digest);
    expect((await verifyBundle(within?.source ?? Buffer.of(), office.trust)).status).toBe("admitted");
  });

  test("a plan bundle brings the plan and needs no plan to be known", async () => {
    const sealed = await assembled(planInput(office));
    const verdict = await verifyBundle(sealed.bytes, { ...office.trust, plans: null });
    if (verdict.status !== "admitted") throw new Error("not admitted");
    expect(verdict.bundle.plan?.digest).toBe(PLAN_DIGEST);
    expect(Buffer.compare(verdict.bundle.plan?.bytes ?? Buffer.of(), PLAN_BYTES)).toBe(0);
    expect(verdict.bundle.plan?.value.id).toBe("yichun-869");
  });

  test("a request vouches for itself: no root is pinned, no plan known", async () => {
    const { laptop, input } = await requestInput();
    const sealed = await assembled(input);
    const verdict = await verifyBundle(sealed.bytes, { ...office.trust, roots: [], plans: null });
    if (verdict.status !== "admitted") throw new Error("not admitted");
    expect(verdict.bundle.request?.device).toBe(laptop.device);
    expect(verdict.bundle.root).toBeNull();
  });

  test("a grant brings a certificate the unit can sign with", async () => {
    const request = await assembled((await requestInput()).input);
    const bundle = await admitted(grantInput(office, request));
    const certificate = bundle.grant?.certificate;
    expect(certificate?.certificate.serial).toBe(2);
    expect(certificate?.bytes).toEqual(office.unit.certificate.bytes);
    const signer = { ...signerOf(office.unit, office.root), ...(certificate && { certificate }) };
    expect((await sealedInMemory(submissionInput(office, { signer }))).ok).toBe(true);
  });

  test("a receipt brings what arrived, decisions and revocations", async () => {
    const merged = await submission(office);
    const decision = decisionBytes(office.desk, "0".repeat(64));
    const bundle = await admitted(
      receiptInput(office, {
        content: {
          receipt: {
            format: "taizhang-receipt",
            v: 1,
            bundles: [{ digest: merged.digest, receivedAt: "2024-04-05T00:00:00.000Z", status: "merged" }],
          },
          decisions: [decision],
          revocations: revocationsOf(office.root, 9),
        },
      }),
    );
    expect(bundle.receipt?.bundles[0]?.status).toBe("merged");
    const { records } = await verdictAndRecords(wholeOf(bundle.source), office.trust);
    expect(records.map(({ record }) => record.body)).toMatchObject([{ outcome: "accepted" }]);
    expect(bundle.revocations?.list.revoked).toEqual([{ keep: [], serial: 9 }]);
  });

  test("a recovery and an office exchange carry decisions; only the latter of any unit", async () => {
    const elsewhere = decisionBytes(office.desk, "0".repeat(64), { unit: "360982", period: "2023-12" });
    const common = { content: { decisions: [elsewhere] } };
    await admitted(
      receiptInput(office, {
        ...common,
        kind: "office-exchange",
        unit: office.desk.certificate.certificate.unit,
      }),
    );
    const recovery = await sealedInMemory(receiptInput(office, { ...common, kind: "recovery" }));
    expect(recovery).toMatchObject({ ok: false, error: { reason: "wrong-unit" } });
  });
});

describe("on the road", () => {
  test("each recipient opens the encrypted bundle, and what is archived is the decrypted one", async () => {
    const sealed = await submission(office);
    const encrypted = await encryptTo([office.desk.age.recipient, office.root.age.recipient], sealed.bytes);
    for (const { age } of [office.desk, office.root]) {
      const verdict = await verifyBundle(encrypted, { ...office.trust, identities: [age.identity] });
      if (verdict.status !== "admitted") throw new Error("not admitted");
      expect(Buffer.compare(wholeOf(verdict.bundle.source), sealed.bytes)).toBe(0);
    }
  });

  test("nothing of the unit stands readable in the encrypted bundle", async () => {
    const sealed = await submission(office);
    const encrypted = Buffer.from(await encryptTo([office.desk.age.recipient], sealed.bytes));
    for (const secret of ["360981", "填报人甲", "manifest.json"])
      expect(encrypted.includes(secret)).toBe(false);
  });
});

describe("sealing", () => {
  test("the same content sealed twice has one digest", async () => {
    const [first, second] = [await submission(office), await submission(office)];
    expect(second.digest).toBe(first.digest);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  test("the manifest is signed as it stands, and its digest is the bundle's", async () => {
    const sealed = await submission(office);
    const entries = await entriesOf(sealed.bytes);
    expect(JSON.parse(textOf(entries, "manifest.json"))).toEqual(sealed.manifest);
    expect(sealed.digest).toBe(`sha256:${sha256Hex(entries.get("manifest.json") ?? Buffer.of())}`);
    const key = SUITE.readPublicKey(office.unit.publicKey);
    const signature = entries.get("manifest.sig") ?? Buffer.of();
    expect(key.ok && SUITE.verify(key.value, entries.get("manifest.json") ?? Buffer.of(), signature)).toBe(
      true,
    );
  });

  test("outside the certificate's validity nothing is sealed", async () => {
    const late = await sealedInMemory(submissionInput(office, { createdAt: "2027-01-01T00:00:00.000Z" }));
    expect(late).toMatchObject({ ok: false, error: { reason: "expired-certificate" } });
  });

  test("an office laptop seals no submission", async () => {
    const signer = signerOf(office.desk, office.root);
    const sealed = await sealedInMemory(submissionInput(office, { signer, content: {} }));
    expect(sealed).toMatchObject({ ok: false, error: { reason: "wrong-role" } });
  });

  test("a root nobody pinned is unknown, whatever it signs", async () => {
    const stranger = await makeOffice();
    const sealed = await submission(stranger);
    expect(await verifyBundle(sealed.bytes, trustIn(office.root))).toMatchObject({ reason: "unknown-root" });
  });
});
