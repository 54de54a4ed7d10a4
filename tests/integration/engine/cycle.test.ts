import { describe, expect, it } from "vitest";
import type { Session } from "#main/engine/session.ts";
import { resolveConflict } from "#main/engine/entry/conflicts.ts";
import { decide } from "#main/engine/review/decide.ts";
import { saveEntries } from "#main/engine/entry/entry.ts";
import { conflictList, reviewItems, reviewUnits } from "#main/engine/review/review.ts";
import { rollUpPeriod } from "#main/engine/rollup/rollup.ts";
import { submissionList } from "#main/engine/submission/submission-list.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { sampleCreditCode } from "#seeds/sample-869/rows.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  figureOf,
  itemOf,
  judge,
  must,
  receiptFor,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

withCity({ one: "360981", two: "360981" });

const PERIOD = "2024-03";
const UNIT = "360981";
const T02 = "indicator:T02-1";
const T03 = "indicator:T03-1";
const unit = unitKeySchema.parse(UNIT);
const address = { period: periodSchema.parse(PERIOD), item: itemSchema.parse(T02) };

const stateOf = (office: Session, item: string) =>
  must(reviewItems(office, address.period, unit)).find((view) => view.item === item)?.state;

/** Seals and hands over; the office takes it. */
async function handOver(from: Session, to: Session, period = PERIOD) {
  const sealed = await seal(from, period, scene.out());
  const [report] = await take(to, [sealed.file]);
  if (report === undefined) throw new Error("no report");
  return { sealed, report };
}

const answer = async (office: Session, laptop: Session) =>
  take(laptop, [(await receiptFor(office, UNIT, scene.out())).file]);

describe("return and resubmission", () => {
  it("reopens on the laptop only what was returned, with the office's words", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("120000"), [T03]: revenue("8000") });
    await handOver(laptop, office);
    expect(itemOf(laptop, PERIOD, T02)).toMatchObject({ state: "sealed", locked: true });
    judge(office, "returned", [UNIT, PERIOD, T02], "口径应为规上工业（样例）");
    await answer(office, laptop);
    expect(itemOf(laptop, PERIOD, T02)).toMatchObject({
      state: "returned",
      locked: false,
      returned: { comment: "口径应为规上工业（样例）", by: "样例汇总办" },
    });
    expect(itemOf(laptop, PERIOD, T03)).toMatchObject({ state: "sealed", locked: true, returned: null });
  });

  it("shows a corrected item as resubmitted at the office, then as accepted on both sides", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("120000") });
    await handOver(laptop, office);
    judge(office, "returned", [UNIT, PERIOD, T02], "请核对（样例）");
    await answer(office, laptop);
    save(laptop, PERIOD, { [T02]: revenue("118000") });
    await handOver(laptop, office);
    expect(stateOf(office, T02)).toBe("resubmitted");
    expect(figureOf(office, PERIOD, "T02-1").value).toBeNull();
    judge(office, "accepted", [UNIT, PERIOD, T02]);
    await answer(office, laptop);
    expect(stateOf(office, T02)).toBe("accepted");
    expect(itemOf(laptop, PERIOD, T02)).toMatchObject({ state: "accepted", locked: true });
    expect(figureOf(office, PERIOD, "T02-1").value).toBe("11.8");
  });

  it("keeps the accepted figure while a correction waits and after the correction is returned", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("1000000") });
    await handOver(laptop, office);
    judge(office, "accepted", [UNIT, PERIOD, T02]);
    await answer(office, laptop);
    save(laptop, PERIOD, { [T02]: revenue("1200000") });
    await handOver(laptop, office);
    expect(figureOf(office, PERIOD, "T02-1").value).toBe("100");
    expect(figureOf(office, PERIOD, "T02-1").units.pending).toEqual([UNIT]);
    expect(figureOf(office, PERIOD, "T02-1", true).value).toBe("120");
    judge(office, "returned", [UNIT, PERIOD, T02], "无依据（样例）");
    expect(figureOf(office, PERIOD, "T02-1").value).toBe("100");
  });
});

describe("decisions", () => {
  it.each([
    ["invalid-input", { outcome: "verified", comment: "按统计局口径", value: { confirm: "nil" } }],
    ["invalid-input", { outcome: "verified", comment: "按统计局口径", value: { inputs: { revenue: 1.5 } } }],
    ["invalid-input", { outcome: "verified", comment: "按统计局口径", value: { inputs: { unknown: "1" } } }],
    ["invalid-input", { outcome: "verified", comment: "按统计局口径" }],
    ["invalid-input", { outcome: "returned", comment: "隐藏\u202e字符" }],
    ["invalid-input", { outcome: "returned", comment: "长".repeat(2001) }],
    ["comment-required", { outcome: "returned", comment: "  " }],
    ["invalid-input", { outcome: "closed" }],
    ["nothing-to-decide", { outcome: "accepted", item: itemSchema.parse(T03) }],
    ["unknown-item", { outcome: "accepted", item: itemSchema.parse("indicator:T99-1") }],
    ["unknown-period", { outcome: "accepted", period: periodSchema.parse("2031-01") }],
    ["unknown-unit", { outcome: "accepted", unit: unitKeySchema.parse("999999") }],
  ] as const)("that the format has no place for are refused: %s", async (code, input) => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("1000") });
    await handOver(laptop, office);
    expect(codeOf(decide(office, [{ unit, ...address, ...input }]))).toBe(code);
    expect((await answer(office, laptop))[0]).toMatchObject({ status: "merged", counts: { decisions: 0 } });
  });

  it("核定 takes the figure as it was typed, stands beside the county's and is what counts", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("1000") });
    await handOver(laptop, office);
    const value = { inputs: { revenue: "1,100.50" } };
    must(decide(office, [{ unit, ...address, outcome: "verified", comment: "按统计局口径", value }]));
    expect((await answer(office, laptop))[0]?.status).toBe("merged");
    expect(figureOf(office, PERIOD, "T02-1").value).toBe("0.11005");
    expect(itemOf(laptop, PERIOD, T02)).toMatchObject({ state: "accepted", body: revenue("1000") });
  });
});

