import { describe, expect, it } from "vitest";
import type { ReviewItem, ReviewUnit } from "#shared/ipc/views.ts";
import { reviewItemSchema, reviewUnitSchema } from "#shared/ipc/views.ts";
import {
  idIn,
  groupsFor,
  neighbour,
  nextWaiting,
  outlookOf,
} from "../../../src-renderer/features/review/review-list.ts";
import { isClean, isPending } from "#shared/review/judging.ts";

const head = (seed: string) => ({
  revision: seed.repeat(64),
  body: { inputs: { revenue: "1" } },
  author: "填报人甲",
  device: seed.repeat(32),
  at: "2025-07-07T02:00:00.000Z",
});

const item = (no: number, change: Record<string, unknown> = {}): ReviewItem =>
  reviewItemSchema.parse({
    unit: "360981",
    period: "2025-06",
    item: `task:${no}`,
    state: "sealed",
    due: true,
    heads: [head("a")],
    before: null,
    previous: [],
    lastYear: null,
    findings: [],
    undecided: [],
    incomplete: false,
    decision: null,
    bundle: null,
    taskDue: null,
    ...change,
  });

const finding = (tier: string, explained = false) => ({
  item: "task:1",
  rule: "jump",
  tier,
  params: {},
  explained,
});
const unit = (key: string, pending: number): ReviewUnit =>
  reviewUnitSchema.parse({
    unit: key,
    name: key,
    expected: 1,
    accepted: 0,
    pending,
    returned: 0,
    conflicts: 0,
    missing: 0,
    waiting: 0,
    toJudge: pending,
    timeliness: "on-time",
    daysLate: 0,
    receivedAt: null,
    locked: false,
  });

describe("groupsFor", () => {
  const items = [
    item(1),
    item(2, { state: "resubmitted" }),
    item(3, { state: "returned" }),
    item(4, { state: "accepted" }),
    item(5, { state: "empty", heads: [] }),
    item(6, { state: "empty", heads: [], due: false }),
    item(7, { state: "conflict", heads: [head("a"), head("b")] }),
  ];

  it("puts resubmitted items before first reports", () => {
    expect(groupsFor(items, "pending").map(({ name }) => name)).toEqual([
      "resubmitted",
      "sealed",
      "conflict",
    ]);
  });

  it("leaves out what was neither due nor reported", () => {
    const shown = groupsFor(items, "all").flatMap((group) => group.items);
    expect(shown.map((shownItem) => shownItem.item)).not.toContain("task:6");
    expect(shown).toHaveLength(6);
  });

  it("shows in the returned tab only what is with the county", () => {
    expect(groupsFor(items, "returned").flatMap((group) => group.items)).toEqual([items[2]]);
  });
});

describe("what may be accepted together", () => {
  it("takes an item with hints only", () => {
    expect(isClean(item(1, { findings: [finding("hint")] }))).toBe(true);
  });
  it("does not take an explained soft finding", () => {
    const explained = item(1, { findings: [finding("soft", true)] });
    expect(isClean(explained)).toBe(false);
    expect(outlookOf(explained)).toBe("explained");
  });
  it("does not take a 不涉及 that the office has accepted already", () => {
    const decision = { outcome: "accepted", comment: null, by: "审核人乙", at: "2025-07-08T00:00:00.000Z" };
    expect(isPending(item(1, { state: "na", decision }))).toBe(false);
    expect(isPending(item(1, { state: "na" }))).toBe(true);
  });
  it("does not take a conflict", () => {
    expect(isPending(item(1, { state: "conflict", heads: [head("a"), head("b")] }))).toBe(false);
  });
});

describe("moving on", () => {
  it("goes to the next item, from the last one to the one before", () => {
    const ids = [item(1), item(2)].map((each) => idIn("unit", each));
    expect(neighbour(ids, "task:1")).toBe("task:2");
    expect(neighbour(ids, "task:2")).toBe("task:1");
    expect(neighbour(["task:1"], "task:1")).toBeNull();
  });
  it("finds the next unit with something to review around the end", () => {
    const units = [unit("360902", 3), unit("360921", 0), unit("360922", 0)];
    const [first, , last] = units;
    if (first === undefined || last === undefined) throw new Error("no units");
    expect(nextWaiting(units, last)?.unit).toBe("360902");
    expect(nextWaiting(units, first)).toBeNull();
  });
});
