import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { revisionBodySchema, type RevisionBody } from "#shared/ledger/record.ts";
import { mergeBodies } from "#shared/ledger/three-way.ts";

const text = fc.constantFrom("甲", "乙", "丙");
const figure = fc.constantFrom("1", "2", "3.5");
const task = fc.record(
  { status: fc.constantFrom("in-progress", "completed"), progress: text, problems: text, next: text },
  { requiredKeys: [] },
);
const inputs = fc.record(
  { inputs: fc.dictionary(fc.constantFrom("revenue", "prior"), figure), note: text },
  { requiredKeys: ["inputs"] },
);
const answer = fc.oneof(
  inputs,
  fc.record({ notApplicable: text }),
  fc.record({ notApplicable: text, note: text }),
);
const row = fc.record(
  {
    fields: fc.dictionary(fc.constantFrom("name", "chain", "amount"), text),
    state: fc.constantFrom("in-force", "ended"),
    reason: text,
  },
  { requiredKeys: ["fields", "state"] },
);
const bodies = (...counts: [number, number]) =>
  fc.oneof(
    ...[task, answer, row].map((kind: fc.Arbitrary<object>) =>
      fc.array(kind, { minLength: counts[0], maxLength: counts[1] }),
    ),
  );
const parsed = (body: unknown): RevisionBody => revisionBodySchema.parse(body);
const same = (a: unknown, b: unknown): boolean => toCanonicalText(a) === toCanonicalText(b);

test("the order of sides and of bases makes no difference", () => {
  fc.assert(
    fc.property(bodies(3, 5), fc.nat(2), (drawn, cut) => {
      const all = drawn.map(parsed);
      const [bases, sides] = [all.slice(0, cut), all.slice(cut)];
      expect(mergeBodies(bases.toReversed(), sides.toReversed())).toEqual(mergeBodies(bases, sides));
    }),
    { numRuns: 500 },
  );
});

test("what one side alone changed is that side's version; what all changed alike is everybody's", () => {
  fc.assert(
    fc.property(bodies(2, 2), (drawn) => {
      const [base, side] = drawn.map(parsed);
      if (base === undefined || side === undefined) throw new Error("two were drawn");
      expect(mergeBodies([base], [base, side])).toEqual({ disputed: [], body: side });
      expect(mergeBodies([base], [side, side])).toEqual({ disputed: [], body: side });
      expect(mergeBodies([], [side, side])).toEqual({ disputed: [], body: side });
    }),
    { numRuns: 500 },
  );
});

test("every member of a merged body is one of a side's, and no change of any side is lost", () => {
  fc.assert(
    fc.property(bodies(3, 3), (drawn) => {
      const [base, ...sides] = drawn.map(parsed);
      if (base === undefined) throw new Error("three were drawn");
      const { body } = mergeBodies([base], sides);
      if (body === null) return;
      for (const [name, value] of flat(body))
        expect([base, ...sides].some((side) => same(flat(side).get(name) ?? null, value))).toBe(true);
      for (const side of sides)
        for (const name of new Set([...flat(base).keys(), ...flat(side).keys()])) {
          const [was, is] = [flat(base).get(name) ?? null, flat(side).get(name) ?? null];
          if (!same(was, is)) expect(flat(body).get(name) ?? null).toEqual(is);
        }
    }),
    { numRuns: 1000 },
  );
});

const flat = (body: RevisionBody): Map<string, unknown> =>
  new Map(
    Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
      name === "inputs" || name === "fields"
        ? Object.entries(value as object).map(([part, of]): [string, unknown] => [`${name}.${part}`, of])
        : [[name, value] as [string, unknown]],
    ),
  );

describe("examples", () => {
  const base = parsed({ status: "in-progress", progress: "主体完工", next: "调试设备" });

  it("joins what was written in different places", () => {
    const one = parsed({ status: "completed", progress: "主体完工", next: "调试设备" });
    const two = parsed({ status: "in-progress", progress: "主体完工", next: "投产", problems: "用电" });
    const body = { status: "completed", progress: "主体完工", next: "投产", problems: "用电" };
    expect(mergeBodies([base], [one, two])).toEqual({ disputed: [], body });
  });

  it("names the places that need a person", () => {
    const one = parsed({ status: "in-progress", progress: "六月投产", next: "调试设备" });
    const two = parsed({ status: "in-progress", progress: "八月投产", next: "投产" });
    expect(mergeBodies([base], [one, two])).toEqual({ disputed: ["progress"], body: null });
    expect(mergeBodies([], [one, two]).disputed).toEqual(["next", "progress"]);
  });

  it("never puts figures beside 不涉及", () => {
    const was = parsed({ inputs: { revenue: "1" } });
    const out = parsed({ notApplicable: "本地无此类企业" });
    const more = parsed({ inputs: { revenue: "1", prior: "2" } });
    expect(mergeBodies([was], [out, more])).toEqual({ disputed: ["answer"], body: null });
    expect(mergeBodies([was], [out, was])).toEqual({ disputed: [], body: out });
  });

  it("takes bases that differ for none where they differ", () => {
    const [a, b] = [parsed({ progress: "甲", next: "丙" }), parsed({ progress: "乙", next: "丙" })];
    expect(mergeBodies([a, b], [a, parsed({ progress: "甲", next: "丁" })])).toEqual({
      disputed: [],
      body: { progress: "甲", next: "丁" },
    });
  });
});
