import { describe, expect, it } from "vitest";
import { hexOf } from "#shared/bundle/identifiers.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { requireDeviceId } from "#main/engine/trust/device-id.ts";
import { writeExchange } from "#main/engine/exchange/exchange.ts";
import { inboxList } from "#main/engine/inbox/inbox.ts";
import { verifyLedger } from "#main/engine/ledger/ledger-audit.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { writeRecovery } from "#main/engine/exchange/recovery.ts";
import { resendBundle } from "#main/engine/bundles/resend.ts";
import type { Session } from "#main/engine/session.ts";
import { submissionList } from "#main/engine/submission/submission-list.ts";
import { unacknowledgedRevisions } from "#main/store/records.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  digestOf,
  itemOf,
  judge,
  must,
  receiptFor,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

/** Bundles that carry what others made: between laptops, between PCs of the office, and back to who lost it. */

const TONGGU = "360926";
const PERIOD = "2024-03";
const FIRST = "indicator:T02-1";
const SECOND = "indicator:T03-1";
const PLAIN = { encrypt: false };
const SEALED = { encrypt: true };

withCity({ tonggu: TONGGU, sister: TONGGU, colleague: "360900" });

const waiting = (laptop: Session): number =>
  unacknowledgedRevisions(laptop.db, must(requireDeviceId(laptop))).length;

async function submitted(laptop: Session, item: string, amount: string) {
  save(laptop, PERIOD, { [item]: revenue(amount) });
  return seal(laptop, PERIOD, scene.out());
}

describe("exchange between the laptops of a unit", () => {
  it("is encrypted only once the sister is known", async () => {
    const [first, second] = [scene.laptop("tonggu"), scene.laptop("sister")];
    expect(codeOf(await writeExchange(first, scene.out(), PLAIN))).toBe("nothing-to-exchange");
    await submitted(first, FIRST, "10");
    await submitted(second, SECOND, "20");
    expect(codeOf(await writeExchange(first, scene.out(), SEALED))).toBe("no-sister");
    await take(second, [must(await writeExchange(first, scene.out(), PLAIN)).file]);
    const answer = must(await writeExchange(second, scene.out(), SEALED));
    expect(answer.file).toMatch(/\.age$/);
    await take(first, [answer.file]);
    expect(itemOf(first, PERIOD, SECOND).body).toEqual(revenue("20"));
    expect(itemOf(second, PERIOD, FIRST).body).toEqual(revenue("10"));
    expect(digestOf(first)).toBe(digestOf(second));
  });

  it("goes on to the office inside the sister's submission, and the receipt acknowledges both", async () => {
    const [first, second, office] = [scene.laptop("tonggu"), scene.laptop("sister"), scene.office()];
    await submitted(first, FIRST, "10");
    const early = must(await writeExchange(first, scene.out(), PLAIN));
    await submitted(first, FIRST, "11");
    const later = must(await writeExchange(first, scene.out(), PLAIN));
    await take(second, [later.file, early.file]);
    const carried = await submitted(second, SECOND, "20");
    const [report] = await take(office, [carried.file]);
    expect(report?.status).toBe("merged");
    // The newest exchange holds all of the earlier one.
    expect(inboxList(office).map(({ kind, sequence }) => `${kind} ${sequence}`)).toContain("exchange 2");
    expect(inboxList(office).map(({ kind, sequence }) => `${kind} ${sequence}`)).not.toContain("exchange 1");
    expect(digestOf(office)).toBe(digestOf(second));
    expect([waiting(first), waiting(second)]).toEqual([2, 1]);
    const receipt = await receiptFor(office, TONGGU, scene.out());
    await take(first, [receipt.file]);
    await take(second, [receipt.file]);
    expect([waiting(first), waiting(second)]).toEqual([0, 0]);
    // Acknowledged once, nothing travels again.
    const next = await submitted(second, SECOND, "21");
    await take(office, [next.file]);
    expect(next.revisions).toBe(1);
    expect(inboxList(office).filter(({ kind }) => kind === "exchange")).toHaveLength(1);
  });

  it("alone is enough to hand over where the other laptop has nothing of its own", async () => {
    const [first, second, office] = [scene.laptop("tonggu"), scene.laptop("sister"), scene.office()];
    await submitted(first, FIRST, "10");
    await take(second, [must(await writeExchange(first, scene.out(), PLAIN)).file]);
    const carried = await seal(second, PERIOD, scene.out());
    expect(carried.revisions).toBe(0);
    await take(office, [carried.file]);
    expect(digestOf(office)).toBe(digestOf(first));
  });
});

