import { beforeAll, describe, expect, test } from "vitest";
import type { SealInput, Trust } from "#main/bundle/types.ts";
import { verifyBundle } from "#main/bundle/verify.ts";
import { bytesSource } from "#main/bundle/byte-source.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import { revocationListSchema } from "#shared/bundle/revocations.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import {
  decisionBytes,
  grantInput,
  makeLaptop,
  makeOffice,
  makeRoot,
  OFFICE_UNIT,
  OTHER_UNIT,
  planInput,
  receiptInput,
  requestInput,
  revisionBytes,
  revocationsOf,
  signerOf,
  submission,
  submissionInput,
  SUITE,
  trustIn,
  UNIT,
  type Laptop,
  type Office,
} from "../../support/bundles.ts";
import { jsonOf, resealed, rezipped, textOf } from "../../support/rezip.ts";
import { assembled, type BundleInMemory } from "../../support/in-memory.ts";

let office: Office;
let sealed: BundleInMemory;
beforeAll(async () => {
  office = await makeOffice();
  sealed = await submission(office);
});

async function reasonOf(file: Uint8Array, trust: Partial<Trust> = {}): Promise<string> {
  const verdict = await verifyBundle(file, { ...office.trust, ...trust });
  return verdict.status === "rejected" ? verdict.reason : verdict.status;
}
const reasonOfInput = async (input: SealInput, trust: Partial<Trust> = {}): Promise<string> =>
  reasonOf((await assembled(input)).bytes, trust);

describe("unknown-root", () => {
  test("nothing pinned, or another root", async () => {
    expect(await reasonOf(sealed.bytes, { roots: [] })).toBe("unknown-root");
    expect(await reasonOf(sealed.bytes, { roots: trustIn(await makeRoot()).roots })).toBe("unknown-root");
  });

  test("one of several pinned roots is enough", async () => {
    const roots = [...trustIn(await makeRoot()).roots, ...office.trust.roots];
    expect(await reasonOf(sealed.bytes, { roots })).toBe("admitted");
  });

  test("no bundle pins its own root, not even a plan", async () => {
    expect(await reasonOfInput(planInput(office), { roots: [] })).toBe("unknown-root");
  });

  test("it is said before the signature is looked at", async () => {
    const broken = await rezipped(
      sealed.bytes,
      (entries) => void entries.set("manifest.sig", Buffer.alloc(64)),
    );
    expect(await reasonOf(broken, { roots: [] })).toBe("unknown-root");
  });
});

describe("bad-signature", () => {
  test.each(["manifest.sig", "signer.sig", "root.sig"])("%s of something else", async (name) => {
    const other = SUITE.sign(office.unit.privateKey, Buffer.from("something else"));
    expect(await reasonOf(await rezipped(sealed.bytes, (entries) => void entries.set(name, other)))).toBe(
      "bad-signature",
    );
  });

  test("signed by another laptop of the same root", async () => {
    expect(await reasonOf(await resealed(sealed.bytes, office.otherUnit.privateKey, () => undefined))).toBe(
      "bad-signature",
    );
  });

  test("a changed manifest under the old signature", async () => {
    const changed = await rezipped(sealed.bytes, (entries) => {
      entries.set("manifest.json", toCanonicalBytes({ ...jsonOf(entries, "manifest.json"), sequence: 2 }));
    });
    expect(await reasonOf(changed)).toBe("bad-signature");
  });

  test("a certificate changed after it was issued", async () => {
    const changed = await resealed(sealed.bytes, office.unit.privateKey, (entries) => {
      entries.set("signer.json", toCanonicalBytes({ ...jsonOf(entries, "signer.json"), role: "office" }));
    });
    expect(await reasonOf(changed)).toBe("bad-signature");
  });

  test("a laptop cannot issue certificates: chains are one step", async () => {
    const { unit, root } = office;
    const forged = await makeLaptop(await selfMadeRoot(unit), OTHER_UNIT, 5);
    const signer = { ...signerOf(forged, root), root: root.certificate };
    expect(await reasonOfInput(submissionInput(office, { signer, content: {} }))).toBe("bad-signature");
  });

  test("the manifest names another device than the signer's", async () => {
    const changed = await resealed(sealed.bytes, office.unit.privateKey, (_, manifest) => {
      manifest["device"] = office.otherUnit.device;
    });
    expect(await reasonOf(changed)).toBe("bad-signature");
  });

  test("revocations that the root did not sign", async () => {
    const { bytes } = revocationsOf(office.root, 2);
    const revocations = { bytes, signature: SUITE.sign(office.desk.privateKey, bytes) };
    const content = {
      receipt: { format: "taizhang-receipt" as const, v: 1 as const, bundles: [] },
      revocations,
    };
    expect(await reasonOfInput(receiptInput(office, { content }))).toBe("bad-signature");
  });

  test("a granted certificate that the root did not sign", async () => {
    const request = await assembled((await requestInput()).input);
    const input = grantInput(office, request);
    const { grant } = input.content;
    if (grant === undefined) throw new Error("no grant");
    const certificateSignature = Buffer.from(office.otherUnit.certificate.signature).toString("base64");
    const content = { grant: { ...grant, certificateSignature } };
    expect(await reasonOfInput({ ...input, content })).toBe("bad-signature");
  });

  test("a request signed by another key than it asks for", async () => {
    const { input } = await requestInput();
    const signer = { ...input.signer, privateKey: office.unit.privateKey };
    expect(await reasonOfInput({ ...input, signer })).toBe("bad-signature");
  });
});