describe("two laptops of one unit that disagree", () => {
  it("are a conflict, which a laptop settles with its reason once the receipt brought both sides", async () => {
    const [office, one, two] = [scene.office(), scene.laptop("one"), scene.laptop("two")];
    save(one, PERIOD, { [T02]: revenue("100") });
    save(two, PERIOD, { [T02]: revenue("200") });
    await handOver(one, office);
    const { report } = await handOver(two, office);
    expect(report.counts.conflicts).toBe(1);
    expect(stateOf(office, T02)).toBe("conflict");
    expect(codeOf(decide(office, [{ unit, ...address, outcome: "accepted" }]))).toBe("conflict-undecided");

    judge(office, "returned", [UNIT, PERIOD, T02], "两台电脑报的不一样（样例）");
    expect(conflictList(office)).toHaveLength(1);
    await answer(office, one);
    const [conflict] = conflictList(one);
    expect(conflict?.sides.map(({ body }) => body)).toEqual(
      expect.arrayContaining([revenue("100"), revenue("200")]),
    );
    expect(itemOf(one, PERIOD, T02)).toMatchObject({
      locked: false,
      returned: { comment: "两台电脑报的不一样（样例）" },
    });

    const side = conflict?.sides.find(({ body }) => JSON.stringify(body).includes("200"));
    must(resolveConflict(one, address, side?.revision ?? "", "以财务科台账为准（样例）"));
    const { sealed } = await handOver(one, office);
    expect(sealed.revisions).toBe(1);
    expect([conflictList(one), conflictList(office)]).toEqual([[], []]);
    expect(stateOf(office, T02)).toBe("resubmitted");
    expect(itemOf(one, PERIOD, T02).body).toEqual(revenue("200", "以财务科台账为准（样例）"));
    judge(office, "accepted", [UNIT, PERIOD, T02]);
    await answer(office, one);
    expect(itemOf(one, PERIOD, T02).state).toBe("accepted");
  });

  it("keep the reason of 不涉及 beside the reason of the choice", async () => {
    const [office, one, two] = [scene.office(), scene.laptop("one"), scene.laptop("two")];
    save(one, PERIOD, { "task:2": { status: "not-applicable", reason: "本地没有此产业（样例）" } });
    save(two, PERIOD, { "task:2": { status: "in-progress", progress: "按计划推进（样例）" } });
    await handOver(one, office);
    await handOver(two, office);
    await answer(office, one);
    const side = conflictList(one)[0]?.sides.find(({ body }) => "reason" in body)?.revision ?? "";
    const at = { ...address, item: itemSchema.parse("task:2") };
    expect(codeOf(resolveConflict(one, at, side, " "))).toBe("comment-required");
    expect(codeOf(resolveConflict(one, at, "0".repeat(64), "核对后确认"))).toBe("unknown-revision");
    expect(codeOf(resolveConflict(one, address, side, "核对后确认"))).toBe("no-conflict");
    must(resolveConflict(one, at, side, "核对后确认（样例）"));
    expect(itemOf(one, PERIOD, "task:2").draft).toEqual({
      status: "not-applicable",
      reason: "本地没有此产业（样例）\n核对后确认（样例）",
    });
  });
});