describe("exchange between the PCs of the office", () => {
  it("brings both to one ledger, and a second one carries only what is new", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    expect(colleague.role).toBe("office");
    const first = await submitted(laptop, FIRST, "10");
    await take(office, [first.file]);
    judge(office, "accepted", [TONGGU, PERIOD, FIRST]);
    await receiptFor(office, TONGGU, scene.out());
    const [whole] = must(await writeOfficeExchange(office, scene.out(), { ...SEALED, all: false }));
    const [taken] = await take(colleague, [whole?.file ?? ""]);
    expect(taken?.status).toBe("merged");
    expect(digestOf(colleague)).toBe(digestOf(office));

    const second = await submitted(laptop, SECOND, "20");
    await take(colleague, [second.file]);
    judge(colleague, "returned", [TONGGU, PERIOD, SECOND], "请核对");
    const back = must(await writeOfficeExchange(colleague, scene.out(), { ...SEALED, all: false }));
    await take(
      office,
      back.map(({ file }) => file),
    );
    expect(digestOf(office)).toBe(digestOf(colleague));
    const [empty] = must(await writeOfficeExchange(office, scene.out(), { ...SEALED, all: false }));
    const [everything] = must(await writeOfficeExchange(office, scene.out(), { ...SEALED, all: true }));
    expect(empty?.size ?? 0).toBeLessThan((everything?.size ?? 0) / 2);
    expect((await verifyLedger(colleague)).ok).toBe(true);
  });

  it("lets the colleague answer a laptop it never saw the request of", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    const exchange = must(await writeOfficeExchange(office, scene.out(), { ...SEALED, all: false }));
    await take(
      colleague,
      exchange.map(({ file }) => file),
    );
    const handedOver = await submitted(laptop, FIRST, "10");
    await take(colleague, [handedOver.file]);
    const receipt = await receiptFor(colleague, TONGGU, scene.out(), true);
    const [report] = await take(laptop, [receipt.file]);
    expect(report?.status).toBe("merged");
    expect(waiting(laptop)).toBe(0);
  });

  it("splits where one bundle cannot hold it; any order of the parts gives the whole", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    for (const amount of ["10", "11", "12"])
      await take(office, [(await submitted(laptop, FIRST, amount)).file]);
    const limit = { bytes: 1_000_000_000, bundles: 2 };
    const parts = must(await writeOfficeExchange(office, scene.out(), { ...PLAIN, all: false, limit }));
    expect(parts.length).toBeGreaterThan(2);
    await take(colleague, parts.map(({ file }) => file).toReversed());
    expect(digestOf(colleague)).toBe(digestOf(office));
  });
});

describe("recovery", () => {
  it("gives a laptop restored from an old backup all it had, acknowledged, and rolls nothing back", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    const backup = scene.copyOf(laptop);
    for (const [item, amount] of [
      [FIRST, "10"],
      [SECOND, "20"],
    ] as const)
      await take(office, [(await submitted(laptop, item, amount)).file]);
    judge(office, "returned", [TONGGU, PERIOD, SECOND], "请核对");
    const recovery = must(await writeRecovery(office, unitKeySchema.parse(TONGGU), scene.out(), SEALED));
    await take(
      backup,
      recovery.map(({ file }) => file),
    );
    expect(digestOf(backup)).toBe(digestOf(office));
    expect(waiting(backup)).toBe(0);
    expect(itemOf(backup, PERIOD, SECOND).state).toBe("returned");
    expect(submissionList(backup).map(({ receipt }) => receipt)).toEqual(["merged", "merged"]);
    // It goes on where the lost laptop stopped: no number is used twice.
    const next = await submitted(backup, SECOND, "21");
    expect(next.sequence).toBe(3);
    const [report] = await take(office, [next.file]);
    expect(report?.warnings).toEqual([]);
  });

  it("carries the receipts in which another PC of the office decided", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    await take(office, [(await submitted(laptop, FIRST, "10")).file]);
    judge(office, "accepted", [TONGGU, PERIOD, FIRST]);
    await receiptFor(office, TONGGU, scene.out());
    const exchange = must(await writeOfficeExchange(office, scene.out(), { ...PLAIN, all: false }));
    await take(
      colleague,
      exchange.map(({ file }) => file),
    );
    const fresh = scene.laptop("sister");
    const [recovery] = must(await writeRecovery(colleague, unitKeySchema.parse(TONGGU), scene.out(), SEALED));
    await take(fresh, [recovery?.file ?? ""]);
    expect(itemOf(fresh, PERIOD, FIRST).state).toBe("accepted");
    expect(digestOf(fresh)).toBe(digestOf(office));
  });

  it("is refused for a unit that never sent anything", async () => {
    const office = scene.office();
    const refused = await writeRecovery(office, unitKeySchema.parse(TONGGU), scene.out(), PLAIN);
    expect(codeOf(refused)).toBe("nothing-to-recover");
  });
});

describe("writing a bundle again", () => {
  it("closes the gap that the office named, with the same bytes", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    const lost = await submitted(laptop, FIRST, "10");
    const second = await submitted(laptop, SECOND, "20");
    const [gap] = await take(office, [second.file]);
    expect(gap?.warnings).toEqual(["gap"]);
    const name = hexOf(lost.digest as Parameters<typeof hexOf>[0]).slice(0, 16);
    const again = must(await resendBundle(laptop, name, scene.out(), SEALED));
    expect(again.digest).toBe(lost.digest);
    const [report] = await take(office, [again.file]);
    expect(report).toMatchObject({ status: "merged", warnings: [] });
  });

  it("knows no bundle by too few digits, or by digits of none", async () => {
    const laptop = scene.laptop("tonggu");
    await submitted(laptop, FIRST, "10");
    for (const wanted of ["", "sha256:", "abc", "0".repeat(64)])
      expect(codeOf(await resendBundle(laptop, wanted, scene.out(), PLAIN))).toBe("unknown-bundle");
  });
});
