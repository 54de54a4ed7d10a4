import type { SheetCell } from "#shared/paper/office-sheet-model.ts";
import "./cell.css";

export const CELL_CLASSES = {
  plain: "c",
  figure: "cell-figure",
  strong: "c cell-strong",
  missing: "c cell-missing",
} as const;

/** A cell that holds a figure, or the word that stands for one. */
export const Cell = ({ cell }: { readonly cell: SheetCell }) => (
  <td className={CELL_CLASSES[cell.tone]}>{cell.text}</td>
);
