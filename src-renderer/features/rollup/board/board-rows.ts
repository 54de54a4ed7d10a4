import type { Translate } from "#shared/i18n/words.ts";
import type { Plan, Task } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { countCells, type TaskBoard, type TaskCell } from "#shared/rollup/task-board.ts";
import { given, type DataTable } from "../../../components/data-table.tsx";

export const cellKinds = [
  "not-started",
  "in-progress",
  "completed",
  "not-applicable",
  "missing",
  "waiting",
  "closed",
  "overdue",
] as const;
export type CellKind = (typeof cellKinds)[number];

export type BoardRow = { readonly task: Task; readonly cells: readonly TaskCell[] };

export const isKind = (cell: TaskCell, kind: CellKind): boolean => countCells([cell])[kind] > 0;

/** Rows of a section, and of those the ones where some unit is of the kind. */
export function boardRows(
  plan: Plan,
  board: TaskBoard,
  section: string | null,
  kind: CellKind | null,
): BoardRow[] {
  return board.rows.flatMap(({ no, cells }) => {
    const task = plan.tasks.find((each) => each.no === no);
    if (task === undefined || (section !== null && task.section !== section)) return [];
    if (kind !== null && !cells.some((cell) => isKind(cell, kind))) return [];
    return [{ task, cells }];
  });
}

export const boardUnits = (board: TaskBoard): string[] => [
  ...new Set(board.rows.flatMap(({ cells }) => cells.map(({ unit }) => unit))),
];

export function cellWord(t: Translate, { status, closed, notDue }: TaskCell): string {
  if (closed) return t("taskBoard:closed");
  if (status !== null) return t(`answers:status.${status}`);
  return notDue ? "" : t("taskBoard:missing");
}

export function boardTable(
  t: Translate,
  plan: Plan,
  board: TaskBoard,
  rows: readonly BoardRow[],
  period: string,
): DataTable {
  const units = boardUnits(board);
  return {
    name: t("taskBoard:tableName", { period }),
    columns: [
      { head: t("tasks:no"), width: 6 },
      { head: t("tasks:task"), width: 34 },
      { head: t("tasks:due"), width: 14 },
      ...units.map((unit) => ({ head: unitName(plan, unit), width: 10 })),
    ],
    rows: rows.map(({ task, cells }) => [
      { text: String(task.no), kind: "code" },
      given(task.title),
      given(task.dueDate ?? t("tasks:standing")),
      ...units.map((unit) => {
        const cell = cells.find((each) => each.unit === unit);
        if (cell === undefined) return given("");
        const word = cellWord(t, cell);
        return given(cell.overdue ? t("taskBoard:overdueWord", { word }) : word);
      }),
    ]),
    notes: [t("rollup:statusRule")],
  };
}
