import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftToBody } from "#shared/checks/draft-to-body.ts";
import { confirmationDraftSchema, draftSchema, type Draft } from "#shared/checks/draft.ts";
import { describeFinding } from "#shared/checks/describe-finding.ts";
import { cleanLongText } from "#shared/checks/typed.ts";
import { revisionBodySchema } from "#shared/ledger/record.ts";
import { isCleanLongText } from "#shared/ledger/text.ts";
import { check, item, plan } from "../unit/checks/checking.ts";

const typed = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom("", "0", "-1", "1,234.5", "１２", "1.2亿", "abc", "2024-02-30", "2024/3/5", "是", "未入榜"),
);
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const without = (draft: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));

const parsed = (draft: Record<string, unknown>): Draft => draftSchema.parse(without(draft));
const indicatorDraft = fc
  .record({
    inputs: some(fc.dictionary(fc.constantFrom("revenue", "revenue_prior", "map_1", "other"), typed)),
    notApplicable: some(typed),
    noData: some(fc.record({ source: typed, expected: typed })),
    note: some(typed),
  })
  .map(parsed);
const taskDraft = fc
  .record({
    status: some(fc.constantFrom("", "in-progress", "completed", "not-applicable")),
    progress: some(typed),
    noProgress: some(fc.boolean()),
    reason: some(typed),
    extension: some(fc.record({ date: typed, reason: typed })),
  })
  .map(parsed);
const rowDraft = fc
  .record({
    fields: fc.dictionary(fc.constantFrom("name", "chain", "stage", "provincial_platform", "other"), typed),
    state: some(fc.constantFrom("in-force", "ended", "withdrawn")),
    date: some(typed),
    reason: some(typed),
  })
  .map(parsed);

const answer = fc.oneof(
  fc.tuple(fc.constantFrom("indicator:T02-1", "indicator:T12-1/new-energy"), indicatorDraft),
  fc.tuple(fc.constant("task:2"), taskDraft),
  fc.tuple(fc.constantFrom("register:chain-leaders/本地-1", "register:chain-leaders/K"), rowDraft),
  fc.tuple(
    fc.constant("register:chain-leaders"),
    fc.constantFrom("unchanged", "nil").map((confirm) => confirmationDraftSchema.parse({ confirm })),
  ),
);

describe("checks", () => {
  it("answer whatever is typed, with sentences without blanks left open", () => {
    fc.assert(
      fc.property(answer, ([about, draft]) => {
        for (const finding of check({ now: { [about]: draft } })) {
          const { value: _typed, ...params } = finding.params;
          const shown = describeFinding(plan, { ...finding, params: { ...params, value: "…" } }, "zh");
          expect(shown).not.toMatch(/\{(item|input|value|unit|period)\}/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("let only strict bodies be sealed, and a sealed body seals again unchanged", () => {
    fc.assert(
      fc.property(answer, ([about, draft]) => {
        const first = draftToBody(plan, item(about), draft);
        if (!first.ok) {
          expect(first.error.length).toBeGreaterThan(0);
          return;
        }
        expect(revisionBodySchema.parse(first.value)).toEqual(first.value);
        expect(draftToBody(plan, item(about), draftSchema.parse(first.value))).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it("clean any text into one a record may hold, once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = cleanLongText(text);
        expect(isCleanLongText(clean)).toBe(true);
        expect(cleanLongText(clean)).toBe(clean);
      }),
    );
  });
});
