import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { archivedBytes } from "#main/store/archived-bundles.ts";
import { signedFromRow } from "#main/engine/trust/stored-certificate.ts";
import type { Session } from "#main/engine/session.ts";
import { issueCertificate } from "#main/keys/certificate.ts";
import { requireSuite } from "#main/keys/suites.ts";
import { allSubjects } from "#main/store/subjects.ts";
import { certificates } from "#main/store/trust.ts";
import { REJECTION_REASONS } from "#shared/bundle/reasons.ts";
import { quarantined } from "#main/store/quarantined.ts";
import { grantEnrolment, requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { inboxList } from "#main/engine/inbox/inbox.ts";
import { submissionList } from "#main/engine/submission/submission-list.ts";
import { verifyLedger } from "#main/engine/ledger/ledger-audit.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  digestOf,
  dumpBesidesQuarantine,
  judge,
  must,
  receiptFor,
  revenue,
  save,
  seal,
  take,
  tryOut,
} from "../../support/workspaces.ts";
import { makeOffice, recordBytes, submission } from "../../support/bundles.ts";
import { assembled } from "../../support/in-memory.ts";

withCity({ fengcheng: "360981", sister: "360981", zhangshu: "360982" });

const PERIOD = "2024-03";

async function submitted(name = "fengcheng", encrypt = false): Promise<string> {
  const laptop = scene.laptop(name);
  save(laptop, PERIOD, { "indicator:T02-1": revenue("120000"), "indicator:T03-1": revenue("8000") });
  return (await seal(laptop, PERIOD, scene.out(), encrypt)).file;
}

describe("a damaged or forged file", () => {
  it.each([false, true])(
    "is refused wherever one byte is flipped, and changes nothing (encrypted: %s)",
    async (encrypt) => {
      const file = await submitted("fengcheng", encrypt);
      const bytes = readFileSync(file);
      const office = scene.office();
      save(office, PERIOD, { "indicator:T01-2": { inputs: { rank: "60" } } });
      await take(office, [await submitted("zhangshu")]);
      const before = dumpBesidesQuarantine(office);
      let refused = 0;
      // Every 53rd byte reaches every entry, every header and the central directory.
      for (let at = 0; at < bytes.length; at += encrypt ? 199 : 53) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at);
        const path = join(dirname(file), `flipped-${at}`);
        writeFileSync(path, flipped);
        const [tried] = await tryOut(office, [path]);
        if (tried?.status === "mergeable") {
          // ZIP metadata that the format ignores: it is the very same bundle, by digest.
          expect(basename(file)).toContain(tried.digest?.slice(7, 23));
          continue;
        }
        refused += 1;
        const [report] = await take(office, [path]);
        expect(REJECTION_REASONS).toContain(report?.reason);
        expect(quarantined(office.db).map(({ name }) => name)).toContain(`flipped-${at}`);
      }
      expect(refused).toBeGreaterThan(10);
      expect(dumpBesidesQuarantine(office)).toBe(before);
      const [good] = await take(office, [file]);
      expect(good?.status).toBe("merged");
    },
  );

  it("stays listed with its reason, and leaves the list when the very file is taken after all", async () => {
    const office = scene.office();
    const file = join(scene.out(), "a.tzb");
    const bundle = readFileSync(await submitted());
    writeFileSync(file, bundle.subarray(0, -1));
    await take(office, [file]);
    expect(inboxList(office).filter(({ status }) => status === "rejected")).toMatchObject([
      { file: "a.tzb", reason: "damaged" },
    ]);
    writeFileSync(file, bundle);
    expect((await take(office, [file]))[0]?.status).toBe("merged");
  });
});

