import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { deviceList } from "#main/engine/trust/device-list.ts";
import { grantEnrolment, requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { conflictList } from "#main/engine/review/review.ts";
import { resolveConflict } from "#main/engine/entry/conflicts.ts";
import { createKeys, putKeysAside } from "#main/engine/workspace/key-files.ts";
import { verifyLedger } from "#main/engine/ledger/ledger-audit.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { writeRecovery } from "#main/engine/exchange/recovery.ts";
import { renewKeys } from "#main/engine/workspace/renew-keys.ts";
import { resendBundle } from "#main/engine/bundles/resend.ts";
import { revokeCertificate } from "#main/engine/trust/revocations.ts";
import { unlockSession } from "#main/engine/workspace/session-keys.ts";
import type { Session } from "#main/engine/session.ts";
import { submissionList, unknownBundles } from "#main/engine/submission/submission-list.ts";
import { trustRoot } from "#main/engine/trust/trust-root.ts";
import { workspaceView } from "#main/engine/workspace/workspace-view.ts";
import { receiptLinesOfUnknown } from "#main/store/receipt-lines.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  digestOf,
  itemOf,
  judge,
  must,
  PASSPHRASE,
  receiptFor,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

/** What docs/operations/lost-and-found.md tells people to do, done. */

const TONGGU = unitKeySchema.parse("360926");
const PERIOD = "2024-03";
const FIRST = "indicator:T02-1";
const SECOND = "indicator:T03-1";
const NEW_PASSPHRASE = "样例新口令-四月开工填报";

withCity({ tonggu: TONGGU, sister: TONGGU, colleague: "360900" });

async function submitted(laptop: Session, item: string, amount: string) {
  save(laptop, PERIOD, { [item]: revenue(amount) });
  return seal(laptop, PERIOD, scene.out());
}

const serialOf = (office: Session, laptop: Session): number =>
  deviceList(office).find(({ device }) => device === workspaceView(laptop).device)?.serial ?? 0;

async function enrolled(office: Session, laptop: Session): Promise<void> {
  const request = must(await requestEnrolment(laptop, { officer: "填报人甲", dir: scene.out() }));
  await take(office, [request.file]);
  const { device } = request;
  const grant = must(await grantEnrolment(office, { device, confirm: device, dir: scene.out() }));
  await take(laptop, [grant.file]);
}

const recovered = async (office: Session, laptop: Session): Promise<void> => {
  const parts = must(await writeRecovery(office, TONGGU, scene.out(), { encrypt: true }));
  await take(
    laptop,
    parts.map(({ file }) => file),
  );
};

describe("a lost laptop", () => {
  it("is revoked: what the office had stays, what a thief writes is refused, whatever date it bears", async () => {
    const [lost, office] = [scene.laptop("tonggu"), scene.office()];
    await take(office, [(await submitted(lost, FIRST, "10")).file]);
    const onTheRoad = await submitted(lost, SECOND, "20");
    const before = digestOf(office);
    const { kept } = must(await revokeCertificate(office, serialOf(office, lost), []));
    expect(kept).toBe(1);
    expect(digestOf(office)).toBe(before);
    scene.clock.set("2024-03-31T01:00:00.000Z");
    const forged = await submitted(lost, FIRST, "99");
    for (const { file } of [onTheRoad, forged]) {
      const [report] = await take(office, [file]);
      expect(report).toMatchObject({ status: "rejected", reason: "revoked" });
    }
    expect(digestOf(office)).toBe(before);
    // The one on the road was genuine after all: the unit said so over the telephone.
    must(await revokeCertificate(office, serialOf(office, lost), [onTheRoad.digest]));
    expect(itemOf(lost, PERIOD, SECOND).body).toEqual(revenue("20"));
    expect(digestOf(office)).not.toBe(before);
  });

  it("is replaced: the new one gets all that the office has, and goes on", async () => {
    const [lost, office, fresh] = [scene.laptop("tonggu"), scene.office(), scene.laptop("sister")];
    await take(office, [(await submitted(lost, FIRST, "10")).file]);
    judge(office, "returned", [TONGGU, PERIOD, FIRST], "请核对");
    must(await revokeCertificate(office, serialOf(office, lost), []));
    await recovered(office, fresh);
    expect(digestOf(fresh)).toBe(digestOf(office));
    expect(itemOf(fresh, PERIOD, FIRST).state).toBe("returned");
    const [report] = await take(office, [(await submitted(fresh, FIRST, "11")).file]);
    expect(report).toMatchObject({ status: "merged", counts: { superseding: 1 } });
    expect(conflictList(office)).toEqual([]);
  });
});

describe("a copied laptop", () => {
  it("is named a fork, loses nothing, and each copy learns of the other by the receipt", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    await take(office, [(await submitted(laptop, SECOND, "1")).file]);
    const copy = scene.copyOf(laptop);
    const one = await submitted(laptop, FIRST, "10");
    const other = await submitted(copy, FIRST, "20");
    expect(one.sequence).toBe(other.sequence);
    const reports = await take(office, [one.file, other.file]);
    expect(reports.map(({ status }) => status)).toEqual(["merged", "merged"]);
    expect(reports.map(({ warnings }) => warnings)).toEqual([[], ["fork"]]);
    expect(conflictList(office)).toHaveLength(1);
    const receipt = await receiptFor(office, TONGGU, scene.out());
    for (const [here, there] of [
      [laptop, other],
      [copy, one],
    ] as const) {
      await take(here, [receipt.file]);
      // The receipt brings the other's package along where values conflict: nothing is unknown for long.
      expect(receiptLinesOfUnknown(here.db)).toEqual([]);
      expect(submissionList(here).map(({ digest }) => digest)).toContain(there.digest);
      expect(submissionList(here).map(({ sequence, sameNumber }) => [sequence, sameNumber.length])).toEqual([
        [2, 1],
        [2, 1],
        [1, 0],
      ]);
      expect(conflictList(here)).toHaveLength(1);
    }
  });

  it("with a package that conflicts with nothing is told so, and a recovery brings it", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    const copy = scene.copyOf(laptop);
    const one = await submitted(laptop, FIRST, "10");
    const other = await submitted(copy, SECOND, "20");
    await take(office, [one.file, other.file]);
    await take(laptop, [(await receiptFor(office, TONGGU, scene.out())).file]);
    expect(unknownBundles(laptop)).toMatchObject([{ digest: other.digest, status: "merged", reason: null }]);
    await recovered(office, laptop);
    expect(unknownBundles(laptop)).toEqual([]);
    expect(digestOf(laptop)).toBe(digestOf(office));
  });
});