async function selfMadeRoot(laptop: Laptop): Promise<Laptop> {
  const root = await makeRoot();
  return { ...root, privateKey: laptop.privateKey, certificate: root.certificate };
}

describe("digest-mismatch", () => {
  test("any listed entry changed under a valid signature", async () => {
    const changed = await rezipped(sealed.bytes, (entries) => {
      const text = textOf(entries, "records/revisions.ndjson");
      entries.set("records/revisions.ndjson", Buffer.from(text.replace('"30"', '"31"')));
    });
    expect(await reasonOf(changed)).toBe("digest-mismatch");
  });

  test("two entries swapped", async () => {
    const attachments = ["样例一", "样例二"].map((text) => {
      const bytes = Buffer.from(text);
      return { sha256: sha256Hex(bytes), bytes, source: bytesSource(bytes) };
    });
    const evidence = attachments.map(({ sha256, bytes }) => ({
      name: "样例",
      sha256,
      size: bytes.length,
      type: "",
    }));
    const revisions = [
      revisionBytes(office.unit, "", { item: "task:2", type: "task-progress", body: { evidence } }),
    ];
    const cited = await assembled(submissionInput(office, { content: { attachments, revisions } }));
    const swapped = await rezipped(cited.bytes, (entries) => {
      attachments.forEach(({ sha256 }, i) => {
        entries.set(`attachments/${sha256}`, attachments[1 - i]?.bytes ?? raise());
      });
    });
    expect(await reasonOf(cited.bytes)).toBe("admitted");
    expect(await reasonOf(swapped)).toBe("digest-mismatch");
  });

  test("a size that the manifest gives wrongly", async () => {
    const changed = await resealed(sealed.bytes, office.unit.privateKey, (_, manifest) => {
      const files = manifest["files"];
      if (!Array.isArray(files)) throw new Error("no files");
      manifest["files"] = files.map((file, i) => (i === 0 ? { ...file, size: 1 } : file));
      manifest["byHand"] = true;
    });
    expect(await reasonOf(changed)).toBe("digest-mismatch");
  });

  test("an attachment under another name than its SHA-256", async () => {
    const attachments = [{ sha256: "a".repeat(64), source: bytesSource(Buffer.from("样例")) }];
    expect(await reasonOfInput(submissionInput(office, { content: { attachments } }))).toBe(
      "digest-mismatch",
    );
  });

  test("no record is parsed before digests hold", async () => {
    const changed = await rezipped(
      sealed.bytes,
      (entries) => void entries.set("records/revisions.ndjson", Buffer.from("no JSON")),
    );
    expect(await reasonOf(changed)).toBe("digest-mismatch");
  });
});

describe("expired-certificate", () => {
  const validity = { notBefore: "2024-04-01T00:00:00.000Z", notAfter: "2024-04-30T23:59:59.999Z" };
  test.each([
    ["2024-03-31T23:59:59.999Z", "expired-certificate"],
    ["2024-04-01T00:00:00.000Z", "admitted"],
    ["2024-04-30T23:59:59.999Z", "admitted"],
    ["2024-05-01T00:00:00.000Z", "expired-certificate"],
  ])("sealed at %s: %s", async (createdAt, reason) => {
    const laptop = await makeLaptop(office.root, UNIT, 7, { validity });
    const signer = signerOf(laptop, office.root);
    expect(await reasonOfInput(submissionInput(office, { signer, content: {}, createdAt }))).toBe(reason);
  });
});

