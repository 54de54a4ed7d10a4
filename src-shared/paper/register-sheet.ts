import { itemsFor } from "../plan/assignment.ts";
import { periodLabel } from "../plan/calendar.ts";
import type { Period } from "../plan/ids.ts";
import { registerItem } from "../plan/item.ts";
import type { Plan, Register, RegisterField } from "../plan/schema.ts";
import { fieldLenses } from "../workbook/register-columns.ts";
import { estimateLines, rowFlow } from "./row-flow.ts";
import { chineseNumber } from "./section-groups.ts";
import { DRAFT_NOTE, SAME_CODE, signedCopy, type CopyInput } from "./signed-copy.ts";
import { writtenDay } from "./sheet-time.ts";
import type { UnitRegisters } from "./unit-registers.ts";
import type { RegisterSheetModel, RegisterTable, RegisterTableRow } from "./unit-sheet-model.ts";

const SHEET_NAME = "名录表";

/** Of the type area; the fields share what 序号 and 本期情况 leave. */
const WIDTH_MM = 257;
const OWN_MM = { no: 8, standing: 28 };
const KEEP_LINES = 6;
/** A character in 10.5 pt, and what the cell's padding takes of a line. */
const CHARACTER_MM = 3.7;
const PADDING_MM = 1.8;

/** Millimetres that a column asks for; all of them are drawn out to fill the sheet. */
const ASKED_MM: Readonly<Record<RegisterField["kind"], number>> = {
  text: 28,
  "long-text": 40,
  amount: 26,
  count: 16,
  year: 22,
  date: 30,
  choice: 24,
  chain: 30,
  county: 24,
};
const KEY_MM: Readonly<Record<Register["key"]["kind"], number>> = { "credit-code": 45, text: 32 };
const NAME_MM = 44;

export interface RegisterSheetInput extends CopyInput {
  readonly period: Period;
  readonly registers: UnitRegisters;
}

/** 名录表 of one unit and period: a table for each register with rows, and in words what the others say. */
export function registerSheetModel(input: RegisterSheetInput): RegisterSheetModel {
  const { plan, period, stage } = input;
  const label = periodLabel(plan, period, "zh");
  const known = knownRegisters(input);
  const held = known.filter(({ rows }) => rows.length > 0);
  const others = known.filter(({ rows }) => rows.length === 0);
  const hasRevenue = held.some(({ register }) => register.fields.some(({ confidential }) => confidential));
  return {
    sheet: "register-sheet",
    ...signedCopy(input, SHEET_NAME, label),
    periodName: label,
    notes: [
      ...(stage === "draft" ? [DRAFT_NOTE] : []),
      SAME_CODE,
      "“沿用”的各行以前已报、仍然有效，属于原报告期，不在本期核对码之内。",
      ...(hasRevenue ? ["企业营业收入不得取自联网直报的企业数据，只列于本表，请妥善保管。"] : []),
      ...(known.length === 0 ? ["本单位没有应报的名录。"] : []),
      "用于工作调度，不替代法定统计报表。",
    ],
    tables: held.map((each, index) => tableOf(plan, each, index + 1)),
    others: {
      title: `${chineseNumber(held.length + 1)}、没有在册的名录`,
      rows: others.map(({ register, word, isMissing }, index) => ({
        no: index + 1,
        name: register.name,
        standing: { text: word, tone: isMissing ? "missing" : "plain" },
      })),
    },
  };
}

type Row = UnitRegisters["rows"][number];

interface KnownRegister {
  readonly register: Register;
  /** In force, or taken out in this very period. */
  readonly rows: readonly { readonly row: Row; readonly standing: string }[];
  readonly inForce: number;
  /** What the unit says of the register in this period. */
  readonly word: string;
  readonly isMissing: boolean;
}

