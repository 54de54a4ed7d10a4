import { describe, expect, it, test } from "vitest";
import { headsOf } from "#shared/ledger/heads.ts";
import { subjectTrace } from "#shared/ledger/subject-trace.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import { chosenSide, entersFigures } from "#shared/rollup/provisional.ts";
import { decision, revenue } from "../../support/records.ts";
import {
  confirmation,
  figure,
  itemFact,
  leader,
  rolled,
  unit,
  value,
  withSettings,
  type FactSketch,
} from "./sketch.ts";

/** 暂用: which of two versions that differ the roll-up counts with 含待审, and for how long. */

const base = revenue("90");
const one = revenue("100", { parents: [base.id] });
const two = revenue("200", { parents: [base.id], device: "b".repeat(32) });
const sides = headsOf([base, one, two]);
const ids = sides.heads.map(({ id }) => id);

describe("the chosen side", () => {
  it("is the version named, with its number among the sides", () => {
    for (const [index, id] of ids.entries())
      expect(chosenSide(sides, { revision: id, heads: ids })).toEqual({
        entry: sides.heads[index],
        no: index + 1,
      });
  });

  it("does not hang on the order in which the sides were noted", () => {
    expect(chosenSide(sides, { revision: one.id, heads: ids.toReversed() })?.entry).toBe(
      chosenSide(sides, { revision: one.id, heads: ids })?.entry,
    );
  });

  const choice = { revision: one.id, heads: ids };
  const third = revenue("300", { parents: [base.id], device: "c".repeat(32) });
  const newer = revenue("210", { parents: [two.id], device: "b".repeat(32) });
  const settled = revenue("100", { parents: [one.id, two.id], at: "2024-04-04T01:02:03.004Z" });
  test.each([
    ["nothing was chosen", [base, one, two], undefined],
    ["a third version came", [base, one, two, third], choice],
    ["the other side was written anew", [base, one, two, newer], choice],
    ["the unit settled it", [base, one, two, settled], choice],
    ["one side alone is left here", [base, one], choice],
    ["what was chosen is no side", [base, one, two], { revision: base.id, heads: ids }],
  ])("is none where %s", (_, revisions, given) => {
    expect(chosenSide(headsOf(revisions), given)).toBeNull();
  });
});

test("figures are made of indicators and registers alone", () => {
  const items = [
    "indicator:T02-1",
    "register:chain-leaders",
    "register:chain-leaders/1",
    "task:2",
    "contact:2",
  ];
  expect(items.filter((item) => entersFigures(itemSchema.parse(item)))).toEqual(items.slice(0, 3));
});

