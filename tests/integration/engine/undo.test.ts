import { beforeEach, describe, expect, it } from "vitest";
import type { Draft } from "#shared/checks/draft.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { saveEntries } from "#main/engine/entry/entry.ts";
import { itemHistory } from "#main/engine/entry/item-history.ts";
import { lockPeriod } from "#main/engine/period/period-lock.ts";
import type { Session } from "#main/engine/session.ts";
import { draftSteps, walkStep } from "#main/engine/entry/undo.ts";
import { draftsOf } from "#main/store/drafts.ts";
import { stepsOfItem } from "#main/store/draft-steps.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, judge, must, receiptFor, revenue, save, seal, take } from "../../support/workspaces.ts";

let laptop: Session;

withCity({ fengcheng: "360981" });
beforeEach(() => {
  laptop = scene.laptop("fengcheng");
});

const PERIOD = periodSchema.parse("2024-03");
const T02 = itemSchema.parse("indicator:T02-1");
const T03 = itemSchema.parse("indicator:T03-1");
const T04 = itemSchema.parse("indicator:T04-1");
const TASK = itemSchema.parse("task:2");

const undo = (session = laptop) => must(walkStep(session, PERIOD, "undo"));
const redo = (session = laptop) => must(walkStep(session, PERIOD, "redo"));
const typed = (amount: string, item = T02) => save(laptop, PERIOD, { [item]: revenue(amount) });
const kept = (session = laptop, item = T02): Draft | null =>
  draftsOf(session.db, PERIOD).get(item)?.draft ?? null;
const steps = (session = laptop) => must(draftSteps(session, PERIOD));

const lockFor = (office: Session) =>
  must(lockPeriod(office, { period: PERIOD, units: [unitKeySchema.parse("360981")], outcome: "locked" }));

/** The journal's last word on every item is what stands as its draft. */
function expectConsistent(session: Session): void {
  const drafts = draftsOf(session.db, PERIOD);
  for (const item of [T02, T03, T04]) {
    const changes = stepsOfItem(session.db, PERIOD, item);
    expect(changes[0]?.after ?? null).toEqual(drafts.get(item)?.draft ?? null);
    for (const [index, change] of changes.entries())
      expect(change.before).toEqual(changes[index + 1]?.after ?? null);
  }
}

describe("undo and redo", () => {
  it("walk back and forth over whole steps, and go on after a restart", () => {
    typed("1");
    typed("2");
    save(laptop, PERIOD, { [T02]: revenue("3"), [T03]: revenue("30") });
    const again = scene.copyOf(laptop);
    expect(steps(again).undo.map(({ items }) => items.length)).toEqual([2, 1, 1]);

    expect(undo(again).items).toEqual([T02, T03]);
    expect([kept(again), kept(again, T03)]).toEqual([revenue("2"), null]);
    undo(again);
    undo(again);
    expect(kept(again)).toBeNull();
    expect(undo(again)).toMatchObject({ saved: null, barred: null });

    const third = scene.copyOf(again);
    for (const amount of ["1", "2", "3"]) {
      expect(redo(third).saved?.items.find(({ item }) => item === T02)?.draft).toEqual(revenue(amount));
    }
    expect(kept(third, T03)).toEqual(revenue("30"));
    expect(redo(third)).toMatchObject({ saved: null, barred: null });
    expectConsistent(third);
  });

  it("typing after an undo ends what could be redone", () => {
    typed("1");
    typed("2");
    undo();
    typed("5");
    expect(steps()).toMatchObject({ undo: [{}, {}], redo: [] });
    undo();
    expect(kept()).toEqual(revenue("1"));
    expectConsistent(laptop);
  });

  it("a save that changes nothing is no step", () => {
    typed("1");
    typed("1");
    expect(steps().undo).toHaveLength(1);
  });

  it("text written on within two minutes is one step, figures never are", () => {
    const write = (progress: string) =>
      save(laptop, PERIOD, { "task:2": { status: "in-progress", progress } });
    save(laptop, PERIOD, { "task:2": { status: "in-progress" } });
    write("新签");
    scene.clock.set("2024-04-03T01:06:00.000Z");
    write("新签约项目");
    scene.clock.set("2024-04-03T01:10:00.000Z");
    write("新签约项目7个");
    expect(steps().undo).toHaveLength(3);
    undo();
    expect(kept(laptop, TASK)).toEqual({ status: "in-progress", progress: "新签约项目" });
    undo();
    expect(kept(laptop, TASK)).toEqual({ status: "in-progress" });
  });

  it("keep the last five hundred steps of a period", () => {
    for (let amount = 1; amount <= 600; amount += 1) typed(String(amount));
    expect(steps().undo).toHaveLength(500);
    expect(laptop.db.prepared("SELECT count(*) FROM draft_change").pluck().get()).toBe(500);
  });
});

