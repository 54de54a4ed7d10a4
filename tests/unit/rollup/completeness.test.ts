import { describe, expect, it } from "vitest";
import { itemsFor } from "#shared/plan/assignment.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import { completenessOf, type ReceivedItem } from "#shared/rollup/completeness.ts";
import { period, plan, unit } from "./sketch.ts";

const FENGCHENG = unit("360981");
const at = period("2024-02");
/** In February only the monthly indicators are due: 28 March 2024, a Thursday. */
const due = itemsFor(plan, FENGCHENG, at).filter((assigned) => assigned.due);

const completeness = (received: readonly ReceivedItem[], today = "2024-04-02") =>
  completenessOf({ plan, period: at, unit: FENGCHENG, received, today });

const came = (item: string, receivedAt: string, more: Partial<ReceivedItem> = {}): ReceivedItem => ({
  item: itemSchema.parse(item),
  state: "sealed",
  answer: "value",
  receivedAt,
  ...more,
});

describe("completeness", () => {
  it("waits until the due day is over, then says 未报 with the days", () => {
    const waiting = completeness([], "2024-03-28");
    expect(waiting).toMatchObject({
      expected: due.length,
      waiting: due.length,
      missing: 0,
      timeliness: "not-due",
    });
    const missing = completeness([], "2024-03-30");
    expect(missing).toMatchObject({ missing: due.length, waiting: 0, timeliness: "missing", daysOverdue: 2 });
    expect(missing.items).toContainEqual({
      item: "indicator:T02-1",
      dueDate: "2024-03-28",
      timing: "missing",
      daysLate: 2,
      noData: false,
      state: "none",
    });
  });

  it("judges late by the office's calendar day of receipt in China", () => {
    const evening = completeness([came("indicator:T02-1", "2024-03-28T15:59:59.000Z")], "2024-03-28");
    expect(evening).toMatchObject({ reported: 1, onTime: 1, late: 0, timeliness: "on-time" });
    const midnight = completeness([came("indicator:T02-1", "2024-03-28T16:00:00.000Z")], "2024-03-28");
    expect(midnight).toMatchObject({ reported: 1, onTime: 0, late: 1, timeliness: "late", daysLate: 1 });
  });

  it("goes by the first receipt: a later correction does not make an item late", () => {
    const twice = [
      came("indicator:T02-1", "2024-04-20T00:00:00.000Z", { state: "resubmitted" }),
      came("indicator:T02-1", "2024-03-20T00:00:00.000Z", { state: "resubmitted" }),
    ];
    expect(completeness(twice)).toMatchObject({ onTime: 1, late: 0, resubmitted: 1 });
  });

  it("counts each state of what was reported", () => {
    const day = "2024-03-20T00:00:00.000Z";
    expect(
      completeness([
        came("indicator:T01-1", day, { state: "accepted" }),
        came("indicator:T02-1", day, { state: "returned" }),
        came("indicator:T03-1", day, { state: "conflict" }),
        came("indicator:T04-1", day),
        came("indicator:T05-1", day, { answer: "no-data" }),
      ]),
    ).toMatchObject({ reported: 5, accepted: 1, returned: 1, conflict: 1, pending: 2, noData: 1 });
  });

  it("does not expect a chain item marked 不涉及, but T01-1 only once the office agrees", () => {
    const day = "2024-03-20T00:00:00.000Z";
    const chain = completeness([came("indicator:T09-1", day, { answer: "not-applicable" })]);
    expect(chain).toMatchObject({ expected: due.length - 1, notApplicable: 1, reported: 0 });
    const asked = completeness([came("indicator:T01-1", day, { answer: "not-applicable" })]);
    expect(asked).toMatchObject({ expected: due.length, notApplicable: 0, reported: 1 });
    const agreed = completeness([
      came("indicator:T01-1", day, { answer: "not-applicable", state: "accepted" }),
    ]);
    expect(agreed).toMatchObject({ expected: due.length - 1, notApplicable: 1 });
  });

  it("takes a register for answered by a row as well as by a confirmation", () => {
    const quarter = (received: readonly ReceivedItem[]) =>
      completenessOf({ plan, period: period("2024-03"), unit: FENGCHENG, received, today: "2024-06-01" });
    const none = quarter([]).reported;
    expect(none).toBe(0);
    const day = "2024-04-10T00:00:00.000Z";
    expect(quarter([came("register:chain-leaders", day)]).reported).toBe(1);
    expect(
      quarter([came("register:chain-leaders/K1", day), came("register:chain-leaders/K2", day)]).reported,
    ).toBe(1);
  });

  it("adds up: expected = reported + missing + waiting", () => {
    const some = completeness([came("indicator:T02-1", "2024-03-20T00:00:00.000Z")]);
    expect(some.reported + some.missing + some.waiting).toBe(some.expected);
  });
});
