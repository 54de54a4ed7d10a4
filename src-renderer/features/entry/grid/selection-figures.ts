import { toDecimalString, decimalOf, type Decimal } from "#shared/rollup/decimal.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";
import { cellValue } from "./cell-value.ts";
import type { ItemRow } from "./rows.ts";
import { selectedColumns, type Selection } from "./selection.ts";

export type SelectionFigures = {
  readonly cells: number;
  readonly least: string | null;
  readonly most: string | null;
  /** Figures of more than one line, all of them of chains. */
  readonly isChains: boolean;
  readonly isSeveral: boolean;
};

/** Count, least and most of the selected figures. No sum: lines are defined differently and chains overlap. */
export function selectionFigures(selection: Selection): SelectionFigures {
  const counted = new Set<ItemRow>();
  const figures: Decimal[] = [];
  let cells = 0;
  for (const row of selection.rows) {
    for (const column of selectedColumns(row, selection)) {
      cells += 1;
      const typed = row.kind === "indicator" ? normalizeDecimal(cellValue(row, column)) : null;
      const figure = typed?.ok === true ? decimalOf(typed.value) : null;
      if (figure !== null) {
        figures.push(figure);
        counted.add(row);
      }
    }
  }
  const sorted = figures.toSorted((a, b) => a.comparedTo(b));
  const text = (figure: Decimal | undefined): string | null =>
    figure === undefined ? null : toDecimalString(figure);
  return {
    cells,
    least: text(sorted[0]),
    most: text(sorted.at(-1)),
    isSeveral: counted.size > 1,
    isChains: [...counted].every((row) => row.kind === "indicator" && isOfChain(row)),
  };
}

const isOfChain = ({ asked }: Extract<ItemRow, { kind: "indicator" }>): boolean =>
  asked.chain !== undefined || asked.indicator.chain !== undefined;
