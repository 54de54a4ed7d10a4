import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "#shared/checks/draft.ts";
import { revisionBodySchema } from "#shared/ledger/record.ts";
import { gapsOf } from "#shared/monitoring/digest.ts";
import { jumpRule, moversOf, thresholdOf } from "#shared/monitoring/movers.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import type { Rule } from "#shared/plan/schema.ts";
import type { ItemCompleteness } from "#shared/rollup/completeness.ts";
import { item, plan, withRules } from "../checks/checking.ts";

/** All figures are samples (样例). */

const ITEM = "indicator:T02-1";
const unit = unitKeySchema.parse("360981");
const ruleOf = (of = plan): Rule => {
  const rule = jumpRule(of);
  if (rule === null) throw new Error("no jump rule");
  return rule;
};

type Past = Readonly<Record<string, string>>;
function movers(period: string, now: Draft, past: Past, rule = ruleOf()) {
  return moversOf(rule, {
    plan,
    unit,
    period: periodSchema.parse(period),
    answers: new Map([[item(ITEM), now]]),
    history: (at, asked) => {
      const amount = asked === ITEM ? past[at] : undefined;
      return amount === undefined ? undefined : revisionBodySchema.parse({ inputs: { revenue: amount } });
    },
  });
}
const revenue = (amount: string): Draft => ({ inputs: { revenue: amount } });
const seen = (found: ReturnType<typeof movers>) =>
  found.map(({ against, period, before, value, change }) => [against, period, before, value, change]);

describe("变动较大", () => {
  it("compares the monthly pace with the months before, and the sum with last year", () => {
    const past = { "2025-02": "20000", "2024-03": "20000" };
    expect(seen(movers("2025-03", revenue("60000"), past))).toEqual([
      ["year", "2024-03", "20000", "60000", "200"],
      ["pace", "2025-02", "10000", "20000", "100"],
    ]);
  });

  it("keeps the rule's threshold to the last digit, and its minimum", () => {
    const past = { "2024-02": "20000" };
    expect(movers("2024-03", revenue("39000"), past)).toEqual([]);
    expect(seen(movers("2024-03", revenue("39000.003"), past))).toEqual([
      ["pace", "2024-02", "10000", "13000.001", "30.00001"],
    ]);
    expect(movers("2024-03", revenue("21000"), past)).toEqual([]);
    expect(movers("2024-03", revenue("20999.99"), past)).toHaveLength(1);
    expect(movers("2024-03", revenue("60000"), { "2024-02": "9999.99" })).toEqual([]);
    expect(movers("2024-03", revenue("9999.99"), { "2024-02": "20000" })).toEqual([]);
  });

  it("takes the threshold and the exceptions of the rule from the plan", () => {
    const changed = withRules((rule) =>
      rule.kind === "jump" ? { ...rule, params: { percent: 99, minimum: 1 } } : rule,
    );
    expect(thresholdOf(ruleOf(changed))).toEqual({ percent: 99, minimum: 1 });
    expect(movers("2024-03", revenue("59000"), { "2024-02": "20000" }, ruleOf(changed))).toEqual([]);
    const except = { ...ruleOf(), except: ["T02-1"] };
    expect(movers("2024-03", revenue("90000"), { "2024-02": "20000" }, except)).toEqual([]);
    expect(jumpRule({ ...plan, rules: [] })).toBeNull();
  });

  it("says nothing of what has nothing before it, or cannot be read", () => {
    expect(movers("2024-02", revenue("90000"), {})).toEqual([]);
    expect(movers("2024-03", revenue("九万"), { "2024-02": "20000" })).toEqual([]);
  });

  it("lists only what is beyond the threshold, the largest first", () => {
    const amounts = fc.integer({ min: 1, max: 900_000 }).map(String);
    fc.assert(
      fc.property(amounts, amounts, amounts, (now, before, yearAgo) => {
        const found = movers("2025-03", revenue(now), { "2025-02": before, "2024-03": yearAgo });
        const sizes = found.map(({ change }) => Math.abs(Number(change)));
        expect(sizes.every((size) => size > 30)).toBe(true);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }),
    );
  });
});

const due = (id: string, part: Partial<ItemCompleteness>): ItemCompleteness => ({
  item: item(id),
  dueDate: "2024-04-10",
  timing: "on-time",
  daysLate: 0,
  noData: false,
  state: "sealed",
  ...part,
});

describe("缺数", () => {
  const none = () => undefined;

  it("names every indicator that is missing or has no figure yet, and leaves tasks to the board", () => {
    const items = [
      due(ITEM, { timing: "missing", daysLate: 3, state: "none" }),
      due("indicator:T03-1", { noData: true }),
      due("indicator:T04-1", {}),
      due("indicator:T05-1", { timing: "waiting", state: "none" }),
      due("task:2", { timing: "missing", daysLate: 3, state: "none" }),
    ];
    const said = { source: "样例来源", expected: "2024-05-10" };
    const found = gapsOf({ unit, items, reported: 2 }, (at) => (at === "indicator:T03-1" ? said : undefined));
    expect(
      found.map(({ item: at, kind, date, daysLate, source }) => [at, kind, date, daysLate, source]),
    ).toEqual([
      [ITEM, "missing", "2024-04-10", 3, null],
      ["indicator:T03-1", "no-data", "2024-05-10", 0, "样例来源"],
      ["indicator:T05-1", "waiting", "2024-04-10", 0, null],
    ]);
  });

  it("says it in one line where nothing at all came", () => {
    const items = [
      due(ITEM, { timing: "missing", daysLate: 3, state: "none" }),
      due("indicator:T03-1", { timing: "waiting", dueDate: "2024-04-15", state: "none" }),
    ];
    expect(gapsOf({ unit, items, reported: 0 }, none)).toEqual([
      { unit, item: null, count: 2, kind: "missing", date: "2024-04-10", daysLate: 3, source: null },
    ]);
  });
});