describe("answers that stand", () => {
  it("不涉及 holds in later periods and is not expected there once accepted", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { "indicator:T09-1": { notApplicable: "本地没有纺织鞋服企业（样例）" } });
    await handOver(laptop, office);
    judge(office, "accepted", [UNIT, PERIOD, "indicator:T09-1"]);
    expect(itemOf(laptop, "2024-04", "indicator:T09-1")).toMatchObject({ state: "na", body: null });
    const units = ["2024-03", "2024-04"].map((period) => figureOf(office, period, "T09-1").units);
    expect(units.map(({ notApplicable }) => notApplicable)).toEqual([1, 1]);
    expect(units.map(({ missing }) => missing.includes(unit))).toEqual([false, false]);
  });

  it("register rows hold until a later period ends them", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const row = `register:chain-leaders/${sampleCreditCode(UNIT, 7)}`;
    const fields = {
      name: "样例锂电有限公司",
      chain: "new-energy",
      stage: "certified",
      provincial_platform: "provincial",
    };
    save(laptop, PERIOD, { [row]: { fields } });
    await handOver(laptop, office);
    judge(office, "accepted", [UNIT, PERIOD, row]);
    expect(itemOf(laptop, "2024-06", row).body).toMatchObject({ state: "in-force" });
    const leaders = (period: string) =>
      must(rollUpPeriod(office, periodSchema.parse(period), false)).indicators.find(
        ({ id, chain }) => id === "T13-1" && chain === "new-energy",
      )?.value;
    expect([leaders(PERIOD), leaders("2024-06")]).toEqual(["1", "1"]);
    save(laptop, "2024-06", {
      [row]: { fields, state: "ended", date: "2024-06-01", reason: "企业搬迁退出（样例）" },
    });
    await handOver(laptop, office, "2024-06");
    judge(office, "accepted", [UNIT, "2024-06", row]);
    expect([leaders(PERIOD), leaders("2024-06")]).toEqual(["1", "0"]);
    expect(() => itemOf(laptop, "2024-09", row)).toThrow("no register:");
  });

  it("a row key is one key however it was typed", () => {
    const laptop = scene.laptop("one");
    const code = sampleCreditCode(UNIT, 7);
    const fields = { name: "样例锂电有限公司", chain: "new-energy" };
    save(laptop, PERIOD, { [`register:chain-leaders/${code.toLowerCase()}\u200b`]: { fields } });
    expect(itemOf(laptop, PERIOD, `register:chain-leaders/${code}`).draft).toEqual({ fields });
    const item = itemSchema.parse("register:problems/\u200b");
    expect(codeOf(saveEntries(laptop, address.period, [{ item, draft: { fields } }]))).toBe("invalid-input");
  });
});

describe("what no receipt has named", () => {
  it("travels again until a receipt names a bundle holding it as merged", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("100") });
    const lost = await seal(laptop, PERIOD, scene.out());
    save(laptop, PERIOD, { [T03]: revenue("200") });
    const { sealed, report } = await handOver(laptop, office);
    expect(sealed).toMatchObject({ sequence: 2, revisions: 2 });
    expect(report.warnings).toEqual(["gap"]);
    expect(stateOf(office, T02)).toBe("sealed");
    expect((await take(office, [lost.file]))[0]?.warnings).toEqual([]);
    await answer(office, laptop);
    save(laptop, "2024-04", { [T02]: revenue("150") });
    const next = await handOver(laptop, office, "2024-04");
    expect(next.sealed).toMatchObject({ sequence: 3, revisions: 1 });
  });

  it("is shown as waiting, and never as received", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("100") });
    await handOver(laptop, office);
    expect(submissionList(laptop)).toMatchObject([{ receipt: "waiting", sequence: 1 }]);
    await answer(office, laptop);
    expect(submissionList(laptop)).toMatchObject([{ receipt: "merged", accepted: 0, returned: 0 }]);
  });

  it("and was written twice under one number by a copied laptop shows as a fork", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const copy = scene.copyOf(laptop);
    save(laptop, PERIOD, { [T02]: revenue("100") });
    save(copy, PERIOD, { [T02]: revenue("300") });
    await handOver(laptop, office);
    expect((await handOver(copy, office)).report.warnings).toEqual(["fork"]);
    expect(stateOf(office, T02)).toBe("conflict");
  });
});

describe("being late", () => {
  it("is judged by the office's clock, for what comes first after its due day", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const unitView = (key: string) =>
      must(reviewUnits(office, address.period)).find((view) => view.unit === key);
    save(laptop, PERIOD, { [T02]: revenue("100") });
    expect(unitView(UNIT)).toMatchObject({ timeliness: "not-due", receivedAt: null });
    scene.clock.set("2024-04-20T01:00:00.000Z");
    expect((await handOver(laptop, office)).report.warnings).toEqual([]);
    expect(unitView(UNIT)).toMatchObject({ timeliness: "on-time", daysLate: 0 });
    // 2024-03 is due on Sunday 28 April, moved to Monday. What travels again in May was received in time.
    scene.clock.set("2024-05-06T01:00:00.000Z");
    save(laptop, "2024-04", { [T02]: revenue("150") });
    expect((await handOver(laptop, office, "2024-04")).report.warnings).toEqual([]);
    save(laptop, PERIOD, { [T03]: revenue("7") });
    expect((await handOver(laptop, office)).report.warnings).toEqual(["late"]);
    expect(unitView(UNIT)).toMatchObject({ timeliness: "late", daysLate: 7 });
    expect(unitView("360982")).toMatchObject({ timeliness: "missing" });
  });

  it("a bundle from a clock more than a day ahead is taken with a warning", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    save(laptop, PERIOD, { [T02]: revenue("100") });
    scene.clock.set("2024-09-20T01:00:00.000Z");
    const { file } = await seal(laptop, PERIOD, scene.out());
    scene.clock.set("2024-04-20T01:00:00.000Z");
    expect((await take(office, [file]))[0]).toMatchObject({ status: "merged", warnings: ["clock"] });
  });
});