describe("revoked", () => {
  const listOf = (root: Laptop, serial: number, keep: readonly string[] = []) => ({
    root: trustIn(root).roots[0] ?? raise(),
    list: revocationListSchema.parse(
      JSON.parse(Buffer.from(revocationsOf(root, serial, keep).bytes).toString()),
    ),
  });

  test("by serial, whatever the bundle's own date", async () => {
    const old = submissionInput(office, { createdAt: "2024-01-01T00:00:00.000Z" });
    expect(await reasonOfInput(old, { revocations: [listOf(office.root, 2)] })).toBe("revoked");
    expect(await reasonOf(sealed.bytes, { revocations: [listOf(office.root, 3)] })).toBe("admitted");
  });

  test("what the list keeps stays admitted", async () => {
    expect(await reasonOf(sealed.bytes, { revocations: [listOf(office.root, 2, [sealed.digest])] })).toBe(
      "admitted",
    );
  });

  test("an older list undoes nothing, a later one may keep more", async () => {
    const [first, second] = [listOf(office.root, 2), listOf(office.root, 2, [sealed.digest])];
    for (const revocations of [
      [first, second],
      [second, first],
    ]) {
      expect(await reasonOf(sealed.bytes, { revocations })).toBe("admitted");
    }
    expect(await reasonOf(sealed.bytes, { revocations: [listOf(office.root, 3), first] })).toBe("revoked");
  });

  test("another root's serials are its own", async () => {
    expect(await reasonOf(sealed.bytes, { revocations: [listOf(await makeRoot(), 2)] })).toBe("admitted");
  });

  test("the list a bundle itself brings counts for it", async () => {
    const content = {
      receipt: { format: "taizhang-receipt" as const, v: 1 as const, bundles: [] },
      revocations: revocationsOf(office.root, 1),
    };
    expect(await reasonOfInput(receiptInput(office, { content }))).toBe("revoked");
  });
});

const raise = (): never => {
  throw new Error("not there");
};

describe("wrong-role", () => {
  test("an office reports for itself and no other, a unit sends no receipt, an office no plan", async () => {
    const { unit, desk, root } = office;
    const empty = { content: {} };
    const signedByDesk = (of: typeof UNIT) =>
      reasonOfInput(submissionInput(office, { ...empty, signer: signerOf(desk, root), unit: of }));
    expect(await signedByDesk(OFFICE_UNIT)).toBe("admitted");
    expect(await signedByDesk(UNIT)).toBe("wrong-role");
    expect(
      await reasonOfInput(
        submissionInput(office, { ...empty, signer: signerOf(root, root), unit: OFFICE_UNIT }),
      ),
    ).toBe("wrong-role");
    expect(await reasonOfInput(receiptInput(office, { signer: signerOf(unit, root) }))).toBe("wrong-role");
    expect(await reasonOfInput(planInput(office, { signer: signerOf(desk, root) }))).toBe("wrong-role");
  });

  test("a certificate with the role root makes no root of another key", async () => {
    const { root, unit } = office;
    const certificate = { ...unit.certificate.certificate, role: "root" as const };
    const bytes = toCanonicalBytes(certificate);
    const signature = SUITE.sign(root.privateKey, bytes);
    const signer = { ...signerOf(unit, root), certificate: { certificate, bytes, signature } };
    expect(await reasonOfInput(planInput(office, { signer }))).toBe("wrong-role");
  });

  test("a pinned key whose certificate is no root's", async () => {
    const { root, unit } = office;
    const certificate = { ...root.certificate.certificate, role: "office" as const };
    const bytes = toCanonicalBytes(certificate);
    const signature = SUITE.sign(root.privateKey, bytes);
    const signer = { ...signerOf(unit, root), root: { certificate, bytes, signature } };
    expect(await reasonOfInput(submissionInput(office, { signer }))).toBe("wrong-role");
  });
});

describe("wrong-unit", () => {
  test("a unit reports for another", async () => {
    expect(await reasonOfInput(submissionInput(office, { unit: OTHER_UNIT }))).toBe("wrong-unit");
  });

  test("a record of another unit in one's own bundle", async () => {
    const revisions = [revisionBytes(office.unit, "1"), revisionBytes(office.unit, "2", { unit: "360982" })];
    expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe("wrong-unit");
  });

  test("a record under a sister laptop's device", async () => {
    const revisions = [revisionBytes(office.unit, "1", { device: office.otherUnit.device })];
    expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe("wrong-unit");
  });

  test("a receipt with another unit's decisions, or to nobody", async () => {
    const receipt = { format: "taizhang-receipt" as const, v: 1 as const, bundles: [] };
    const decisions = [decisionBytes(office.desk, "0".repeat(64), { unit: "360982" })];
    expect(await reasonOfInput(receiptInput(office, { content: { receipt, decisions } }))).toBe("wrong-unit");
    expect(await reasonOfInput(receiptInput(office, { unit: null }))).toBe("wrong-unit");
  });

  test("a plan addressed to one unit, a grant to another than it names", async () => {
    expect(await reasonOfInput(planInput(office, { unit: UNIT }))).toBe("wrong-unit");
    const request = await assembled((await requestInput()).input);
    expect(await reasonOfInput(grantInput(office, request, { unit: OTHER_UNIT }))).toBe("wrong-unit");
  });

  test("it is said before a malformed record, wherever that stands", async () => {
    const revisions = [
      revisionBytes(office.unit, "1", { type: "nonsense" }),
      revisionBytes(office.unit, "2", { unit: "360982" }),
    ];
    expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe("wrong-unit");
  });
});