describe("a genuine bundle in the wrong place", () => {
  it("of an office that nobody here compared is refused as unknown-root", async () => {
    const file = join(scene.out(), "foreign.tzb");
    writeFileSync(file, (await submission(await makeOffice())).bytes);
    const office = scene.office();
    const before = digestOf(office);
    expect((await take(office, [file]))[0]).toMatchObject({ status: "rejected", reason: "unknown-root" });
    expect(digestOf(office)).toBe(before);
  });

  it("another unit's receipt and submission are refused as wrong-unit", async () => {
    const office = scene.office();
    const file = await submitted("zhangshu");
    await take(office, [file]);
    judge(office, "accepted", ["360982", PERIOD, "indicator:T02-1"]);
    const receipt = await receiptFor(office, "360982", scene.out());
    const laptop = scene.laptop("fengcheng");
    const before = digestOf(laptop);
    const reports = await take(laptop, [receipt.file, file]);
    expect(reports.map(({ reason }) => reason)).toEqual(["wrong-unit", "wrong-unit"]);
    expect(digestOf(laptop)).toBe(before);
  });

  it("a grant for the sister laptop is refused as wrong-unit", async () => {
    const office = scene.office();
    const sister = scene.laptop("sister");
    const request = must(await requestEnrolment(sister, { officer: "填报人丁", dir: scene.out() }));
    await take(office, [request.file]);
    const grant = must(
      await grantEnrolment(office, { device: request.device, confirm: request.device, dir: scene.out() }),
    );
    expect((await take(scene.laptop("fengcheng"), [grant.file]))[0]?.reason).toBe("cannot-decrypt");
    // The plain original, as the office archives it, reads but is not addressed to this laptop.
    const plain = join(scene.out(), "grant.tzb");
    writeFileSync(plain, archivedBytes(office.db, grant.digest));
    expect((await take(scene.laptop("fengcheng"), [plain]))[0]?.reason).toBe("wrong-unit");
    expect((await take(sister, [grant.file]))[0]?.status).toBe("merged");
  });
});

describe("receipts", () => {
  it("may be lost and written again, and an old one after a new one takes nothing back", async () => {
    const laptop = scene.laptop("fengcheng");
    const office = scene.office();
    save(laptop, PERIOD, { "indicator:T02-1": revenue("120000") });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    judge(office, "returned", ["360981", PERIOD, "indicator:T02-1"], "请核对（样例）");
    const lost = await receiptFor(office, "360981", scene.out());
    judge(office, "accepted", ["360981", PERIOD, "indicator:T02-1"]);
    const second = await receiptFor(office, "360981", scene.out());
    const [report] = await take(laptop, [second.file]);
    expect(report).toMatchObject({ status: "merged", warnings: ["gap"] });
    expect(submissionList(laptop)).toMatchObject([{ receipt: "merged", accepted: 1, returned: 0 }]);
    const before = digestOf(laptop);
    expect((await take(laptop, [lost.file]))[0]).toMatchObject({ status: "merged", warnings: [] });
    expect(digestOf(laptop)).toBe(before);
    expect(submissionList(laptop)).toMatchObject([{ receipt: "merged", accepted: 1, returned: 0 }]);
  });

  it("name what was refused with its reason, until the good file came", async () => {
    const office = scene.office();
    const laptop = scene.laptop("fengcheng");
    save(laptop, PERIOD, { "indicator:T02-1": revenue("120000") });
    const { file } = await seal(laptop, PERIOD, scene.out());
    const broken = join(scene.out(), "broken.tzb");
    const bytes = readFileSync(file);
    const at = bytes.indexOf("records/revisions.ndjson") + 60;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(broken, bytes);
    const [report] = await take(office, [broken]);
    expect(report?.status).toBe("rejected");
    await take(office, [file]);
    await take(laptop, [(await receiptFor(office, "360981", scene.out())).file]);
    expect(submissionList(laptop)).toMatchObject([{ receipt: "merged", receiptReason: null }]);
  });

  it("carry only what this office's PC decided, beside what another of its PCs did", async () => {
    const office = scene.office();
    await take(office, [await submitted()]);
    judge(office, "accepted", ["360981", PERIOD, "indicator:T02-1"]);
    const [report] = await take(office, [await decisionOfAnotherPc(office, scene.out())]);
    expect(report).toMatchObject({ status: "merged", counts: { decisions: 1 } });
    expect(rowOf(office, "indicator:T03-1")?.status).toBe("returned");
    expect((await receiptFor(office, "360981", scene.out())).decisions).toBe(1);
  });
});

