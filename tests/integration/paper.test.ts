import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import { findingsSheetModel } from "#shared/paper/findings-sheet.ts";
import { indicatorSheetModel } from "#shared/paper/indicator-sheet.ts";
import { progressSheetModel } from "#shared/paper/progress-sheet.ts";
import { registerSheetModel } from "#shared/paper/register-sheet.ts";
import type { ProgressSheetModel, SheetModel } from "#shared/paper/sheet-model.ts";
import { splitSheetModel } from "#shared/paper/split-sheet.ts";
import { taskSheetModel } from "#shared/paper/task-sheet.ts";
import { sharesOf } from "#shared/workbook/departments.ts";
import { period, plan } from "../unit/plan/bundled-plan.ts";
import { digest, inputOf, itemsWith, june, tonggu } from "../unit/paper/progress-answers.ts";
import { createPrinter, pdfFacts, type PdfFacts, type Printer } from "./paper-printing.ts";

// Building the page and printing it takes seconds, and more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let printer: Printer;
beforeAll(async () => {
  printer = await createPrinter();
});
afterAll(() => printer.close());

const printed = async (model: SheetModel, name: string): Promise<PdfFacts> =>
  pdfFacts(await printer.print(model, name));

/** Sentences that differ, so that a piece found on a page can be no other piece. */
const sentences = (characters: number): string =>
  Array.from({ length: characters }, (_, index) => `第${index + 1}条走访企业解决问题；`)
    .join("")
    .slice(0, characters);

const answers = Object.fromEntries(
  plan.tasks.map((task) => [
    `task:${task.no}`,
    {
      status: "in-progress",
      progress: `任务${task.no}进展：${sentences(40 + (task.no % 7) * 30)}`,
      problems: task.no % 3 === 0 ? "无" : `任务${task.no}存在问题若干`,
      next: `任务${task.no}下一步打算`,
    },
  ]),
);
const figures = { "indicator:T02-1": { inputs: { revenue: "19204.6", revenue_prior: "17003.18" } } };
const contacts = new Map(
  plan.tasks.map((task) => [
    task.no,
    { department: `县某局${task.no}（牵头）、县某某局`, person: "填报人甲", phone: `0795-00000${task.no}` },
  ]),
);
const review = (more: Parameters<typeof inputOf>[0] = {}) =>
  progressSheetModel(inputOf({ items: itemsWith({ ...answers, ...figures }), contacts, ...more }));

const bare = (text: string): string => text.replaceAll(/\s/gu, "");

/** Whether the pages hold the whole text: on one page, or its pieces at the right places of pages that follow. */
function holds(pages: readonly string[], text: string): boolean {
  const whole = bare(text);
  return pages.some((page, at) => {
    if (page.includes(whole)) return true;
    let rest = whole;
    for (const each of pages.slice(at)) {
      const length = longestPrefix(each, rest);
      if (length === 0) return false;
      rest = rest.slice(length);
      if (rest === "") return true;
    }
    return false;
  });
}

function longestPrefix(page: string, text: string): number {
  let length = 0;
  for (let step = text.length; step >= 1; step = step >> 1) {
    while (length + step <= text.length && page.includes(text.slice(0, length + step))) length += step;
  }
  return length;
}

function expectPages(facts: PdfFacts, size: string): void {
  expect(facts.pages).toBeGreaterThan(1);
  expect(new Set(facts.sizes)).toEqual(new Set([size]));
  expect(facts.sizes).toHaveLength(facts.pages);
  facts.texts.forEach((text, index) => expect(text).toContain(`第${index + 1}页/共${facts.pages}页`));
  expect(facts.fonts.length).toBeGreaterThan(0);
  expect(facts.fonts.filter((font) => !font.embedded)).toEqual([]);
}

function expectTasksInOrder(facts: PdfFacts, titles: readonly string[]): void {
  const all = facts.texts.join("");
  let from = 0;
  for (const title of titles) {
    const at = all.indexOf(bare(title), from);
    expect(at, title).toBeGreaterThanOrEqual(from);
    from = at + 1;
  }
}