describe("a laptop restored from an old backup", () => {
  it("rolls nothing back: the fork is named, the conflict resolved, the number after the highest is taken", async () => {
    const [laptop, office, sister] = [scene.laptop("tonggu"), scene.office(), scene.laptop("sister")];
    const backup = scene.copyOf(laptop);
    await take(office, [(await submitted(laptop, FIRST, "10")).file]);
    await take(office, [(await submitted(laptop, SECOND, "20")).file]);
    judge(office, "accepted", [TONGGU, PERIOD, FIRST, SECOND]);
    const before = itemOf(laptop, PERIOD, SECOND).body;
    const [report] = await take(office, [(await submitted(backup, FIRST, "11")).file]);
    expect(report?.warnings).toEqual(["fork"]);
    expect(conflictList(office)).toHaveLength(1);
    await take(backup, [(await receiptFor(office, TONGGU, scene.out())).file]);
    await recovered(office, backup);
    expect(itemOf(backup, PERIOD, SECOND).body).toEqual(before);
    const [conflict] = conflictList(backup);
    const take10 = conflict?.sides.find(({ body }) => JSON.stringify(body).includes('"10"'));
    const address = { period: conflict?.period ?? "", item: conflict?.item ?? "" } as Parameters<
      typeof resolveConflict
    >[1];
    must(resolveConflict(backup, address, take10?.revision ?? "", "以先报的为准"));
    const resolved = await seal(backup, PERIOD, scene.out());
    expect(resolved.sequence).toBe(3);
    const [last] = await take(office, [resolved.file]);
    expect(last?.warnings).toEqual([]);
    expect(conflictList(office)).toEqual([]);
    await recovered(office, sister);
    expect(digestOf(sister)).toBe(digestOf(office));
  });
});

