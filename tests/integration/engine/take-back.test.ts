import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { decide } from "#main/engine/review/decide.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { lockPeriod } from "#main/engine/period/period-lock.ts";
import { makeSnapshot } from "#main/engine/rollup/snapshots.ts";
import { decisionSteps, takeBack } from "#main/engine/review/take-back.ts";
import type { Session } from "#main/engine/session.ts";
import { writeFact } from "#main/store/facts.ts";
import { allSubjects } from "#main/store/subjects.ts";
import { scene, withCity } from "../../support/scene.ts";
import { digestOf, judge, must, receiptFor, revenue, save, seal, take } from "../../support/workspaces.ts";

const TONGGU = unitKeySchema.parse("360926");
const PERIOD = periodSchema.parse("2024-03");
const ITEMS = ["indicator:T02-1", "indicator:T03-1", "indicator:T04-1"] as const;

withCity({ tonggu: TONGGU, colleague: "360900" });

async function reported(): Promise<Session> {
  const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
  save(laptop, PERIOD, Object.fromEntries(ITEMS.map((item) => [item, revenue("10")])));
  await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
  return office;
}

const steps = (office: Session) => must(decisionSteps(office));
const stateOf = (office: Session) => ({ digest: digestOf(office), subjects: allSubjects(office.db) });
const undoLast = (office: Session) => must(takeBack(office, steps(office)[0]?.no ?? 0));

describe("taking the office's acts back", () => {
  it("leaves a 汇总定稿 and what it rests on, and takes back what came after", async () => {
    const office = await reported();
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[0]]);
    scene.clock.set("2024-04-03T02:00:00.000Z");
    must(makeSnapshot(office, { period: PERIOD, comment: "样例：第1版" }));
    const frozen = stateOf(office);
    expect(steps(office)).toEqual([]);
    scene.clock.set("2024-04-03T03:00:00.000Z");
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[1]]);
    expect(steps(office)).toHaveLength(1);
    undoLast(office);
    expect(stateOf(office)).toEqual(frozen);
    expect(must(makeSnapshot(office, { period: PERIOD, comment: "样例：第2版" })).number).toBe(2);
  });
  it("withdraws a bulk act whole, step by step, also after the workspace was opened anew", async () => {
    const office = await reported();
    const before = stateOf(office);
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[0], ITEMS[1]]);
    const between = stateOf(office);
    judge(office, "returned", [TONGGU, PERIOD, ITEMS[0]], "样例：请核对");
    const again = scene.copyOf(office);
    expect(steps(again).map(({ outcome, subjects }) => [outcome, subjects.length])).toEqual([
      ["returned", 1],
    ]);
    expect(undoLast(again)).toMatchObject({ outcome: "returned" });
    expect(stateOf(again)).toEqual(between);
    expect(undoLast(again)).toMatchObject({ outcome: "accepted" });
    expect(stateOf(again)).toEqual(before);
    expect(steps(again)).toEqual([]);
  });

  it("leaves alone what a receipt has carried, and what another act of the unit has not", async () => {
    const office = await reported();
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[0]]);
    const [sent] = steps(office);
    await receiptFor(office, TONGGU, scene.out());
    const digest = digestOf(office);
    expect(must(takeBack(office, sent?.no ?? 0))).toBeNull();
    expect(digestOf(office)).toBe(digest);
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[1]]);
    expect(undoLast(office)?.subjects.map(({ item }) => item)).toEqual([ITEMS[1]]);
    expect(digestOf(office)).toBe(digest);
  });

  it("leaves alone what the other PC of the office got, and what came from there", async () => {
    const [office, colleague] = [await reported(), scene.laptop("colleague")];
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[0]]);
    const parts = must(await writeOfficeExchange(office, scene.out(), { encrypt: false, all: true }));
    expect(steps(office)).toEqual([]);
    await take(
      colleague,
      parts.map(({ file }) => file),
    );
    expect(steps(colleague)).toEqual([]);
  });

  it("refuses a receipt whose decision was taken back while it was being sealed", async () => {
    const office = await reported();
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[0]]);
    const writing = receiptFor(office, TONGGU, scene.out());
    expect(undoLast(office)).not.toBeNull();
    await expect(writing).rejects.toThrow();
    expect(office.db.prepared("SELECT count(*) FROM bundle WHERE kind = 'receipt'").pluck().get()).toBe(0);
  });

  it("takes a lock back, and nothing that was judged before it while the period is closed", async () => {
    const office = await reported();
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[0]]);
    const before = stateOf(office);
    must(lockPeriod(office, { period: PERIOD, units: [TONGGU], outcome: "locked" }));
    expect(steps(office).map(({ outcome }) => outcome)).toEqual(["locked"]);
    undoLast(office);
    expect(stateOf(office)).toEqual(before);
    expect(steps(office).map(({ outcome }) => outcome)).toEqual(["accepted"]);
  });

  it("offers nothing from before a restore", async () => {
    const office = await reported();
    judge(office, "accepted", [TONGGU, PERIOD, ITEMS[0]]);
    writeFact(office.db, "restored-at", "2024-04-04T00:00:00.000Z");
    expect(steps(office)).toEqual([]);
  });

  it("gives ledger and projection back as they were, whatever was decided", async () => {
    const office = await reported();
    const act = fc.record({
      items: fc.uniqueArray(fc.constantFrom(...ITEMS), { minLength: 1 }),
      outcome: fc.constantFrom("accepted" as const, "returned" as const),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 5 }), fc.nat(5), (acts, back) => {
        const states = [stateOf(office)];
        for (const { items, outcome } of acts) {
          const at = { unit: TONGGU, period: PERIOD, outcome, comment: "样例意见" };
          must(
            decide(
              office,
              items.map((item) => ({ ...at, item: itemSchema.parse(item) })),
            ),
          );
          states.push(stateOf(office));
        }
        for (let count = 0; count < Math.min(back, acts.length); count += 1) {
          undoLast(office);
          states.pop();
          expect(stateOf(office)).toEqual(states.at(-1));
        }
        while (states.length > 1) {
          undoLast(office);
          states.pop();
        }
        expect(stateOf(office)).toEqual(states[0]);
      }),
      { numRuns: 15 },
    );
  });
});