const filledCells = (model: ProgressSheetModel): string[] =>
  model.groups.flatMap((group) =>
    group.rows.flatMap((row) => [
      row.goal,
      row.lead,
      row.department,
      [row.progress, ...row.figures].join(""),
      row.problems,
      row.next,
      row.person + row.phone,
    ]),
  );

const A4 = { portrait: "595x842", landscape: "842x595" };

describe("the task sheet", () => {
  const model = taskSheetModel({ plan, unit: tonggu, printedAt: "2025-07-01T02:00:00.000Z", sample: true });
  let facts: PdfFacts;
  beforeAll(async () => {
    facts = await printed(model, "task-sheet");
  });

  test("is A4 portrait, numbered, with every font embedded", () => expectPages(facts, A4.portrait));

  test("holds all 37 tasks in order, each cell's text whole", () => {
    const rows = model.groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(37);
    expectTasksInOrder(
      facts,
      rows.map((row) => `${row.no}${row.name}`),
    );
    for (const row of rows) {
      for (const text of [row.goal, row.lead, row.responsible, row.due.join(""), row.remark.join("")]) {
        expect(holds(facts.texts, text), text).toBe(true);
      }
    }
  });

  test("repeats heading row, running head and plan version", () => {
    expect(facts.texts.every((text) => text.includes("主要目标牵头单位责任单位"))).toBe(true);
    expect(facts.texts.every((text) => text.includes(bare(model.margin.foot)))).toBe(true);
    expect(facts.texts.map((text) => text.includes(bare(model.margin.run)))).toEqual(
      facts.texts.map((_, index) => index > 0),
    );
  });

  test("ends with the signature row on the page of the last task", () => {
    expect(facts.texts.at(-1)).toContain("单位负责人（签字）：");
    expect(facts.texts.at(-1)).toContain("37经验典型宣传推广");
  });
});

test("a zone's task sheet is headed by its committee", async () => {
  const unit = unitKeySchema.parse("YC-JKQ");
  const facts = await printed(
    taskSheetModel({ plan, unit, printedAt: "2025-07-01T02:00:00.000Z", sample: false }),
    "zone",
  );
  expect(facts.texts[0]).toContain("填报单位：宜春经济技术开发区管理委员会");
  expect(facts.texts.join("")).not.toContain("样例");
});

describe("the 送审稿", () => {
  const model = review({ annex: "附件2", sample: true });
  let facts: PdfFacts;
  beforeAll(async () => {
    facts = await printed(model, "review");
  });

  test("is A4 landscape, numbered, with every font embedded", () => expectPages(facts, A4.landscape));

  test("holds all 37 tasks in order, each cell's text whole", () => {
    expectTasksInOrder(
      facts,
      plan.tasks.map((task) => `${task.no}${task.title}`),
    );
    for (const text of filledCells(model)) expect(holds(facts.texts, text), text).toBe(true);
  });

  test("heads page 1, and marks every page as this copy", () => {
    expect(facts.texts[0]).toContain("附件2");
    expect(facts.texts[0]).toContain("填报单位：铜鼓县人民政府");
    expect(facts.texts[0]).toContain("报告期：2025年第二季度（截至6月）");
    for (const text of facts.texts) {
      expect(text).toContain("送审稿");
      expect(text).toContain("样例数据");
      expect(text).toContain("核对码7C1E90A45B2DF386");
    }
  });

  test("ends with signatures, check code and notes beside the last task", () => {
    const last = facts.texts.at(-1);
    expect(last).toContain("37经验典型宣传推广");
    expect(last).toContain("单位负责人（签字）：");
    expect(last).toContain("用于工作调度，不替代法定统计报表。");
  });
});

