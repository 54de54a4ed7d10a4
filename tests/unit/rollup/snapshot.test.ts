import { describe, expect, it } from "vitest";
import { itemSchema } from "#shared/plan/ids.ts";
import { figureChanges, snapshotFigureSchema, type SnapshotFigure } from "#shared/rollup/snapshot.ts";
import { basisOf, isCorrection, itemsSince, type SubjectMark } from "#shared/rollup/snapshot-basis.ts";
import { period, plan } from "./sketch.ts";

const MARCH = period("2024-03");
const id = (letter: string): string => letter.repeat(64);

const subject = (item: string, more: Partial<SubjectMark> = {}): SubjectMark => ({
  unit: "360981",
  period: MARCH,
  item: itemSchema.parse(item),
  accepted: id("a"),
  current: id("a"),
  verified: null,
  withdrawn: false,
  notApplicable: false,
  ...more,
});

const since = (before: SubjectMark[], after: SubjectMark[]) =>
  itemsSince(plan, MARCH, basisOf(plan, MARCH, before), basisOf(plan, MARCH, after)).map(
    ({ item, kind, counts }) => [item, kind, counts],
  );

const T02 = "indicator:T02-1";

describe("what came after a snapshot", () => {
  it("tells late reports, corrections and judgements apart, and which of them count", () => {
    expect(since([], [subject(T02, { accepted: null })])).toEqual([[T02, "reported", false]]);
    expect(since([subject(T02)], [subject(T02, { current: id("b") })])).toEqual([[T02, "corrected", false]]);
    const correctedAndAccepted = subject(T02, { accepted: id("b"), current: id("b") });
    expect(since([subject(T02)], [correctedAndAccepted])).toEqual([[T02, "corrected", true]]);
    expect(since([subject(T02, { accepted: null })], [subject(T02)])).toEqual([[T02, "judged", true]]);
    expect(since([subject(T02)], [subject(T02, { verified: id("d") })])).toEqual([[T02, "judged", true]]);
    expect(since([subject(T02)], [])).toEqual([[T02, "gone", true]]);
    expect(since([subject(T02)], [subject(T02)])).toEqual([]);
  });

  it("does not count a judgement as a correction", () => {
    const at = { unit: "360981" as never, item: T02 as never, period: MARCH, counts: true };
    expect(isCorrection({ ...at, kind: "judged" })).toBe(false);
    expect(isCorrection({ ...at, kind: "reported" })).toBe(true);
  });

  it("counts the office's own entries at once, judged by nobody", () => {
    const own = { unit: "360900", accepted: null };
    const other = { ...own, current: id("b") };
    expect(since([subject(T02, own)], [subject(T02, other)])).toEqual([[T02, "corrected", true]]);
  });

  it("follows a register row over periods, and a withdrawal from a later one", () => {
    const row = "register:chain-leaders/9136@X";
    const old = subject(row, { period: "2024-02" });
    expect(since([old], [old])).toEqual([]);
    const anew = subject(row, { accepted: id("c"), current: id("c") });
    expect(since([old], [old, anew])).toEqual([[row, "corrected", true]]);
    const entered = subject(row, { period: "2024-06", accepted: id("e"), current: id("e") });
    expect(since([old], [old, entered])).toEqual([]);
    expect(since([old], [old, { ...entered, withdrawn: true }])).toEqual([[row, "corrected", true]]);
  });

  it("looks at earlier Decembers of growth only", () => {
    const december = (item: string) => subject(item, { period: "2023-12" });
    expect(since([], [december("indicator:T01-1")])).toEqual([["indicator:T01-1", "reported", true]]);
    expect(since([], [december(T02)])).toEqual([]);
  });
});

describe("figures of two versions", () => {
  const figure = (value: string | undefined, more: object = {}): SnapshotFigure =>
    snapshotFigureSchema.parse({ id: "T02-1", value, light: "grey", reported: 1, expected: 2, ...more });
  const published = { value: "9", source: "样例", date: "2024-04-20", use: true };

  it("names what differs, old and new, and nothing else", () => {
    expect(figureChanges([figure("1")], [figure("1", { reported: 2 })])).toEqual([]);
    const [changed] = figureChanges([figure("1")], [figure("2")]);
    expect([changed?.before?.value, changed?.after?.value]).toEqual(["1", "2"]);
    expect(figureChanges([figure(undefined)], [figure("0")])).toHaveLength(1);
    expect(figureChanges([figure("1")], [figure("1", { published })])).toHaveLength(1);
    expect(figureChanges([figure("1")], [])).toHaveLength(1);
  });
});
