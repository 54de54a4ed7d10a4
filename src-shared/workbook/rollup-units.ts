import type { Plan, Unit } from "../plan/schema.ts";
import type { Figure, UnitFigure, UnitState } from "../rollup/types.ts";
import { chainCell } from "./rollup-cells.ts";
import { cell, headRow, type Cell, type Sheet } from "./workbook.ts";

const STATE: Readonly<Record<UnitState, string>> = {
  counted: "",
  "counted-inside": "含在县里",
  missing: "未报",
  "no-data": "暂无数据",
  "not-applicable": "不涉及",
  pending: "待审",
  returned: "已退回",
  conflict: "不一致",
};

/** 各单位: what each unit gives to each figure, one column a unit; in place of a figure why there is none. */
export function rollupUnits(plan: Plan, units: readonly Unit[], figures: readonly Figure[]): Sheet {
  return {
    name: "各单位",
    widths: [10, 34, 22, 10, ...units.map(() => 14)],
    fixedRows: 1,
    rows: [
      headRow(["编号", "指标", "产业链", "计量单位", ...units.map(({ name }) => name)]),
      ...figures.filter(({ byUnit }) => byUnit.length > 0).map((figure) => rowOf(plan, units, figure)),
    ],
  };
}

function rowOf(plan: Plan, units: readonly Unit[], figure: Figure): Cell[] {
  const indicator = plan.indicators.find(({ id }) => id === figure.id);
  return [
    cell(figure.id, "code"),
    cell(indicator?.name ?? figure.id),
    chainCell(plan, figure, indicator),
    cell(figure.unit),
    ...units.map(({ key }) => unitCell(figure.byUnit.find(({ unit }) => unit === key))),
  ];
}

/** Parts without a total stand side by side, in the order of the inputs. */
function unitCell(given: UnitFigure | undefined): Cell {
  if (given === undefined) return cell("");
  if (given.value !== null) return cell(given.value, "figure");
  const parts = Object.values(given.parts ?? {});
  return cell(parts.length > 0 ? parts.join(" · ") : STATE[given.state]);
}
