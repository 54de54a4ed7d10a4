import { describe, expect, test } from "vitest";
import type { DecisionEntry, RevisionEntry } from "#shared/ledger/entry.ts";
import { subjectTrace, type Taking } from "#shared/ledger/subject-trace.ts";
import { decision, revenue } from "../../support/records.ts";

const first = revenue("100");
const correction = revenue("120", { parents: [first.id] });
const other = revenue("130", { parents: [first.id], device: "b".repeat(32) });
const accepted = decision("accepted", [first]);

/** `first*` is used, `correction` stands beside it. */
function spoken(revisions: RevisionEntry[], decisions: DecisionEntry[], taking: Taking): string[] {
  const names = new Map([
    [first.id, "first"],
    [correction.id, "correction"],
    [other.id, "other"],
  ]);
  return subjectTrace(revisions, decisions, taking).map(
    ({ entry, used }) => `${names.get(entry.id)}${used ? "*" : ""}`,
  );
}

describe("the revision that a figure rests on", () => {
  test.each<[string, RevisionEntry[], DecisionEntry[], Taking, string[]]>([
    ["nothing reported", [], [], "accepted", []],
    ["what nobody judged waits", [first], [], "accepted", ["first"]],
    ["and counts with 含待审", [first], [], "unjudged", ["first*"]],
    ["the accepted one", [first], [accepted], "accepted", ["first*"]],
    ["also while a correction waits", [first, correction], [accepted], "accepted", ["first*", "correction"]],
    ["unless what waits counts too", [first, correction], [accepted], "unjudged", ["correction*"]],
    [
      "never what came back",
      [first, correction],
      [accepted, decision("returned", [correction], { comment: "请核对", parents: [accepted.id] })],
      "unjudged",
      ["first*", "correction"],
    ],
    [
      "but the office's own, whatever it is",
      [first],
      [decision("returned", [first], { comment: "请核对" })],
      "own",
      ["first*"],
    ],
    [
      "in a conflict the accepted ancestor, with both sides beside it",
      [first, correction, other],
      [accepted],
      "unjudged",
      ["first*", "correction", "other"],
    ],
  ])("%s", (_, revisions, decisions, taking, expected) => {
    expect(spoken(revisions, decisions, taking).toSorted()).toEqual(expected.toSorted());
    expect(spoken(revisions, decisions, taking)[0]).toBe(expected[0]);
  });

  test("carries the 核定 body and the decision on that very revision", () => {
    const value = { inputs: { revenue: "99" } };
    const verified = decision("verified", [first], { comment: "按统计局", value });
    const [used, beside] = subjectTrace([first, correction], [verified], "accepted");
    expect(used).toMatchObject({ verified: value, decision: { id: verified.id } });
    expect(beside).toMatchObject({ used: false, verified: null, decision: null, status: "resubmitted" });
  });
});
