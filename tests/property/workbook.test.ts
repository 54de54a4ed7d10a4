import fc from "fast-check";
import { expect, test } from "vitest";
import type { Draft } from "#shared/checks/draft.ts";
import { cleanLongText } from "#shared/checks/typed.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { itemSchema, unitKeySchema, type Item } from "#shared/plan/ids.ts";
import { contactItem, registerItem, taskItem } from "#shared/plan/item.ts";
import type { Known } from "#shared/workbook/tables.ts";
import { proposeDrafts } from "#shared/workbook/propose.ts";
import { readWorkbook } from "#shared/workbook/read-workbook.ts";
import { templateWorkbook } from "#shared/workbook/template.ts";
import type { Workbook } from "#shared/workbook/workbook.ts";
import { runs } from "../support/runs.ts";
import { period, plan } from "../unit/plan/bundled-plan.ts";

/** What is written out and read back says the same, whatever it said. */

const UNIT = unitKeySchema.parse("360981");
const PERIOD = period("2024-12");
const asked = itemsFor(plan, UNIT, PERIOD);

/** Text as the store keeps it: clean, and never the words that stand for an answer of another kind. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom("=1+1", "-3", "@x", "第一行\n第二行", "_x0041_"),
  )
  .map(cleanLongText)
  .filter((typed) => typed !== "" && !/^(不涉及|暂无数据|本期无新进展)/u.test(typed));
const line = text.map((typed) => typed.replaceAll("\n", " ")).filter((typed) => typed.trim() === typed);
const figure = fc.oneof(
  fc.constantFrom("0", "12", "1234567.89", "-5", "1,234.50", "０．５", "十二", "0.10"),
  fc.nat().map(String),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const defined = (draft: object): Draft =>
  JSON.parse(JSON.stringify(draft, (_, value: unknown) => (value === undefined ? undefined : value)));

const taskDraft = fc
  .record({
    status: optional(fc.constantFrom("not-started", "in-progress", "completed", "not-applicable")),
    progress: optional(text),
    problems: optional(text),
    next: optional(text),
    reason: optional(text),
    noProgress: optional(fc.constant(true)),
  })
  .map(defined);
const contactDraft = fc
  .record({
    department: optional(line),
    leader: optional(line),
    person: optional(line),
    phone: optional(line),
  })
  .map(defined);

const indicatorDraft = (assigned: (typeof asked)[number]): fc.Arbitrary<Draft> => {
  const inputs =
    assigned.kind === "indicator" ? assigned.inputs.filter(({ equal }) => equal === undefined) : [];
  const values = fc.record(
    Object.fromEntries(
      inputs.map(({ id, kind }) => [
        id,
        optional<string | boolean>(
          kind === "yes-no" ? fc.boolean() : kind === "rank" ? fc.constantFrom("3", "unranked") : figure,
        ),
      ]),
    ),
  );
  const beside = {
    note: optional(text),
    correction: optional(
      fc.constantFrom("prior-correction", "enterprise-left", "definition-changed", "other"),
    ),
  };
  const noData = fc.record({
    source: optional(line.filter((source) => !source.includes("预计"))),
    expected: optional(fc.constantFrom("2024-05-20", "五月底")),
  });
  return fc
    .oneof(
      fc.record({ inputs: values, ...beside }),
      fc.record({ notApplicable: fc.oneof(fc.constant(""), line), ...beside }),
      fc.record({ noData, ...beside }),
    )
    .map(defined);
};

const register = plan.registers[0];
if (register === undefined) throw new Error("no register");
const rowDraft = fc
  .record({
    fields: fc
      .record({
        name: optional(text),
        chain: optional(fc.constantFrom("new-energy", "不存在的链")),
        stage: optional(
          fc.constantFrom(
            ...(register.fields.find(({ id }) => id === "stage")?.options ?? []).map(({ id }) => id),
          ),
        ),
        note: optional(text),
      })
      .map((fields) => JSON.parse(JSON.stringify(fields))),
    state: fc.constantFrom("ended", "withdrawn"),
    date: optional(fc.constantFrom("2024-03-05", "三月")),
    reason: optional(text),
  })
  .map(defined);

const indicators = asked.filter(({ kind }) => kind === "indicator");
const answers: fc.Arbitrary<ReadonlyMap<Item, Draft>> = fc
  .tuple(
    fc.tuple(
      ...plan.tasks.slice(0, 6).map(({ no }) => fc.tuple(fc.constant(taskItem(no)), optional(taskDraft))),
    ),
    fc.tuple(
      ...plan.tasks
        .slice(0, 6)
        .map(({ no }) => fc.tuple(fc.constant(contactItem(no)), optional(contactDraft))),
    ),
    fc.tuple(...indicators.map((each) => fc.tuple(fc.constant(each.item), optional(indicatorDraft(each))))),
    fc.tuple(
      fc.tuple(
        fc.constant(registerItem("listed-companies")),
        optional(fc.constantFrom<Draft>({ confirm: "nil" }, { confirm: "unchanged" })),
      ),
      fc.tuple(fc.constant(itemSchema.parse("register:chain-leaders/本地-1")), optional(rowDraft)),
    ),
  )
  .map(
    (parts) =>
      new Map(parts.flat().flatMap(([item, draft]) => (draft === undefined ? [] : [[item, draft] as const]))),
  );

const knownOf = (said: ReadonlyMap<Item, Draft>): Known => ({
  answer: (item) => said.get(item),
  previous: () => undefined,
  rowsOf: (id) => [...said.keys()].filter((item) => item.startsWith(`register:${id}/`)),
});

const written = (said: ReadonlyMap<Item, Draft>): Workbook =>
  templateWorkbook({ plan, unit: UNIT, period: PERIOD, known: knownOf(said) });

const readBack = (workbook: Workbook, had: ReadonlyMap<Item, Draft>) => {
  const sheets = workbook.sheets.map(({ name, rows }) => ({
    name,
    firstRow: 1,
    rows: rows.map((row) => row.map((each) => each.text)),
  }));
  const { tables } = readWorkbook(plan, sheets);
  return proposeDrafts(plan, tables, { asked: (item) => item, answer: (item) => had.get(item) });
};

/** Without what says nothing: empty objects, blanks. */
function withoutBlanks(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value)
    .map(([member, each]) => [member, withoutBlanks(each)] as const)
    .filter(
      ([member, each]) =>
        member === "notApplicable" || member === "noData" || (each !== "" && each !== undefined),
    );
  return Object.fromEntries(
    kept.filter(([member, each]) => member !== "inputs" || Object.keys(Object(each)).length > 0),
  );
}

