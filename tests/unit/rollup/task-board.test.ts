import { describe, expect, it } from "vitest";
import { countCells, taskRows, type TaskFacts } from "#shared/rollup/task-board.ts";
import { ELEVEN, period, plan, unit } from "./sketch.ts";

const JUNE = period("2024-06");
const FENGCHENG = unit("360981");
const TODAY = "2024-07-20";

const fact = (no: number, more: Partial<TaskFacts> = {}): TaskFacts => ({
  unit: FENGCHENG,
  no,
  period: JUNE,
  state: "accepted",
  body: { status: "in-progress" },
  accepted: { status: "in-progress" },
  closed: false,
  ...more,
});

const cellAt = (facts: readonly TaskFacts[], no: number, { at = JUNE, today = TODAY } = {}) => {
  const row = taskRows(plan, at, facts, today).find((each) => each.no === no);
  const cell = row?.cells.find((each) => each.unit === FENGCHENG);
  if (cell === undefined) throw new Error(`no task ${no}`);
  return cell;
};

describe("任务进度", () => {
  it("has every task at every county and zone, 未报 where nothing was said and something is due", () => {
    const rows = taskRows(plan, JUNE, [], TODAY);
    expect(rows).toHaveLength(37);
    expect(rows.map(({ cells }) => cells.length)).toEqual(rows.map(() => ELEVEN.length));
    expect(countCells(rows.flatMap(({ cells }) => cells)).missing).toBe(37 * ELEVEN.length);
  });

  it("never fills a period with the last one's word, but names it", () => {
    const march = fact(2, { period: period("2024-03") });
    expect(cellAt([march], 2)).toMatchObject({
      status: null,
      notDue: false,
      last: { period: "2024-03", status: "in-progress" },
    });
    expect(cellAt([march], 2, { at: period("2024-05") })).toMatchObject({ status: null, notDue: true });
  });

  it("lets 不涉及 and 办结 stand until changed", () => {
    const march = period("2024-03");
    const said = { status: "not-applicable" as const };
    expect(cellAt([fact(2, { period: march, body: said, accepted: said })], 2).status).toBe("not-applicable");
    const done = { status: "completed" as const };
    const closed = fact(2, { period: march, body: done, accepted: done, closed: true });
    expect(cellAt([closed], 2)).toMatchObject({ status: "completed", closed: true });
    expect(cellAt([closed, fact(2)], 2)).toMatchObject({ status: "in-progress", closed: false });
  });

  it("is overdue only where the task has a due date, past, and is not done", () => {
    const late = { today: "2027-01-04", at: period("2026-12") };
    const at = { period: late.at };
    expect(cellAt([fact(2, at)], 2, late).overdue).toBe(true);
    expect(cellAt([fact(1, at)], 1, late).overdue).toBe(false);
    const done = { status: "completed" as const };
    expect(cellAt([fact(2, { ...at, body: done, accepted: done })], 2, late).overdue).toBe(false);
    // Completed, but nobody has accepted it.
    expect(
      cellAt([fact(2, { ...at, body: done, accepted: undefined, state: "sealed" })], 2, late).overdue,
    ).toBe(true);
  });

  it("moves the due date by an accepted 延期申请 alone", () => {
    const late = { today: "2027-01-04", at: period("2026-12") };
    const asked = { status: "in-progress" as const, extension: { date: "2027-06-30", reason: "样例" } };
    const at = { period: late.at, body: asked };
    expect(cellAt([fact(2, { ...at, accepted: asked })], 2, late)).toMatchObject({
      dueDate: "2027-06-30",
      overdue: false,
    });
    expect(cellAt([fact(2, at)], 2, late)).toMatchObject({ dueDate: "2026-12-31", overdue: true });
  });

  it("does not mind the order of what was said", () => {
    const facts = [fact(2), fact(2, { period: period("2024-03") }), fact(3, { period: period("2024-03") })];
    expect(taskRows(plan, JUNE, facts.toReversed(), TODAY)).toEqual(taskRows(plan, JUNE, facts, TODAY));
  });
});
