import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows, Home and End from one place of a matrix to the next that can be opened; rows without any are passed over. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  const row = from?.closest("tr");
  const table = row?.closest("table");
  if (!from || !row || !table) return;
  const rows = Array.from(table.querySelectorAll<HTMLTableRowElement>("tbody tr"));
  const buttonAt = (line: HTMLTableRowElement | undefined, column: number): HTMLElement | null =>
    line?.cells[column]?.querySelector("button") ?? null;
  const goal = (): HTMLElement | null => {
    const all = Array.from(row.querySelectorAll("button"));
    if (event.key === "Home") return all[0] ?? null;
    if (event.key === "End") return all.at(-1) ?? null;
    const [down, right] = STEPS[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return null;
    let [line, column] = [rows.indexOf(row) + down, from.cellIndex + right];
    while (line >= 0 && line < rows.length && column >= 0 && column < row.cells.length) {
      const found = buttonAt(rows[line], column);
      if (found !== null) return found;
      line += down;
      column += right;
    }
    return null;
  };
  const next = goal();
  if (next === null) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}
