import { describeFinding } from "../checks/describe-finding.ts";
import type { Finding, Tier } from "../checks/finding.ts";
import { periodLabel } from "../plan/calendar.ts";
import type { Period, UnitKey } from "../plan/ids.ts";
import { itemTitle } from "../plan/item.ts";
import type { Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import { cell, headRow, type Workbook } from "./workbook.ts";

const TIER: Readonly<Record<Tier, string>> = { hard: "强制性", soft: "核实性", hint: "提示性" };

export interface UnitFindings {
  readonly unit: UnitKey;
  readonly findings: readonly Finding[];
}

/** 核对问题: what the checks find in a period, unit by unit. */
export function findingsWorkbook(plan: Plan, period: Period, units: readonly UnitFindings[]): Workbook {
  return {
    name: ["任务台账", "核对问题", period].join("-"),
    sheets: [
      {
        name: `核对问题${periodLabel(plan, period, "zh")}`,
        widths: [16, 40, 10, 80, 10, 30],
        fixedRows: 1,
        rows: [
          headRow(["单位", "事项", "类型", "问题", "已说明", "事项代码"]),
          ...units.flatMap(({ unit, findings }) =>
            findings.map((finding) => [
              cell(unitName(plan, unit)),
              cell(itemTitle(plan, finding.item, "zh")),
              cell(TIER[finding.tier]),
              cell(describeFinding(plan, finding, "zh")),
              cell(finding.tier === "soft" ? (finding.explained ? "是" : "否") : ""),
              cell(finding.item, "code"),
            ]),
          ),
        ],
      },
    ],
  };
}