test("草稿 stands across every page while hard findings remain, and on no other copy", async () => {
  const draft = await printed(review({ stage: "draft" }), "draft");
  const sealed = await printed(review({ stage: "sealed", digest, items: itemsWith({}) }), "sealed");
  // Twice on each page: across it and in its corner, or on page 1 in the box.
  for (const text of draft.texts) expect(text.match(/草稿/gu)?.length ?? 0).toBeGreaterThanOrEqual(2);
  for (const text of sealed.texts) expect(text).toContain("报送包摘要6485ea12…2927");
  // The notes of the last page speak of both.
  for (const text of sealed.texts.slice(0, -1)) expect(text).not.toMatch(/草稿|送审稿/u);
  expect(sealed.texts.at(-1)).toContain(digest);
});

describe("the blank sheet", () => {
  let facts: PdfFacts;
  beforeAll(async () => {
    facts = await printed(progressSheetModel(inputOf({ blank: true, period: null })), "blank");
  });

  test("is A4 landscape with all 37 tasks and no row split", () => {
    expectPages(facts, A4.landscape);
    for (const task of plan.tasks) {
      expect(facts.texts.some((text) => text.includes(bare(task.textPrint)))).toBe(true);
    }
  });

  test("asks for nothing it prints elsewhere, and bears no check code", () => {
    expect(facts.texts[0]).toContain("报告期：年第季度");
    expect(facts.texts.join("").match(/未启动推进中已完成不涉及/gu)).toHaveLength(37);
    for (const text of facts.texts) expect(text).toContain("手填用，无核对码");
  });
});

test("texts of 4,000 characters, endless words and rare characters are printed whole", async () => {
  const typed = {
    "task:3": {
      status: "in-progress",
      progress: sentences(4000),
      problems: sentences(4000),
      next: "甲\n\n乙",
    },
    "task:5": {
      status: "in-progress",
      progress: `李䶮、𬭛某、㑇某、𠮷某；${"path/".repeat(200)}`,
      next: "A".repeat(300),
    },
    "indicator:T08-1": { inputs: { revenue: "9".repeat(60) } },
  };
  const long = {
    department: "铜鼓县某某某某局、".repeat(22),
    leader: "欧阳䶮䶮".repeat(15),
    person: "W".repeat(60),
    phone: "0795-0000001转8001、13800000000、".repeat(2),
  };
  const model = review({
    items: itemsWith({ ...answers, ...typed }),
    contacts: new Map([...contacts, [3, long]]),
    people: { filler: "阿".repeat(60), reviewer: "", head: "", phone: "1".repeat(60) },
  });
  const facts = await printed(model, "extreme");
  expectPages(facts, A4.landscape);
  for (const text of filledCells(model)) expect(holds(facts.texts, text), text.slice(0, 60)).toBe(true);
  expect(facts.texts.at(-1)).toContain("阿".repeat(60));
});

test("the findings sheet is A4 portrait and holds every sentence and explanation whole", async () => {
  const found = plan.indicators.slice(0, 12).map(({ id }, at) => {
    const item = indicatorItem(id);
    const finding = { item, rule: "completed-evidence", params: {}, explained: true };
    const tiers = ["hard", "soft", "hint"] as const;
    const explanation = at === 4 ? sentences(2000) : `第${at}项原因（样例）`;
    return { item, findings: tiers.map((tier) => ({ ...finding, tier })), explanation, filler: "填报人甲" };
  });
  const model = findingsSheetModel({
    plan,
    unit: tonggu,
    period: periodSchema.parse("2025-06"),
    found,
    checkCode: "7c1e90a45b2df386",
    printedAt: "2025-07-07T06:03:00.000Z",
    sample: true,
  });
  const facts = await printed(model, "findings");
  expectPages(facts, A4.portrait);
  for (const { explanation } of found) expect(holds(facts.texts, explanation), explanation).toBe(true);
  for (const text of facts.texts) expect(text).toContain("核对码7C1E90A45B2DF386");
});

