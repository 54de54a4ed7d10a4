import { describe, expect, it } from "vitest";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { figureChanges } from "#shared/rollup/snapshot.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { lockPeriod } from "#main/engine/period/period-lock.ts";
import { makeSnapshot, snapshotList } from "#main/engine/rollup/snapshots.ts";
import type { Session } from "#main/engine/session.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, digestOf, judge, must, revenue, save, seal, take } from "../../support/workspaces.ts";

const TONGGU = unitKeySchema.parse("360926");
const PERIOD = periodSchema.parse("2024-03");
const ITEM = "indicator:T02-1";

withCity({ tonggu: TONGGU, colleague: "360900" });

const freeze = (office: Session, comment = "通报用") =>
  must(makeSnapshot(office, { period: PERIOD, comment }));
const listOf = (office: Session) => must(snapshotList(office, PERIOD));

async function report(laptop: Session, office: Session, amount: string): Promise<void> {
  save(laptop, PERIOD, { [ITEM]: revenue(amount, "说明：样例数，按核算口径更正。") });
  await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
}

describe("汇总定稿", () => {
  it("freezes the figures and the ledger digest under numbers that grow, in a closed period too", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    await report(laptop, office, "10000");
    judge(office, "accepted", [TONGGU, PERIOD, ITEM]);
    must(lockPeriod(office, { period: PERIOD, units: [TONGGU], outcome: "locked" }));
    const digest = digestOf(office);
    expect(freeze(office)).toEqual({ number: 1, ledger: digest });
    expect(freeze(office).number).toBe(2);
    const [second, first] = listOf(office).versions;
    expect([second?.number, first?.number]).toEqual([2, 1]);
    expect([second?.latest, first?.latest]).toEqual([true, false]);
    expect(first?.figures.find(({ id }) => id === "T02-1")).toMatchObject({ value: "1", reported: 1 });
    expect(first?.since).toEqual([]);
  });

  it("lists what came after it and what that changed, until the next version", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    await report(laptop, office, "10000");
    judge(office, "accepted", [TONGGU, PERIOD, ITEM]);
    freeze(office);
    await report(laptop, office, "20000");
    const at = { unit: TONGGU, item: ITEM, period: PERIOD, kind: "corrected" };
    expect(listOf(office).versions[0]?.since).toEqual([{ ...at, counts: false }]);
    judge(office, "accepted", [TONGGU, PERIOD, ITEM]);
    const { versions, now } = listOf(office);
    expect(versions[0]?.since).toEqual([{ ...at, counts: true }]);
    const changes = figureChanges(versions[0]?.figures ?? [], now);
    expect(changes.map(({ id, before, after }) => [id, before?.value, after?.value])).toEqual([
      ["T02-1", "1", "2"],
    ]);
    freeze(office, "第二版");
    expect(listOf(office).versions[0]).toMatchObject({ number: 2, comment: "第二版", since: [] });
  });

  it("keeps and shows both where two PCs of the office made one apart; the next is later than both", async () => {
    const [office, colleague] = [scene.office(), scene.laptop("colleague")];
    freeze(office, "甲机定稿");
    freeze(colleague, "乙机定稿");
    const parts = must(await writeOfficeExchange(colleague, scene.out(), { encrypt: false, all: false }));
    await take(
      office,
      parts.map(({ file }) => file),
    );
    const { versions } = listOf(office);
    expect(versions.map(({ number, latest }) => [number, latest])).toEqual([
      [1, true],
      [1, true],
    ]);
    expect(new Set(versions.map(({ comment }) => comment))).toEqual(new Set(["甲机定稿", "乙机定稿"]));
    expect(freeze(office).number).toBe(2);
    expect(listOf(office).versions.filter(({ latest }) => latest)).toHaveLength(1);
  });

  it("is the office's, of a period of the plan, with words", () => {
    const at = { period: PERIOD, comment: "样例" };
    expect(codeOf(makeSnapshot(scene.laptop("tonggu"), at))).toBe("wrong-role");
    expect(codeOf(makeSnapshot(scene.office(), { ...at, comment: " " }))).toBe("invalid-input");
    const outside = { ...at, period: periodSchema.parse("2019-03") };
    expect(codeOf(makeSnapshot(scene.office(), outside))).toBe("unknown-period");
  });
});
