import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grantEnrolment, requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { adoptNewestPlan, storePlan } from "#main/engine/plan/plans.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { writeReceipt } from "#main/engine/exchange/receipt.ts";
import { trustRoot } from "#main/engine/trust/trust-root.ts";
import { revokeCertificate } from "#main/engine/trust/revocations.ts";
import { sealSubmission } from "#main/engine/submission/seal.ts";
import type { Session } from "#main/engine/session.ts";
import { submissionPreview } from "#main/engine/submission/submission.ts";
import { createReporterWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { quarantined } from "#main/store/quarantined.ts";
import { readFact } from "#main/store/facts.ts";
import { certificates } from "#main/store/trust.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { city, scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  dependencies,
  digestOf,
  dump,
  itemOf,
  must,
  PASSPHRASE,
  PEOPLE,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

withCity({ one: "360981", two: "360981", zhangshu: "360982" });

const PERIOD = "2024-03";
const UNIT = unitKeySchema.parse("360981");
const T02 = "indicator:T02-1";
const T03 = "indicator:T03-1";
const at = { period: periodSchema.parse(PERIOD) };

const serialOf = (office: Session, laptop: Session): number =>
  certificates(office.db).find(({ device }) => device === readFact(laptop.db, "device"))?.serial ?? 0;

const attempt = async (session: Session, changes: object = {}) =>
  codeOf(await sealSubmission(session, { ...PEOPLE, ...at, dir: scene.out(), encrypt: false, ...changes }));

/** A laptop on the plan that comes with the program, which has compared nothing yet. */
async function freshLaptop(use: (session: Session) => Promise<void>): Promise<void> {
  const dir = join(scene.folder, "fresh");
  const request = { dir, unit: UNIT, name: "填报人甲", passphrase: PASSPHRASE };
  const session = must(await createReporterWorkspace(dependencies(scene.clock), request));
  try {
    await use(session);
  } finally {
    closeSession(session);
  }
}

/** Request, telephone, grant; the grant is not taken in yet. */
async function granted(office: Session, laptop: Session) {
  const request = must(await requestEnrolment(laptop, { officer: "填报人甲", dir: scene.out() }));
  await take(office, [request.file]);
  const { device } = request;
  return must(await grantEnrolment(office, { device, confirm: device, dir: scene.out() }));
}

describe("a laptop without a compared office", () => {
  it("refuses its files, and takes them by itself after the comparison", async () => {
    const office = scene.office();
    await freshLaptop(async (fresh) => {
      const grant = await granted(office, fresh);
      const reports = await take(fresh, [grant.file, city.planFile]);
      expect(reports.map(({ reason }) => reason)).toEqual(["unknown-root", "unknown-root"]);
      expect(codeOf(await trustRoot(fresh, city.fingerprint.slice(1)))).toBe("fingerprint-incomplete");
      must(await trustRoot(fresh, city.fingerprint));
      expect(quarantined(fresh.db)).toEqual([]);
      expect(fresh.planBundled).toBe(false);
      save(fresh, PERIOD, { [T02]: revenue("1") });
      expect((await seal(fresh, PERIOD, scene.out(), true)).sequence).toBe(1);
    });
  });

  it("seals only under a plan that the office signed, however much is enrolled", async () => {
    const office = scene.office();
    await freshLaptop(async (fresh) => {
      const grant = await granted(office, fresh);
      must(await trustRoot(fresh, city.fingerprint));
      save(fresh, PERIOD, { [T02]: revenue("1") });
      expect(await attempt(fresh)).toBe("not-enrolled");
      await take(fresh, [grant.file]);
      expect(await attempt(fresh)).toBe("no-plan-bundle");
      expect(itemOf(fresh, PERIOD, T02).draft).toEqual(revenue("1"));
      await take(fresh, [city.planFile]);
      expect(await attempt(fresh)).toBe("ok");
    });
  });
});

describe("sealing", () => {
  it("is refused without anything to say, proper names, unlocked keys, a folder or a valid certificate", async () => {
    const laptop = scene.laptop("one");
    expect(await attempt(laptop)).toBe("nothing-to-submit");
    save(laptop, PERIOD, { [T02]: revenue("100") });
    const before = dump(laptop);
    expect(await attempt(laptop, { filler: "" })).toBe("invalid-input");
    expect(await attempt(laptop, { head: "负责人\u202e" })).toBe("invalid-input");
    const inTheWay = join(scene.folder, "a-file");
    writeFileSync(inTheWay, "");
    expect(await attempt(laptop, { dir: inTheWay })).toBe("folder-not-writable");
    expect(await attempt(laptop, { dir: join(inTheWay, "below") })).toBe("folder-not-writable");
    scene.clock.set("2031-01-01T00:00:00.000Z");
    expect(await attempt(laptop)).toBe("outside-certificate");
    scene.clock.set("2023-01-01T00:00:00.000Z");
    expect(await attempt(laptop)).toBe("outside-certificate");
    scene.clock.set("2024-04-03T01:05:00.000Z");
    const { keys } = laptop;
    laptop.keys = null;
    expect(await attempt(laptop)).toBe("locked-key");
    expect(dump(laptop)).toBe(before);
    laptop.keys = keys;
    expect(await attempt(laptop)).toBe("ok");
    expect(await attempt(laptop)).toBe("nothing-to-submit");
  });

  it("keeps what was typed into a cell while it ran, as a draft over the sealed value", async () => {
    const laptop = scene.laptop("one");
    save(laptop, PERIOD, { [T02]: revenue("100"), [T03]: revenue("1") });
    const sealing = seal(laptop, PERIOD, scene.out());
    save(laptop, PERIOD, { [T02]: revenue("101") });
    expect((await sealing).revisions).toBe(2);
    expect(itemOf(laptop, PERIOD, T02)).toMatchObject({ draft: revenue("101"), body: revenue("100") });
    expect(itemOf(laptop, PERIOD, T03)).toMatchObject({ draft: null, body: revenue("1") });
  });

  it("writes one bundle under a number when two programs seal one workspace at once", async () => {
    const laptop = scene.laptop("one");
    save(laptop, PERIOD, { [T02]: revenue("100") });
    const both = await Promise.all([attempt(laptop), attempt(laptop)]);
    expect(both.toSorted()).toEqual(["ok", "workspace-in-use"]);
    expect(laptop.db.prepared("SELECT count(*) FROM bundle WHERE kind = 'submission'").pluck().get()).toBe(1);
  });

  it("leaves out only the item with a hard finding, and loses nothing of it", async () => {
    const laptop = scene.laptop("one");
    save(laptop, PERIOD, {
      [T02]: revenue("十二亿"),
      [T03]: revenue("8000"),
      "indicator:T04-1": revenue("-5"),
      "task:2": { status: "in-progress", progress: "\ud800 半个字（样例）" },
    });
    const { excluded } = must(submissionPreview(laptop, at.period));
    const invalid = excluded.filter(({ state }) => state === "invalid").map(({ item }) => item);
    expect(invalid.toSorted()).toEqual([T02, "indicator:T04-1"]);
    expect((await seal(laptop, PERIOD, scene.out())).revisions).toBe(2);
    expect(itemOf(laptop, PERIOD, T02)).toMatchObject({ state: "invalid", draft: revenue("十二亿") });
    expect(itemOf(laptop, PERIOD, T02).findings.map(({ tier }) => tier)).toContain("hard");
    expect(itemOf(laptop, PERIOD, "task:2").body).toMatchObject({ progress: "\ufffd 半个字（样例）" });
  });
});

describe("a newer plan", () => {
  it("holds what was made under it until its bundle arrives", async () => {
    const [office, behind, laptop] = [scene.office(), scene.office(), scene.laptop("one")];
    storePlan(office.db, { ...office.plan, version: 2 }, null);
    adoptNewestPlan(office);
    const plan = must(await publishPlan(office, scene.out()));
    await take(laptop, [plan.file]);
    expect(laptop.plan.version).toBe(2);
    save(laptop, PERIOD, { [T02]: revenue("100") });
    const { file } = await seal(laptop, PERIOD, scene.out());
    const before = digestOf(behind);
    expect((await take(behind, [file]))[0]).toMatchObject({ status: "held", reason: "newer-plan" });
    expect(digestOf(behind)).toBe(before);
    await take(behind, [plan.file]);
    expect(digestOf(behind)).toBe(digestOf(laptop));
    // In one batch each file is answered with its last word.
    const third = scene.office();
    expect((await take(third, [file, plan.file])).map(({ status }) => status)).toEqual(["merged", "merged"]);
    expect(digestOf(third)).toBe(digestOf(laptop));
  });

  it("that only came with the program never replaces one that the office signed", () => {
    const laptop = scene.laptop("one");
    storePlan(laptop.db, { ...laptop.plan, version: 9 }, null);
    adoptNewestPlan(laptop);
    expect([laptop.plan.version, laptop.planBundled]).toEqual([1, false]);
  });
});

describe("a revoked certificate", () => {
  it("keeps what the office had merged, refuses the rest, and what is kept later is taken by itself", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("100") });
    const merged = await seal(laptop, PERIOD, scene.out());
    await take(office, [merged.file]);
    save(laptop, PERIOD, { [T03]: revenue("200") });
    // A thief chooses his dates.
    scene.clock.set("2024-03-01T01:00:00.000Z");
    const rest = await seal(laptop, PERIOD, scene.out());
    scene.clock.set("2024-04-10T01:00:00.000Z");
    const before = digestOf(office);
    const serial = serialOf(office, laptop);
    expect(must(await revokeCertificate(office, serial, []))).toMatchObject({ revoked: serial, kept: 1 });
    expect(digestOf(office)).toBe(before);
    expect((await take(office, [rest.file]))[0]).toMatchObject({ status: "rejected", reason: "revoked" });
    expect((await take(office, [merged.file]))[0]?.status).toBe("duplicate");
    expect(codeOf(await revokeCertificate(office, serial, ["nonsense"]))).toBe("invalid-input");
    expect(codeOf(await revokeCertificate(office, 1, []))).toBe("unknown-device");
    expect(codeOf(await revokeCertificate(laptop, serial, []))).toBe("wrong-role");
    must(await revokeCertificate(office, serial, [rest.digest]));
    expect(digestOf(office)).toBe(digestOf(laptop));
    expect(quarantined(office.db)).toEqual([]);
  });

  it("withdraws on a laptop what it had taken from its sister, and only that", async () => {
    const [office, one, two] = [scene.office(), scene.laptop("one"), scene.laptop("two")];
    save(one, PERIOD, { [T03]: revenue("5") });
    await seal(one, PERIOD, scene.out());
    const before = digestOf(one);
    save(two, PERIOD, { [T02]: revenue("100"), [T03]: revenue("6") });
    const sister = await seal(two, PERIOD, scene.out());
    await take(one, [sister.file]);
    expect(itemOf(one, PERIOD, T02).state).toBe("sealed");
    expect(itemOf(one, PERIOD, T03).state).toBe("conflict");
    must(await revokeCertificate(office, serialOf(office, two), []));
    await take(one, [must(await publishPlan(office, scene.out())).file]);
    expect(digestOf(one)).toBe(before);
    expect(itemOf(one, PERIOD, T02).state).toBe("empty");
    expect(itemOf(one, PERIOD, T03).state).toBe("sealed");
    expect(quarantined(one.db).map(({ reason }) => reason)).toEqual(["revoked"]);
    expect((await take(one, [sister.file]))[0]).toMatchObject({ status: "rejected", reason: "revoked" });
  });
});

