import type { Block } from "#shared/clipboard/block.ts";
import { choiceOf } from "#shared/paste/choices.ts";
import { readPastedFigure } from "#shared/paste/read-figure.ts";
import type { CursorColumn } from "../grid/active-cell.ts";
import { kindOfCell, type Edit } from "../edits/edits.ts";
import type { ItemRow } from "../grid/rows.ts";
import type { Selection } from "../grid/selection.ts";

/** One cell that says plainly what it is goes where the cursor, or the selection, is; null where it must be looked at. */
export function plainPaste(
  block: Block,
  row: ItemRow,
  column: CursorColumn,
  selection: Selection,
): readonly Edit[] | null {
  const [cell = ""] = block[0] ?? [];
  if (block.length !== 1 || block[0]?.length !== 1 || column !== "now") return null;
  const value = plainValue(row, cell);
  if (value === null) return null;
  const alike = selection.rows.filter((other) => kindOfCell(other) === kindOfCell(row));
  return alike.map((other) => ({ row: other, value }));
}

function plainValue(row: ItemRow, cell: string): string | null {
  if (row.kind === "task") return choiceOf("status", cell);
  if (row.kind !== "indicator" || row.input === undefined) return null;
  if (row.input.kind === "yes-no") return choiceOf("yes-no", cell);
  const figure = readPastedFigure(cell);
  return figure.kind === "number" && figure.unit === null && !figure.percent ? figure.value : null;
}