describe("a lost passphrase", () => {
  it("makes a new computer of the laptop: drafts and packages stay, the office grants it again", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    const sent = await submitted(laptop, FIRST, "10");
    save(laptop, PERIOD, { [SECOND]: revenue("20") });
    const renewed = must(await renewKeys(laptop, { passphrase: NEW_PASSPHRASE, withRoot: false }));
    expect(renewed.fingerprint).toBeNull();
    expect(workspaceView(laptop)).toMatchObject({ enrolment: "no-request", device: renewed.device });
    expect(itemOf(laptop, PERIOD, SECOND).draft).toEqual(revenue("20"));
    await enrolled(office, laptop);
    // What the old keys signed is on its way or can be written again; it needs no key.
    await take(office, [must(await resendBundle(laptop, sent.digest, scene.out(), { encrypt: true })).file]);
    const next = await seal(laptop, PERIOD, scene.out());
    expect(next).toMatchObject({ sequence: 1, revisions: 1 });
    await take(office, [next.file]);
    // Both are number 1, each of its own keys: no fork.
    expect(submissionList(laptop)).toMatchObject([
      { digest: next.digest, sequence: 1, formerKeys: false, sameNumber: [] },
      { digest: sent.digest, sequence: 1, formerKeys: true, sameNumber: [] },
    ]);
    expect(digestOf(office)).toBe(digestOf(laptop));
    expect(readdirSync(laptop.dir).filter((name) => name.startsWith("keys-"))).toHaveLength(1);
    expect(codeOf(await unlockSession(laptop, PASSPHRASE))).toBe("wrong-passphrase");
    expect(codeOf(await unlockSession(laptop, NEW_PASSPHRASE))).toBe("ok");
  });

  it("changes nothing where the new one is too weak", async () => {
    const laptop = scene.laptop("tonggu");
    const before = workspaceView(laptop);
    expect(codeOf(await renewKeys(laptop, { passphrase: "short", withRoot: false }))).toBe("weak-passphrase");
    expect(workspaceView(laptop)).toEqual(before);
    expect(codeOf(await renewKeys(laptop, { passphrase: NEW_PASSPHRASE, withRoot: true }))).toBe(
      "wrong-role",
    );
  });
});

describe("a lost root", () => {
  it("is followed by a new one that every unit compares; all that was received stays", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    await take(office, [(await submitted(laptop, FIRST, "10")).file]);
    judge(office, "accepted", [TONGGU, PERIOD, FIRST]);
    const records = digestOf(office);
    const renewed = must(await renewKeys(office, { passphrase: NEW_PASSPHRASE, withRoot: false }));
    // The decision nobody had received is made again in the new keys' name: another id, the same words.
    expect(renewed.decisions).toBe(1);
    expect(digestOf(office)).not.toBe(records);
    expect((await verifyLedger(office)).ok).toBe(true);

    const plan = must(await publishPlan(office, scene.out()));
    const [early] = await take(laptop, [plan.file]);
    expect(early).toMatchObject({ status: "rejected", reason: "unknown-root" });
    must(await trustRoot(laptop, renewed.fingerprint ?? ""));
    await enrolled(office, laptop);
    await take(laptop, [(await receiptFor(office, TONGGU, scene.out(), true)).file]);
    expect(itemOf(laptop, PERIOD, FIRST).state).toBe("accepted");
    const [report] = await take(office, [(await submitted(laptop, SECOND, "20")).file]);
    expect(report).toMatchObject({ status: "merged", warnings: [] });
    expect(digestOf(laptop)).toBe(digestOf(office));
  });

  it("loses no decision where a crash cuts the renewal short", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    await take(office, [(await submitted(laptop, FIRST, "10")).file]);
    judge(office, "accepted", [TONGGU, PERIOD, FIRST]);
    const old = workspaceView(office).device;
    // New keys are on the disk, the ledger has not heard of them yet.
    putKeysAside(office.dir, old ?? "");
    const keys = { suite: "ed25519-sha256", withRoot: true } as const;
    must(await createKeys(office.dir, keys, NEW_PASSPHRASE));
    must(await unlockSession(office, NEW_PASSPHRASE));
    expect(workspaceView(office).device).not.toBe(old);
    const renewed = must(await renewKeys(office, { passphrase: NEW_PASSPHRASE, withRoot: false }));
    expect(renewed.decisions).toBe(1);
    expect(workspaceView(office).device).toBe(renewed.device);
    expect((await verifyLedger(office)).ok).toBe(true);
    expect((await receiptFor(office, TONGGU, scene.out())).decisions).toBe(1);
  });

  it("with its PC is followed by one on another PC of the office", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    await take(office, [(await submitted(laptop, FIRST, "10")).file]);
    const parts = must(await writeOfficeExchange(office, scene.out(), { encrypt: true, all: false }));
    await take(
      colleague,
      parts.map(({ file }) => file),
    );
    const renewed = must(await renewKeys(colleague, { passphrase: NEW_PASSPHRASE, withRoot: true }));
    must(await trustRoot(laptop, renewed.fingerprint ?? ""));
    await enrolled(colleague, laptop);
    const [report] = await take(colleague, [(await submitted(laptop, SECOND, "20")).file]);
    expect(report?.status).toBe("merged");
    expect(digestOf(colleague)).toBe(digestOf(laptop));
  });
});

