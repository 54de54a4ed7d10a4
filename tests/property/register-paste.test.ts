import fc from "fast-check";
import { expect, it } from "vitest";
import { rowDraftSchema } from "#shared/checks/draft.ts";
import { creditCodeCheckCharacter } from "#shared/plan/credit-code.ts";
import { registerItem } from "#shared/plan/item.ts";
import { planRegisterPaste, type KnownRow } from "#shared/paste/register-paste.ts";
import { plan } from "../unit/checks/checking.ts";

const code = fc
  .integer({ min: 0, max: 40 })
  .map((no) => `91360981MA${String(no).padStart(7, "0")}`)
  .map((first) => `${first}${creditCodeCheckCharacter(first) ?? ""}`);
const cell = fc.oneof(
  code,
  code.map((text) => ` ${text.slice(0, 8)} ${text.slice(8).toLowerCase()}`),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "",
    "企业名称",
    "统一社会信用代码",
    "样例甲有限公司",
    "新能源",
    "是",
    "1.2亿",
    "2025/3/5",
    "a/b",
    "本地-1",
  ),
);
const block = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }));
const register = fc.constantFrom(...plan.registers);
const knownRow = fc.record({
  key: code,
  draft: fc.record({
    fields: fc.dictionary(
      fc.constantFrom("name", "chain", "note"),
      fc.string({ minLength: 1, maxLength: 5 }),
    ),
    state: fc.constantFrom("in-force" as const, "ended" as const, "withdrawn" as const),
  }),
  barred: fc.constantFrom(null, "sealed" as const, "conflict" as const),
});
const known = fc.uniqueArray(knownRow, { maxLength: 6, selector: ({ key }) => key });

it("whatever is pasted: every row that is not blank is answered once, and what is written can be saved", () => {
  fc.assert(
    fc.property(block, register, known, (cells, of, rows: readonly KnownRow[]) => {
      const paste = planRegisterPaste(plan, of, cells, rows, null);
      const filled = cells.slice(paste.layout.heads).filter((row) => row.some((each) => each.trim() !== ""));
      expect(paste.rows).toHaveLength(filled.length);
      const written = paste.rows.flatMap(({ key, draft }) => (draft === null ? [] : [{ key, draft }]));
      expect(new Set(written.map(({ key }) => key)).size).toBe(written.length);
      for (const { key, draft } of written) {
        expect(registerItem(of.id, key)).toContain(key);
        expect(rowDraftSchema.parse(draft)).toEqual(draft);
        const before = rows.find((row) => row.key === key);
        expect(before?.barred ?? null).toBeNull();
        // Nothing that stands is cleared.
        for (const field of Object.keys(before?.draft.fields ?? {})) expect(draft.fields[field]).not.toBe("");
      }
    }),
  );
});

it("pasting what was written changes nothing", () => {
  fc.assert(
    fc.property(block, register, (cells, of) => {
      const first = planRegisterPaste(plan, of, cells, [], null);
      const rows = first.rows.flatMap(({ key, draft }): KnownRow[] =>
        draft === null ? [] : [{ key, draft, barred: null }],
      );
      const again = planRegisterPaste(plan, of, cells, rows, first.unit);
      expect(again.rows.filter(({ outcome }) => outcome === "write" || outcome === "update")).toEqual([]);
    }),
  );
});
