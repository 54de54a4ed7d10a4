import { describe, expect, it } from "vitest";
import { registerRowSchema } from "#shared/ledger/record.ts";
import {
  canTakeOver,
  differing,
  doubleKeys,
  leftOut,
  takenOver,
  type DoubleKey,
  type RowWord,
} from "#shared/rollup/double-keys.ts";
import { factsOf } from "#shared/rollup/facts.ts";
import { rollUp } from "#shared/rollup/roll-up.ts";
import type { RowFacts } from "#shared/rollup/types.ts";
import { period, plan, unit } from "./sketch.ts";

const JUNE = period("2024-06");
const [FENGCHENG, GAOAN] = [unit("360981"), unit("360983")];

const company = (of: typeof FENGCHENG, county: string, more: Partial<RowWord> = {}): RowWord => ({
  unit: of,
  period: JUNE,
  register: "listed-companies",
  key: "600001",
  accepted: registerRowSchema.parse({ state: "in-force", fields: { name: "样例公司", county } }),
  pending: undefined,
  verified: null,
  ...more,
});

function found(words: readonly RowWord[]): DoubleKey[] {
  const rows = words.map((word): RowFacts => ({ ...word, state: "accepted" }));
  const rollup = rollUp({
    plan,
    period: JUNE,
    includePending: false,
    facts: factsOf({ items: [], rows }),
  });
  return doubleKeys(plan, JUNE, rollup, words);
}

const register = (id: string) => {
  const known = plan.registers.find((each) => each.id === id);
  if (known === undefined) throw new Error(id);
  return known;
};
const listed = register("listed-companies");

describe("待核", () => {
  const claims = [company(FENGCHENG, FENGCHENG), company(GAOAN, GAOAN)];

  it("names a listed company that two counties claim, with both rows, whatever their order", () => {
    const [query, ...others] = found(claims);
    expect(others).toEqual([]);
    expect(query).toMatchObject({ state: "open", key: "600001", figures: [{ id: "T33-2" }] });
    expect(query?.rows.map(({ unit: of }) => of)).toEqual([FENGCHENG, GAOAN]);
    expect(differing(listed, query?.rows ?? []).map(({ id }) => id)).toEqual(["county"]);
    expect(found(claims.toReversed())).toEqual(found(claims));
    expect(found([company(FENGCHENG, FENGCHENG)])).toEqual([]);
  });

  it("is settled once a 核定 makes the rows agree, or takes one out of force; agreed rows are only told", () => {
    const by = { by: "样例汇总办", at: "2024-07-20T00:00:00.000Z", comment: "经核实" };
    const [one] = claims;
    if (one === undefined) throw new Error("no claim");
    expect(found([one, company(GAOAN, FENGCHENG, { verified: by })])[0]?.state).toBe("settled");
    expect(found([one, company(GAOAN, FENGCHENG)])[0]?.state).toBe("agreed");
    const out = registerRowSchema.parse({ state: "withdrawn", reason: "经核实", fields: { county: GAOAN } });
    expect(found([one, company(GAOAN, GAOAN, { verified: by, accepted: out })])[0]).toMatchObject({
      state: "settled",
    });
  });

  it("lays what decides over the other row, and leaves its name and remarks", () => {
    const [held, other] = found(claims)[0]?.rows ?? [];
    if (held === undefined || other === undefined) throw new Error("no rows");
    expect(takenOver(listed, held, other)).toEqual({
      state: "in-force",
      fields: { name: "样例公司", county: FENGCHENG },
    });
    expect(leftOut(other, "经核实")).toMatchObject({ state: "withdrawn", reason: "经核实" });
  });

  it("never lays a confidential figure over another unit's row: it would travel with the receipt", () => {
    const enterprises = register("key-enterprises");
    const row = (revenue: string) => ({
      unit: FENGCHENG,
      period: JUNE,
      unjudged: false,
      verified: null,
      row: registerRowSchema.parse({ state: "in-force", fields: { year: "2023", revenue } }),
    });
    expect(canTakeOver(enterprises, [row("1000001"), row("9")])).toBe(false);
    expect(canTakeOver(enterprises, [row("9"), row("9")])).toBe(true);
    expect(takenOver(enterprises, row("1000001"), row("9"))["fields"]).toEqual({
      year: "2023",
      revenue: "9",
    });
  });
});