describe("a figure while versions differ", () => {
  const torn = (sketch: FactSketch = {}) =>
    itemFact("T02-1", {
      state: "conflict",
      provisional: { side: 2, body: { inputs: { revenue: "20000" } } },
      ...sketch,
    });
  const others = value("T02-1", "360983", { revenue: "10000" });
  const accepted = { inputs: { revenue: "5000" } };
  const at = (fact: ReturnType<typeof torn>, includePending: boolean) =>
    figure(rolled("2024-03", { items: [fact, others] }, { includePending }), "T02-1");
  const without = (fact: ReturnType<typeof torn>): ReturnType<typeof torn> => ({
    ...fact,
    provisional: undefined,
  });
  const fengcheng = unit("360981");

  it("takes the chosen side with 含待审, says so, and still names the unit", () => {
    const found = at(torn(), true);
    expect(found).toMatchObject({
      value: "3",
      includesPending: true,
      units: { reported: 2, conflict: [fengcheng] },
    });
    expect(found.byUnit.find((each) => each.unit === fengcheng)).toMatchObject({
      state: "counted",
      value: "2",
      provisional: [2],
    });
    expect(found.byUnit.filter(({ provisional }) => provisional !== undefined)).toHaveLength(1);
  });

  it.each([
    ["nothing accepted", torn()],
    ["an accepted common ancestor", torn({ accepted })],
    ["a chosen 不涉及", torn({ provisional: { side: 1, body: { notApplicable: "样例：没有" } } })],
    ["a returned conflict", torn({ state: "returned", accepted })],
  ])("is as without a choice where only what is accepted counts: %s", (_, fact) => {
    expect(at(fact, false)).toEqual(at(without(fact), false));
  });

  it("takes the chosen side in place of the accepted ancestor, and of a conflict that was returned", () => {
    expect(at(torn({ accepted }), true).value).toBe("3");
    const returned = at(torn({ state: "returned", accepted }), true);
    expect(returned).toMatchObject({ value: "3", units: { returned: [fengcheng] } });
    expect(at(without(torn({ accepted })), true).value).toBe("1.5");
  });

  it("lets a chosen 不涉及 count for its own period only", () => {
    const none = torn({ provisional: { side: 1, body: { notApplicable: "样例：没有" } } });
    expect(at(none, true)).toMatchObject({ value: "1", units: { notApplicable: 1, expected: 10 } });
    const later = figure(rolled("2024-04", { items: [none] }, { includePending: true }), "T02-1");
    expect(later.units).toMatchObject({ notApplicable: 0, expected: 11 });
  });

  it("marks nobody whose figures a county already holds", () => {
    const zone = torn({ unit: "YC-JKQ" });
    const plan = withSettings({ countedInside: [{ zone: "YC-JKQ", county: "360902" }] });
    const found = figure(
      rolled("2024-03", { items: [zone, others] }, { includePending: true, plan }),
      "T02-1",
    );
    expect(found.value).toBe("1");
    expect(found.byUnit.find((each) => each.unit === "YC-JKQ")).not.toHaveProperty("provisional");
  });

  it("takes a chosen row of a register, and a chosen withdrawal takes a row out", () => {
    const row = leader("A", "360981");
    const { accepted: body } = row;
    if (body === undefined) throw new Error("no body");
    const chosen = (state: "in-force" | "withdrawn") => ({
      ...row,
      state: "conflict" as const,
      accepted: state === "withdrawn" ? body : undefined,
      provisional: { side: 1, body: { ...body, state } },
    });
    const leaders = (fact: typeof row, includePending: boolean) =>
      figure(rolled("2024-03", { rows: [fact] }, { includePending }), "T13-1", "new-energy");
    const marked = { unit: fengcheng, provisional: [1] };
    expect(leaders(chosen("in-force"), false).value).toBeNull();
    expect(leaders(chosen("in-force"), true)).toMatchObject({
      value: "1",
      units: { conflict: [fengcheng] },
      byUnit: expect.arrayContaining([expect.objectContaining(marked)]),
    });
    expect(leaders(chosen("withdrawn"), false).value).toBe("1");
    expect(leaders(chosen("withdrawn"), true)).toMatchObject({
      value: "0",
      byUnit: expect.arrayContaining([expect.objectContaining(marked)]),
    });
  });

  it("takes a chosen 无变化 of a register for an answer", () => {
    const given = confirmation("chain-leaders", "360981");
    const { accepted: body } = given;
    if (body === undefined) throw new Error("no body");
    const fact = {
      ...given,
      state: "conflict" as const,
      accepted: undefined,
      provisional: { side: 2, body },
    };
    const of = (includePending: boolean) =>
      figure(rolled("2024-03", { confirmations: [fact] }, { includePending }), "T13-1", "new-energy")
        .byUnit[7];
    expect(of(false)).toMatchObject({ unit: fengcheng, state: "conflict" });
    expect(of(true)).toMatchObject({ unit: fengcheng, state: "counted", provisional: [2] });
  });
});

describe("the trace of a chosen side", () => {
  const used = (taking: "accepted" | "unjudged") =>
    subjectTrace([base, one, two], [decision("accepted", [base])], taking, two)
      .filter((each) => each.used)
      .map(({ entry }) => entry.id);

  it("rests on it with 含待审 alone", () => {
    expect(used("unjudged")).toEqual([two.id]);
    expect(used("accepted")).toEqual([base.id]);
  });
});
