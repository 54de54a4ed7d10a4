import { describe, expect, it } from "vitest";
import { completenessViewSchema, type CompletenessCell } from "#shared/ipc/completeness-view.ts";
import { periodsOf } from "#shared/plan/calendar.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { completenessView } from "#main/engine/monitoring/completeness.ts";
import type { Session } from "#main/engine/session.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, judge, must, revenue, save, seal, take } from "../../support/workspaces.ts";

/** 2024年1—2月: the monthly indicators of every unit are due on Thursday 28 March 2024. Samples all. */
const PERIOD = periodSchema.parse("2024-02");
const TONGGU = unitKeySchema.parse("360926");
const FENGCHENG = unitKeySchema.parse("360981");
const DUE_DAY = "2024-03-28T03:00:00.000Z";
const NEXT_DAY = "2024-03-28T16:30:00.000Z"; // 29 March, half past midnight in China

withCity({ tonggu: TONGGU, fengcheng: FENGCHENG });

const viewOf = (office: Session, range: "year" | "plan" = "year") =>
  completenessViewSchema.parse(must(completenessView(office, { period: PERIOD, range })));

function rowOf(office: Session, unit: string) {
  const view = viewOf(office);
  const row = view.units.find((each) => each.unit === unit);
  const cell = row?.cells[view.periods.indexOf(PERIOD)];
  if (row === undefined || cell === undefined || cell === null) throw new Error(`no ${unit}`);
  return { row, cell };
}

const itemCell = (office: Session, item: string, unit: string) =>
  viewOf(office)
    .items.find((row) => row.item === item)
    ?.cells.find((cell) => cell.unit === unit);

function expectSums(cell: CompletenessCell): void {
  expect(cell.expected).toBe(cell.reported + cell.missing + cell.waiting);
  expect(cell.reported).toBe(cell.onTime + cell.late);
  expect(cell.reported).toBe(cell.accepted + cell.pending + cell.resubmitted + cell.returned + cell.conflict);
}

