import { describe, expect, test } from "vitest";
import { subjectState } from "#shared/ledger/subject-state.ts";
import { decision, revenue } from "../../support/records.ts";

const first = revenue("100");
const correction = revenue("120", { parents: [first.id] });
const accepted = decision("accepted", [first]);

describe("heads", () => {
  test("nothing reported is no state", () => {
    expect(subjectState([], []).status).toBe("none");
  });

  test("a superseded revision is no head, whatever order they arrive in", () => {
    for (const revisions of [
      [first, correction],
      [correction, first],
      [first, correction, first],
    ]) {
      expect(subjectState(revisions, []).current?.id).toBe(correction.id);
    }
  });

  test("two laptops with different figures are a conflict with its base", () => {
    const other = revenue("130", { parents: [first.id], device: "b".repeat(32) });
    const state = subjectState([first, correction, other], []);
    expect(state.status).toBe("conflict");
    expect(state.current).toBeNull();
    expect(state.revisions.base.map(({ id }) => id)).toEqual([first.id]);
  });

  test("two laptops with the same figure agree", () => {
    const twin = revenue("100", { device: "b".repeat(32) });
    const state = subjectState([first, twin], []);
    expect(state.status).toBe("sealed");
    expect(state.revisions.heads).toHaveLength(2);
  });

  test("a revision over both sides ends the conflict", () => {
    const other = revenue("130", { parents: [first.id], device: "b".repeat(32) });
    const settled = revenue("130", { parents: [correction.id, other.id] });
    expect(subjectState([first, correction, other, settled], []).current?.id).toBe(settled.id);
  });

  test("a parent that has not arrived leaves the subject incomplete, not held", () => {
    const state = subjectState([correction], []);
    expect(state.revisions.incomplete).toBe(true);
    expect(state.current?.id).toBe(correction.id);
  });
});

describe("decisions", () => {
  test("acceptance of the head", () => {
    const state = subjectState([first], [accepted]);
    expect(state.status).toBe("accepted");
    expect(state.accepted?.revision.id).toBe(first.id);
  });

  test("a correction of an accepted figure is resubmitted and the accepted one still counts", () => {
    const state = subjectState([first, correction], [accepted]);
    expect(state.status).toBe("resubmitted");
    expect(state.accepted?.revision.id).toBe(first.id);
  });

  test("returning the correction leaves the accepted figure standing", () => {
    const returned = decision("returned", [correction], { comment: "请说明", parents: [accepted.id] });
    const state = subjectState([first, correction], [accepted, returned]);
    expect(state.status).toBe("returned");
    expect(state.accepted?.revision.id).toBe(first.id);
  });

  test("returning the accepted revision itself removes it", () => {
    const returned = decision("returned", [first], { comment: "请说明", parents: [accepted.id] });
    expect(subjectState([first], [accepted, returned]).accepted).toBeNull();
  });

  test("a decision on a revision that is not here has no effect yet", () => {
    const state = subjectState([first], [decision("accepted", [correction])]);
    expect(state.status).toBe("sealed");
    expect(state.decision).toBeNull();
  });

  test("concurrent decisions that differ are undecided", () => {
    const returned = decision("returned", [first], { comment: "请说明" });
    const state = subjectState([first], [accepted, returned]);
    expect(state.undecided).toBe(true);
    expect(state.status).toBe("sealed");
    expect(state.accepted).toBeNull();
  });

  test("a verified value overlays the figure and lapses when a newer one is accepted", () => {
    const verified = decision("verified", [first], {
      comment: "按核实数",
      value: { inputs: { revenue: "90" } },
      parents: [accepted.id],
    });
    expect(subjectState([first], [accepted, verified]).accepted).toMatchObject({
      body: { inputs: { revenue: "90" } },
      verified: true,
    });
    const later = decision("accepted", [correction], { parents: [verified.id] });
    expect(subjectState([first, correction], [accepted, verified, later]).accepted).toMatchObject({
      body: { inputs: { revenue: "120" } },
      verified: false,
    });
  });

  test("in a conflict the accepted common ancestor counts, without one nothing", () => {
    const other = revenue("130", { parents: [first.id], device: "b".repeat(32) });
    expect(subjectState([first, correction, other], [accepted]).accepted?.revision.id).toBe(first.id);
    expect(subjectState([correction, other], []).accepted).toBeNull();
  });

  test("a returned conflict reopens the subject", () => {
    const other = revenue("130", { device: "b".repeat(32) });
    const returned = decision("returned", [first, other], { comment: "请核对两台电脑" });
    expect(subjectState([first, other], [returned]).status).toBe("returned");
  });
});
