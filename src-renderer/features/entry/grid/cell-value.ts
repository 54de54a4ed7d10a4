import type { CursorColumn } from "./active-cell.ts";
import { rawValue } from "./cells.ts";
import { standing, taskOf } from "../../../app/drafts.ts";
import type { ItemRow } from "./rows.ts";

/** What a cell holds as it is typed: figures without thousands separators, choices by their stored value. */
export function cellValue(row: ItemRow, column: CursorColumn): string {
  if (row.kind === "task")
    return column === "now" ? (taskOf(row.view).status ?? "") : (taskOf(row.view).progress ?? "");
  if (row.kind === "register" || row.input === undefined) return "";
  const { previous, lastYear } = row.view;
  const bodies = {
    last: previous[0]?.body,
    before: previous[1]?.body,
    lastYear: lastYear?.body,
    growth: null,
  };
  const answer = column === "now" ? standing(row.view) : (bodies[column] ?? null);
  return String(rawValue(answer, row.input.id));
}