const says = (drafts: ReadonlyMap<Item, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    [...drafts]
      .map(([item, draft]) => [item, withoutBlanks(draft)] as const)
      .filter(([, draft]) => Object.keys(Object(draft)).length > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

test("a filled template read into an empty workspace gives the drafts it was written from", () => {
  fc.assert(
    fc.property(answers, (said) => {
      const { drafts, unknown, cells } = readBack(written(said), new Map());
      expect(unknown).toEqual([]);
      expect(cells.filter(({ effect }) => effect === "unfit" || effect === "twice")).toEqual([]);
      expect(says(drafts)).toEqual(says(said));
    }),
    { numRuns: runs(60, 2000) },
  );
});

test("read over what it was written from, it changes nothing", () => {
  fc.assert(
    fc.property(answers, (said) => {
      const { drafts, cells } = readBack(written(said), said);
      expect([...drafts.keys()]).toEqual([]);
      expect(cells.every(({ effect }) => effect === "same")).toBe(true);
    }),
    { numRuns: runs(60, 2000) },
  );
});

test("an empty template read over anything changes nothing: blanks never clear", () => {
  fc.assert(
    fc.property(answers, (said) => {
      expect([...readBack(written(new Map()), said).drafts.keys()]).toEqual([]);
    }),
    { numRuns: runs(30, 500) },
  );
});