describe("完成情况", () => {
  it("waits on the due day and says 未报 on the day after, for every unit that reports", () => {
    const office = scene.office();
    scene.clock.set(DUE_DAY);
    const { expected } = rowOf(office, TONGGU).cell;
    expect(expected).toBeGreaterThan(0);
    expect(rowOf(office, TONGGU).cell).toMatchObject({
      waiting: expected,
      missing: 0,
      timeliness: "not-due",
    });
    scene.clock.set(NEXT_DAY);
    const { row, cell } = rowOf(office, TONGGU);
    expect(cell).toMatchObject({
      waiting: 0,
      missing: expected,
      timeliness: "missing",
      daysOverdue: 1,
      receivedAt: null,
    });
    expect(row.onTime).toEqual({ periods: 0, of: 1, percent: "0" });
    expect(viewOf(office).units).toHaveLength(11);
  });

  it("judges late by the office's receipt, whatever the laptop's clock said when it sealed", async () => {
    const [office, early, late] = [scene.office(), scene.laptop("tonggu"), scene.laptop("fengcheng")];
    scene.clock.set("2024-03-20T01:00:00.000Z");
    save(early, PERIOD, { "indicator:T02-1": revenue("10000") });
    save(late, PERIOD, { "indicator:T02-1": revenue("20000") });
    const first = await seal(early, PERIOD, scene.out());
    const second = await seal(late, PERIOD, scene.out());
    scene.clock.set(DUE_DAY);
    await take(office, [first.file]);
    scene.clock.set(NEXT_DAY);
    await take(office, [second.file]);
    expect(rowOf(office, TONGGU).cell).toMatchObject({
      reported: 1,
      onTime: 1,
      late: 0,
      timeliness: "on-time",
      receivedAt: DUE_DAY,
    });
    expect(rowOf(office, TONGGU).row.onTime).toEqual({ periods: 1, of: 1, percent: "100" });
    expect(rowOf(office, FENGCHENG).cell).toMatchObject({
      reported: 1,
      onTime: 0,
      late: 1,
      daysLate: 1,
      timeliness: "late",
    });
    expect(itemCell(office, "indicator:T02-1", FENGCHENG)).toMatchObject({
      timing: "late",
      daysLate: 1,
      dueDate: "2024-03-28",
      state: "sealed",
    });
  });

  it("takes 不涉及 out of 应报, counts 暂无 as reported, and keeps what was returned as reported", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("tonggu")];
    scene.clock.set("2024-03-20T01:00:00.000Z");
    const before = rowOf(office, TONGGU).cell.expected;
    save(laptop, PERIOD, {
      "indicator:T02-1": revenue("10000"),
      "indicator:T03-1": revenue("20000"),
      "indicator:T04-1": { noData: { source: "样例：县统计局", expected: "2024-04-20" } },
      "indicator:T09-1": { notApplicable: "样例：本地没有这条链的企业" },
    });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    judge(office, "accepted", [TONGGU, PERIOD, "indicator:T02-1", "indicator:T09-1"]);
    judge(office, "returned", [TONGGU, PERIOD, "indicator:T03-1"], "样例：请核对。");
    scene.clock.set(NEXT_DAY);
    const { cell } = rowOf(office, TONGGU);
    expect(cell).toMatchObject({
      expected: before - 1,
      reported: 3,
      onTime: 3,
      late: 0,
      missing: before - 4,
      notApplicable: 1,
      noData: 1,
      accepted: 1,
      returned: 1,
      pending: 1,
      timeliness: "on-time",
      daysOverdue: 1,
    });
    expectSums(cell);
    const timings = ["T02-1", "T03-1", "T04-1", "T09-1", "T05-1"].map((id) => {
      const found = itemCell(office, `indicator:${id}`, TONGGU);
      return [found?.timing, found?.state, found?.noData];
    });
    expect(timings).toEqual([
      ["on-time", "accepted", false],
      ["on-time", "returned", false],
      ["on-time", "sealed", true],
      ["not-applicable", "accepted", false],
      ["missing", "none", false],
    ]);
  });

  it("names the package that has not come, until it comes", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("tonggu")];
    save(laptop, PERIOD, { "indicator:T02-1": revenue("10000") });
    const first = await seal(laptop, PERIOD, scene.out());
    save(laptop, PERIOD, { "indicator:T03-1": revenue("20000") });
    const second = await seal(laptop, PERIOD, scene.out());
    await take(office, [second.file]);
    expect(rowOf(office, TONGGU).row).toMatchObject({ gaps: [{ from: 1, to: 1 }], forks: [] });
    await take(office, [first.file]);
    expect(rowOf(office, TONGGU).row).toMatchObject({ gaps: [], forks: [] });
  });

  it("names the number that a copied laptop used twice", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("tonggu")];
    const copied = scene.copyOf(laptop);
    save(laptop, PERIOD, { "indicator:T02-1": revenue("10000") });
    save(copied, PERIOD, { "indicator:T02-1": revenue("30000") });
    const files = [await seal(laptop, PERIOD, scene.out()), await seal(copied, PERIOD, scene.out())];
    await take(
      office,
      files.map(({ file }) => file),
    );
    expect(rowOf(office, TONGGU).row).toMatchObject({ gaps: [], forks: [1] });
    expect(rowOf(office, FENGCHENG).row.forks).toEqual([]);
  });

  it("adds up over the plan to its last period, in a time that a person waits for", () => {
    const office = scene.office();
    scene.clock.set("2028-03-01T01:00:00.000Z");
    const periods = periodsOf(office.plan);
    const from = performance.now();
    const view = viewOf(office, "plan");
    const took = performance.now() - from;
    expect(view.periods).toEqual(periods);
    expect(view.units.every(({ cells }) => cells.length === periods.length)).toBe(true);
    for (const cell of view.units.flatMap(({ cells }) => cells)) if (cell !== null) expectSums(cell);
    const cells = view.units.map((unit) => unit.cells[view.periods.indexOf(PERIOD)]);
    const expected = cells.reduce((sum, cell) => sum + (cell?.expected ?? 0), 0);
    expect(view.items.reduce((sum, row) => sum + row.cells.length, 0)).toBe(expected);
    expect(took).toBeLessThan(6000);
  });

  it("refuses a county and a period that the plan does not have", () => {
    expect(codeOf(completenessView(scene.laptop("tonggu"), { period: PERIOD, range: "year" }))).toBe(
      "wrong-role",
    );
    const period = periodSchema.parse("2019-03");
    expect(codeOf(completenessView(scene.office(), { period, range: "year" }))).toBe("unknown-period");
  });
});
