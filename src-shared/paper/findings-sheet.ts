import { describeFinding } from "../checks/describe-finding.ts";
import { tierSchema, type Finding, type Tier } from "../checks/finding.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { unitFullName, unitName } from "../plan/units.ts";
import { printedCheckCode } from "./check-code.ts";
import { itemHeading } from "./item-heading.ts";
import { progressPeriod } from "./progress-period.ts";
import { estimateLines, rowFlow } from "./row-flow.ts";
import { EMPTY_SIGN, sheetHead, sheetMargin } from "./sheet-frame.ts";
import type { FindingsSheetModel, FindingsSheetRow } from "./sheet-model.ts";
import { paperDay, paperMinute } from "./sheet-time.ts";

const SHEET_NAME = "数据审核说明表";

/** Characters per line of the columns 项目, 检查结果, 说明. */
const PER_LINE = { item: 8.6, results: 13.8, explanation: 12 };
const KEEP_LINES = 8;

const TIERS: Readonly<Record<Tier, string>> = {
  hard: "强制性：改正后才能上报",
  soft: "核实性：无误的写明原因",
  hint: "提示性：供核对",
};

/** What the checks found at one item, with what the unit says to it. */
export interface FoundAt {
  readonly item: Item;
  readonly findings: readonly Finding[];
  readonly explanation: string;
  readonly filler: string;
}

interface FindingsSheetInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  /** In the order of the plan. */
  readonly found: readonly FoundAt[];
  readonly checkCode: string;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
}

/** 审核说明表 of one unit and period: every finding, and the explanation of what stands as it is. */
export function findingsSheetModel(input: FindingsSheetInput): FindingsSheetModel {
  const { plan, unit, period, printedAt, sample, checkCode } = input;
  const day = paperDay(printedAt);
  const words = progressPeriod(plan, period);
  const groups = groupsOf(input);
  return {
    sheet: "findings-sheet",
    head: sheetHead({
      plan,
      sheetName: SHEET_NAME,
      orientation: "portrait",
      unitFull: unitFullName(plan, unit, day),
    }),
    margin: sheetMargin({
      run: `${unitName(plan, unit, day)}　${words.short}${SHEET_NAME}`,
      mark: "",
      boxed: false,
      sample,
      foot: `核对码 ${printedCheckCode(checkCode)}`,
      stamp: `计划第${plan.version}版　${paperMinute(printedAt)}印`,
    }),
    sign: EMPTY_SIGN,
    notes: [
      ...(groups.length === 0 ? ["自动检查没有发现问题。"] : []),
      "本表按现在填的内容自动检查生成；“核对码”与推进情况表上的一致，才是同一份数。",
      "核实性问题只写“核实无误”的，不算说明。",
    ],
    watermark: null,
    periodName: words.name,
    groups,
  };
}

function groupsOf({ plan, found }: FindingsSheetInput): FindingsSheetModel["groups"] {
  let no = 0;
  return tierSchema.options.flatMap((tier) => {
    const rows = found.flatMap((at) => {
      const own = at.findings.filter((finding) => finding.tier === tier);
      if (own.length === 0) return [];
      no += 1;
      return [rowOf(plan, at, own, no)];
    });
    return rows.length === 0 ? [] : [{ title: TIERS[tier], rows }];
  });
}

function rowOf(plan: Plan, at: FoundAt, findings: readonly Finding[], no: number): FindingsSheetRow {
  const item = itemHeading(plan, at.item);
  const results = findings.map((finding) => describeFinding(plan, finding, "zh"));
  const explanation = findings.some(({ tier }) => tier === "soft") ? at.explanation : "";
  const lines = [
    estimateLines(item, PER_LINE.item),
    results.reduce((sum, text) => sum + estimateLines(text, PER_LINE.results), 0),
    estimateLines(explanation, PER_LINE.explanation),
  ];
  return { no, item, results, explanation, filler: at.filler, flow: rowFlow(lines, KEEP_LINES) };
}