const rowOf = (office: Session, item: string) =>
  allSubjects(office.db).find((row) => row.item === item && row.unit === "360981");

/** An office exchange of a second PC, certified by the same root, that sends one item back. */
async function decisionOfAnotherPc(office: Session, dir: string): Promise<string> {
  const root = office.keys?.root;
  const stored = certificates(office.db).find(({ serial }) => serial === 0);
  if (!root || stored === undefined) throw new Error("no root");
  const rootCertificate = signedFromRow(stored);
  const { privateKey, publicKey } = requireSuite(root.suite).generate();
  const { encryption, plan, unit, notBefore, notAfter } = rootCertificate.certificate;
  const subject = { encryption, plan, unit, notBefore, notAfter, officers: ["汇总员戊"] };
  const certificate = issueCertificate(
    { privateKey: root.privateKey, certificate: rootCertificate },
    { ...subject, publicKey, role: "office", serial: 90 },
  );
  const at = "2024-04-05T01:00:00.000Z";
  const decision = recordBytes({
    at,
    author: { name: "汇总员戊", role: "office" },
    body: {
      comment: "请核对（样例）",
      outcome: "returned",
      revisions: [rowOf(office, "indicator:T03-1")?.current],
    },
    device: certificate.certificate.device,
    format: "taizhang-record",
    parents: [],
    planVersion: 1,
    subject: { item: "indicator:T03-1", period: PERIOD, plan, unit: "360981" },
    type: "decision",
    v: 1,
  });
  const bundle = await assembled({
    kind: "office-exchange",
    unit: office.unit,
    plan: { id: plan, version: 1 },
    periods: [periodSchema.parse(PERIOD)],
    people: {},
    sequence: 1,
    previous: null,
    createdAt: at,
    signer: { privateKey, certificate, root: rootCertificate },
    content: { decisions: [decision] },
  });
  const file = join(dir, "exchange.tzb");
  writeFileSync(file, bundle.bytes);
  return file;
}

describe("the audit of a ledger", () => {
  it("finds a changed record, a record out of nowhere, a missing and a swapped archive", async () => {
    const office = scene.office();
    await take(office, [await submitted(), await submitted("zhangshu")]);
    expect((await verifyLedger(office)).ok).toBe(true);
    const kinds = async (copy: typeof office) => {
      const audited = await verifyLedger(copy);
      return audited.ok ? [] : [...new Set(audited.error.map(({ kind }) => kind))].toSorted();
    };
    const changed = scene.copyOf(office);
    changed.db
      .prepared(
        "UPDATE record SET canonical = replace(canonical, '120000', '999999') WHERE canonical LIKE '%120000%'",
      )
      .run();
    expect(await kinds(changed)).toEqual(["projection-differs", "record-changed"]);
    const moved = scene.copyOf(office);
    moved.db.prepared("UPDATE record SET unit = '360983' WHERE unit = '360982'").run();
    expect(await kinds(moved)).toEqual(["projection-differs", "record-changed"]);
    const fromNowhere = scene.copyOf(office);
    fromNowhere.db.prepared("DELETE FROM bundle_record").run();
    expect(await kinds(fromNowhere)).toEqual(["record-changed"]);
    const swapped = scene.copyOf(office);
    const archived = swapped.db
      .prepared("SELECT digest FROM bundle WHERE kind = 'submission' ORDER BY digest")
      .pluck()
      .all();
    swapped.db
      .prepared(
        "UPDATE archived_bundle SET bytes = (SELECT bytes FROM archived_bundle WHERE digest = ?) WHERE digest = ?",
      )
      .run(archived[1], archived[0]);
    expect(await kinds(swapped)).toEqual(["bundle-refused"]);
    swapped.db.prepared("DELETE FROM archived_bundle WHERE digest = ?").run(archived[0]);
    expect(await kinds(swapped)).toEqual(["bundle-missing"]);
  });
});