describe("an office restored from a backup", () => {
  it("gets its decisions back from the receipts that laptops keep, and names what it must ask for", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    const backup = scene.copyOf(office);
    await take(office, [(await submitted(laptop, FIRST, "10")).file]);
    judge(office, "accepted", [TONGGU, PERIOD, FIRST]);
    const receipt = await receiptFor(office, TONGGU, scene.out());
    await take(laptop, [receipt.file]);
    const whole = digestOf(office);
    // Acknowledged values do not travel again by themselves: the next package shows the gap.
    const [gap] = await take(backup, [(await submitted(laptop, SECOND, "20")).file]);
    expect(gap?.warnings).toEqual(["gap"]);
    for (const { digest } of [...submissionList(laptop).slice(1), receipt]) {
      const again = must(await resendBundle(laptop, digest, scene.out(), { encrypt: true }));
      const [report] = await take(backup, [again.file]);
      expect(report?.status).toBe("merged");
    }
    await take(office, [submissionList(laptop)[0]?.file ?? ""]);
    expect(digestOf(office)).not.toBe(whole);
    expect(digestOf(backup)).toBe(digestOf(office));
    // The next receipt takes the number after the one that came back.
    judge(backup, "returned", [TONGGU, PERIOD, SECOND], "请核对");
    const next = await receiptFor(backup, TONGGU, scene.out());
    expect(next.sequence).toBe(receipt.sequence + 1);
  });

  it("gets all of it from another PC of the office", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    const backup = scene.copyOf(office);
    await take(office, [(await submitted(laptop, FIRST, "10")).file]);
    judge(office, "accepted", [TONGGU, PERIOD, FIRST]);
    for (const [from, to] of [
      [office, colleague],
      [colleague, backup],
    ] as const) {
      const parts = must(await writeOfficeExchange(from, scene.out(), { encrypt: true, all: true }));
      await take(
        to,
        parts.map(({ file }) => file),
      );
    }
    // Its own exchange comes back too where the colleague writes it once more.
    const lost = must(await resendBundle(colleague, exchangeOf(colleague), scene.out(), { encrypt: true }));
    await take(backup, [lost.file]);
    expect(digestOf(backup)).toBe(digestOf(office));
  });
});

function exchangeOf({ db }: Session): string {
  const digest = db
    .prepared("SELECT digest FROM bundle WHERE kind = 'office-exchange' AND status = 'admitted'")
    .pluck()
    .get();
  if (typeof digest !== "string") throw new Error("no exchange was taken");
  return digest;
}
