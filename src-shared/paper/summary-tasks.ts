import type { UnitKey } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { DASH } from "../rollup/format-decimal.ts";
import { countCells, type TaskCell, type TaskRow } from "../rollup/task-board.ts";
import type { SheetCell, SummarySheetModel, SummaryStatusRow } from "./office-sheet-model.ts";
import { sectionGroups } from "./section-groups.ts";

/** 推进状态 of every task at every unit; empty where the period asks for no texts and none came. */
export function summaryTasks(
  plan: Plan,
  units: readonly UnitKey[],
  board: readonly TaskRow[],
): SummarySheetModel["tasks"] {
  const rows = new Map(board.map((row) => [row.no, row]));
  if (board.every(({ cells }) => cells.every(({ notDue }) => notDue))) return [];
  return sectionGroups(plan, plan.tasks, (task) =>
    rowOf(task.no, task.title, units, rows.get(task.no)?.cells ?? []),
  );
}

function rowOf(
  no: number,
  name: string,
  units: readonly UnitKey[],
  known: readonly TaskCell[],
): SummaryStatusRow {
  const counts = countCells(known);
  return {
    no,
    name,
    cells: units.map((unit) => cellOf(known.find((cell) => cell.unit === unit))),
    counts: [
      counts["in-progress"],
      counts.completed,
      counts["not-started"],
      counts["not-applicable"],
      counts.missing,
    ].map(String),
  };
}

function cellOf(cell: TaskCell | undefined): SheetCell {
  if (cell === undefined || cell.notDue) return { text: DASH, tone: "plain" };
  if (cell.closed) return { text: "办结", tone: "strong" };
  switch (cell.status) {
    case null:
      return { text: "未报", tone: "missing" };
    case "in-progress":
      return { text: "推进中", tone: "plain" };
    case "completed":
      return { text: "已完成", tone: "strong" };
    case "not-started":
      return { text: "未启动", tone: "strong" };
    case "not-applicable":
      return { text: "不涉及", tone: "plain" };
  }
}