describe("enrolment", () => {
  it("asked for again hands the same certificate out; after a revocation it is another one", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const first = serialOf(office, laptop);
    const again = await granted(office, laptop);
    expect(again.serial).toBe(first);
    must(await revokeCertificate(office, first, []));
    const second = await granted(office, laptop);
    expect(second.serial).toBeGreaterThan(first);
    await take(laptop, [second.file]);
    save(laptop, PERIOD, { [T02]: revenue("100") });
    expect((await take(office, [(await seal(laptop, PERIOD, scene.out())).file]))[0]?.status).toBe("merged");
  });

  it("is confirmed by the device number that the other side reads out", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const request = must(await requestEnrolment(laptop, { officer: "填报人甲", dir: scene.out() }));
    await take(office, [request.file]);
    const { device } = request;
    const confirm = device.startsWith("0") ? `1${device.slice(1)}` : `0${device.slice(1)}`;
    const dir = scene.out();
    expect(codeOf(await grantEnrolment(office, { device, confirm, dir }))).toBe("device-mismatch");
    expect(codeOf(await grantEnrolment(laptop, { device, confirm: device, dir }))).toBe("wrong-role");
    const spoken = device.replace(/(.{4})/g, "$1 ").toUpperCase();
    expect(codeOf(await grantEnrolment(office, { device, confirm: spoken, dir }))).toBe("ok");
  });

  it("that ended leaves nobody to encrypt to, and a receipt is never written in the clear instead", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("zhangshu")];
    save(laptop, PERIOD, { [T02]: revenue("100") });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    must(await revokeCertificate(office, serialOf(office, laptop), []));
    const receipt = async (unit: string) =>
      codeOf(await writeReceipt(office, unitKeySchema.parse(unit), scene.out(), { encrypt: true }));
    expect(await receipt("360982")).toBe("unknown-device");
    expect(await receipt("999999")).toBe("unknown-unit");
    expect(await receipt("360981")).toBe("nothing-to-receipt");
  });
});
