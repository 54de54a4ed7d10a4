import {
  confirmationDraftSchema,
  contactDraftSchema,
  indicatorDraftSchema,
  rowDraftSchema,
  taskDraftSchema,
} from "../checks/draft.ts";
import type { AssignedItem, IndicatorAssignment } from "../plan/assignment.ts";
import { contactItem, parseItem, registerItem, taskItem } from "../plan/item.ts";
import type { Item } from "../plan/ids.ts";
import type { Plan, Register, Task } from "../plan/schema.ts";
import { answerLens, correctionLens, noteLens } from "./indicator-columns.ts";
import type { Lens } from "./lens.ts";
import { CONFIRM_LABEL, confirmLens, rowLenses } from "./register-columns.ts";
import { contactLenses, taskLenses } from "./task-columns.ts";
import { cell, headRow, sheetName, type Cell, type Sheet } from "./workbook.ts";

/** The tables of a workbook as they are written: what the plan says in grey, what is answered so far in the cells. */

export const HEAD = { code: "事项代码", input: "栏目代码", progress: "本期进展" } as const;
export const TASKS = "任务";
export const INDICATORS = "指标";
const CODE_WIDTH = 20;

/** What a unit says of an item now, and said in the period before. */
export interface Known {
  readonly answer: (item: Item) => unknown;
  readonly previous: (item: Item) => unknown;
  /** Keys of the register's rows in force or drafted. */
  readonly rowsOf: (register: string) => readonly Item[];
}

const cells = <D>(lenses: readonly Lens<D>[], draft: D): Cell[] =>
  lenses.map((lens) => cell(lens.text(draft), lens.figure === true ? "figure" : "fill"));

const dueText = ({ dueDate }: Task): string => dueDate ?? "长期坚持";

export function taskTable(tasks: readonly Task[], { answer }: Known): Sheet {
  const heads = ["序号", "任务", "主要目标", "完成时限"];
  return {
    name: TASKS,
    widths: [6, 20, 40, 12, ...[...taskLenses, ...contactLenses].map(({ width }) => width), CODE_WIDTH],
    fixedRows: 1,
    rows: [
      headRow([
        ...heads,
        ...taskLenses.map(({ head }) => head),
        ...contactLenses.map(({ head }) => head),
        HEAD.code,
      ]),
      ...tasks.map((task) => {
        const item = taskItem(task.no);
        const contact = contactDraftSchema.safeParse(answer(contactItem(task.no)) ?? {});
        return [
          ...[String(task.no), task.title, task.textPrint, dueText(task)].map((text) => cell(text)),
          ...cells(taskLenses, taskDraftSchema.safeParse(answer(item) ?? {}).data ?? {}),
          ...cells(contactLenses, contact.data ?? {}),
          cell(item, "code"),
        ];
      }),
    ],
  };
}

export const isIndicator = (item: AssignedItem): item is IndicatorAssignment => item.kind === "indicator";

export function indicatorTable(items: readonly IndicatorAssignment[], known: Known): Sheet {
  return {
    name: INDICATORS,
    widths: [10, 34, 30, 10, 18, 18, noteLens.width, correctionLens.width, CODE_WIDTH + 10, 16],
    fixedRows: 1,
    rows: [
      headRow([
        "编号",
        "指标",
        "栏目",
        "计量单位",
        "上期",
        "本期",
        noteLens.head,
        correctionLens.head,
        HEAD.code,
        HEAD.input,
      ]),
      ...items.flatMap((assigned) => indicatorRows(assigned, known)),
    ],
  };
}

function indicatorRows({ item, title, indicator, inputs }: IndicatorAssignment, known: Known): Cell[][] {
  const draft = indicatorDraftSchema.safeParse(known.answer(item) ?? {}).data ?? {};
  const before = indicatorDraftSchema.safeParse(known.previous(item) ?? {}).data ?? {};
  return inputs.map((input, index) => {
    const lens = answerLens(input, index === 0);
    return [
      ...[indicator.id, title, input.name, input.unit, lens.text(before)].map((text) => cell(text)),
      ...cells([lens], draft),
      cell(index === 0 ? noteLens.text(draft) : "", "fill"),
      cell(index === 0 ? correctionLens.text(draft) : "", "fill"),
      cell(item, "code"),
      cell(input.id, "code"),
    ];
  });
}

/** Rows that can be added at the end of a register. */
const SPARE_ROWS = 5;

export function registerTable(plan: Plan, register: Register, known: Known): Sheet {
  const lenses = rowLenses(plan, register);
  const confirmation = confirmationDraftSchema.nullable().safeParse(known.answer(registerItem(register.id)));
  const code = cell(registerItem(register.id), "code");
  return {
    name: sheetName(register.name),
    widths: [24, ...lenses.map(({ width }) => width), CODE_WIDTH + 6],
    fixedRows: 2,
    rows: [
      [cell(CONFIRM_LABEL, "head"), cell(confirmLens.text(confirmation.data ?? null), "fill")],
      headRow([register.key.name, ...lenses.map(({ head }) => head), HEAD.code]),
      ...known.rowsOf(register.id).map((item) => {
        const parts = parseItem(item);
        const key = parts.kind === "register" ? (parts.key ?? "") : "";
        const draft = rowDraftSchema.safeParse(known.answer(item)).data ?? { fields: {} };
        return [cell(key, "fill"), ...cells(lenses, draft), code];
      }),
      ...Array.from({ length: SPARE_ROWS }, () => [
        cell("", "fill"),
        ...lenses.map(() => cell("", "fill")),
        code,
      ]),
    ],
  };
}