describe("the indicator sheet", () => {
  const drafts = Object.fromEntries(
    itemsFor(plan, tonggu, june).flatMap(({ kind, item }) =>
      kind === "indicator"
        ? [[item, { inputs: { revenue: "19204.6", srdi: "14" }, note: `${item}的说明` }]]
        : [],
    ),
  );
  const model = indicatorSheetModel({
    ...inputOf({ sample: true }),
    period: june,
    items: itemsWith({ ...drafts, "indicator:T03-1": { notApplicable: sentences(600) } }),
    contacts,
    registers: { rows: [], confirmations: [] },
  });
  const rows = model.groups.flatMap((group) => group.rows);
  let facts: PdfFacts;
  beforeAll(async () => {
    facts = await printed(model, "indicator-sheet");
  });

  test("is A4 landscape, numbered, headed on every page, with every font embedded", () => {
    expectPages(facts, A4.landscape);
    for (const text of facts.texts) expect(text).toContain("本期累计上年同期（可比）");
    expect(facts.texts[0]).toContain("报告期：2025年6月（1—6月累计）");
  });

  test("holds every indicator in order and every note whole", () => {
    expectTasksInOrder(
      facts,
      rows.map(({ no, name, unit }) => `${no}${name}${unit}`),
    );
    for (const { note } of rows) expect(holds(facts.texts, note), note.slice(0, 40)).toBe(true);
  });

  test("bears the state and the 核对码 of the progress sheet, and ends beside the last indicator", () => {
    for (const text of facts.texts) {
      expect(text).toContain("送审稿");
      expect(text).toContain("核对码7C1E90A45B2DF386");
    }
    expect(facts.texts.at(-1)).toContain("单位负责人（签字）：");
    expect(facts.texts.at(-1)).toContain(`${rows.length}本土上市企业数`);
  });
});

test("the register sheet holds every row whole and ends beside the last word", async () => {
  const fields = { name: "样例公司", chain: "electronics", stage: "certified", provincial_platform: "none" };
  const rows = Array.from({ length: 30 }, (_, index) => ({
    register: "chain-leaders",
    key: `91360926MA0EX${String(10_000 + index)}`,
    period: june,
    body: { fields: { ...fields, note: sentences(index * 40) }, state: "in-force" as const },
  }));
  const nil = { register: "national-platforms", period: june, body: { confirm: "nil" as const } };
  const model = registerSheetModel({
    ...inputOf({ sample: true }),
    period: june,
    registers: { rows, confirmations: [nil] },
  });
  const facts = await printed(model, "register-sheet");
  expectPages(facts, A4.landscape);
  for (const { key, body } of rows) {
    expect(facts.texts.some((text) => text.includes(key))).toBe(true);
    expect(holds(facts.texts, body.fields.note), body.fields.note.slice(0, 40)).toBe(true);
  }
  for (const text of facts.texts) expect(text).toContain("核对码7C1E90A45B2DF386");
  expect(facts.texts.at(-1)).toContain("问题清单未报");
  expect(facts.texts.at(-1)).toContain("单位负责人（签字）：");
  expect(facts.texts.join("")).toContain("国家级平台零报告");
});

describe("分办单", () => {
  const unit = unitKeySchema.parse("360981");
  const at = period("2025-06");
  const shares = sharesOf(plan, unit, at, (item) =>
    item === "contact:2" || item === "contact:14" ? { department: "样例发改委" } : undefined,
  );
  let facts: PdfFacts;
  beforeAll(async () => {
    const printedAt = "2025-07-07T02:00:00.000Z";
    const model = splitSheetModel({
      plan,
      unit,
      period: at,
      shares,
      previous: () => undefined,
      printedAt,
      sample: true,
    });
    facts = await printed(model, "split-sheet");
  });

  test("has a head for each department, on a page of its own", () => {
    expect(facts.texts.join("").match(/责任部门：样例发改委/g)).toHaveLength(1);
    expect(facts.texts.join("").match(/责任部门：未分办/g)).toHaveLength(1);
  });

  test("asks for the due figures and leaves room to sign", () => {
    expect(facts.texts.join("")).toContain("T02-1");
    expect(facts.texts.join("").match(/（单位盖章）/g)).toHaveLength(2);
  });
});