function knownRegisters({ plan, unit, period, registers }: RegisterSheetInput): KnownRegister[] {
  const asked = new Map(itemsFor(plan, unit, period).map((item) => [item.item, item.due]));
  return plan.registers.flatMap((register) => {
    const isDue = asked.get(registerItem(register.id));
    const subjects = registers.rows.filter((row) => row.register === register.id && row.period <= period);
    if (isDue === undefined && subjects.length === 0) return [];
    const rows = [...Map.groupBy(subjects, ({ key }) => key).values()].flatMap((same) =>
      standingRow(same, period),
    );
    const confirmed = registers.confirmations.find(
      (each) => each.register === register.id && each.period === period,
    );
    const hasChange = subjects.some((row) => row.period === period);
    const word = hasChange
      ? "有变动"
      : confirmed !== undefined
        ? { unchanged: "无变化", nil: "零报告" }[confirmed.body.confirm]
        : isDue === true
          ? "未报"
          : "未到期";
    const inForce = rows.filter(({ row }) => row.body.state === "in-force").length;
    return [{ register, rows, inForce, word, isMissing: word === "未报" }];
  });
}

/** The latest word on a row; what ended in an earlier period, or was entered in error, is not shown again. */
function standingRow(subjects: readonly Row[], period: Period): KnownRegister["rows"][number][] {
  const [row, before] = subjects.toSorted((a, b) => (a.period < b.period ? 1 : -1));
  if (row === undefined) return [];
  const { state, date, reason } = row.body;
  if (row.period < period) return state === "in-force" ? [{ row, standing: "沿用" }] : [];
  if (state === "in-force") {
    return [{ row, standing: before?.body.state === "in-force" ? "更正" : "新增" }];
  }
  const parts = [
    state === "ended" ? "退出" : "误填撤销",
    date === undefined ? "" : dayOf(date),
    reason ?? "",
  ];
  return [{ row, standing: parts.filter((part) => part !== "").join("，") }];
}

const dayOf = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? writtenDay(text) : text);

function tableOf(plan: Plan, { register, rows, inForce, word }: KnownRegister, no: number): RegisterTable {
  const columns = columnsOf(plan, register);
  return {
    title: `${chineseNumber(no)}、${register.name}（在册${inForce}项，本期${word}）`,
    columns: columns.map(({ heading, widthMm, isFigure }) => ({ heading, widthMm, isFigure })),
    rows: rows.map(({ row, standing }, index): RegisterTableRow => {
      const cells = columns.map(({ text }) => text(row));
      const lines = cells.map((cell, at) => estimateLines(cell, perLine(columns[at]?.widthMm ?? 0)));
      const flow = rowFlow([...lines, estimateLines(standing, perLine(OWN_MM.standing))], KEEP_LINES);
      return { no: index + 1, cells, standing, flow };
    }),
  };
}

const perLine = (widthMm: number): number => (widthMm - PADDING_MM) / CHARACTER_MM;

/** Brackets stand in a line of their own: 年营业收入, （万元）. */
const headingLines = (name: string): string[] => name.split(/(?=（)/u);

function columnsOf(plan: Plan, register: Register) {
  const lenses = fieldLenses(plan, register);
  const keyMm = KEY_MM[register.key.kind];
  const fields = register.fields.map((field, index) => {
    const lens = lenses[index];
    return {
      heading: headingLines(lens?.head ?? field.name),
      askedMm:
        field.id === register.nameField ? Math.max(NAME_MM, ASKED_MM[field.kind]) : ASKED_MM[field.kind],
      isFigure: lens?.figure === true,
      text: ({ body }: Row): string => {
        const text = lens?.text(body) ?? "";
        return field.kind === "date" ? dayOf(text) : text;
      },
    };
  });
  const asked = fields.reduce((sum, { askedMm }) => sum + askedMm, 0);
  const share = (WIDTH_MM - OWN_MM.no - OWN_MM.standing - keyMm) / asked;
  return [
    {
      heading: headingLines(register.key.name),
      widthMm: keyMm,
      isFigure: false,
      text: ({ key }: Row): string => key,
    },
    ...fields.map(({ askedMm, ...field }) => ({ ...field, widthMm: askedMm * share })),
  ];
}