describe("a step that something else came over", () => {
  it("stays after sealing: sealed drafts are not brought back as if they never had been", async () => {
    typed("1");
    typed("2", T03);
    typed("40", T04);
    save(laptop, PERIOD, { [T04]: revenue("-4") });
    await seal(laptop, PERIOD, scene.out());
    expect(kept()).toBeNull();
    expect(kept(laptop, T04)).toEqual(revenue("-4"));
    // What was left out because it is wrong can still be undone.
    expect(steps().undo.map(({ items }) => items)).toEqual([[T04], [T04]]);
    undo();
    expect(kept(laptop, T04)).toEqual(revenue("40"));
    undo();
    expect(undo()).toMatchObject({ saved: null, items: [] });
    expect([kept(), kept(laptop, T03)]).toEqual([null, null]);
    expectConsistent(laptop);
  });

  it("says that it was sealed where nothing is left", async () => {
    typed("1");
    undo();
    redo();
    await seal(laptop, PERIOD, scene.out());
    expect(undo()).toEqual({ saved: null, items: [], barred: { item: T02, why: "sealed" } });
    expect(redo()).toEqual({ saved: null, items: [], barred: null });
  });

  it("a correction begun before the return came in is not taken from under it", async () => {
    const office = scene.office();
    typed("1");
    const { file } = await seal(laptop, PERIOD, scene.out());
    await take(office, [file]);
    typed("2", T03);
    typed("3");
    judge(office, "returned", ["360981", PERIOD, T02], "口径不一致（样例）");
    await take(laptop, [(await receiptFor(office, "360981", scene.out())).file]);
    expect(undo().barred).toEqual({ item: T02, why: "returned" });
    expect(kept()).toEqual(revenue("3"));
    // The step before it has nothing to do with the return.
    expect(undo().items).toEqual([T03]);
    expect(kept(laptop, T03)).toBeNull();
    expectConsistent(laptop);
  });

  it("in a closed period is refused like any other change", async () => {
    const office = scene.office();
    typed("1");
    lockFor(office);
    await take(laptop, [(await receiptFor(office, "360981", scene.out())).file]);
    expect(codeOf(walkStep(laptop, PERIOD, "undo"))).toBe("period-locked");
    expect(codeOf(walkStep(laptop, periodSchema.parse("2031-01"), "undo"))).toBe("unknown-period");
    expect(kept()).toEqual(revenue("1"));
  });
});

describe("the history of an item", () => {
  const history = () => must(itemHistory(laptop, { period: PERIOD, item: T02 }));

  it("names who, when, from what to what; then what was sealed and what the office said", async () => {
    const office = scene.office();
    typed("1");
    scene.clock.set("2024-04-03T01:06:00.000Z");
    must(saveEntries(laptop, PERIOD, [{ item: T02, draft: revenue("2") }], { label: "pasted" }));
    scene.clock.set("2024-04-03T01:07:00.000Z");
    undo();
    scene.clock.set("2024-04-03T01:08:00.000Z");
    const { file } = await seal(laptop, PERIOD, scene.out());
    await take(office, [file]);
    scene.clock.set("2024-04-04T01:00:00.000Z");
    judge(office, "returned", ["360981", PERIOD, T02], "口径不一致（样例）");
    await take(laptop, [(await receiptFor(office, "360981", scene.out())).file]);
    expect(history()).toMatchObject([
      { kind: "decision", outcome: "returned", comment: "口径不一致（样例）" },
      { kind: "revision", by: "填报人甲", body: revenue("1"), replaces: false, reason: null },
      { kind: "draft", act: "undone", from: revenue("2"), to: revenue("1"), by: "填报人甲" },
      { kind: "draft", act: "pasted", from: revenue("1"), to: revenue("2"), at: "2024-04-03T01:06:00.000Z" },
      { kind: "draft", act: "typed", from: null, to: revenue("1") },
    ]);
  });
});
