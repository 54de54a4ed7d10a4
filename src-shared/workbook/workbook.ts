/**
 * A workbook as it is written and as it is read, free of any file format. Workbooks are Chinese documents in either
 * language of the windows, as the sheets on paper are.
 */

/** `figure` becomes a number where it is one exactly; all else is text and never a formula. */
export type CellKind = "title" | "head" | "given" | "code" | "fill" | "figure";

export interface Cell {
  readonly text: string;
  readonly kind: CellKind;
}

export interface Sheet {
  /** At most 31 characters, none of `[]/\:*?`. */
  readonly name: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly fixedRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Workbook {
  /** File name without its ending. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

/** What was read: text alone, wherever it stood. */
export interface ReadSheet {
  readonly name: string;
  /** Number in the file of the first row, counted from 1. */
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
}

export const cell = (text: string, kind: CellKind = "given"): Cell => ({ text, kind });

export const headRow = (heads: readonly string[]): Cell[] => heads.map((head) => cell(head, "head"));

/** A name that every program accepts for a sheet. */
export const sheetName = (name: string): string =>
  [...name.replace(/[[\]/\\:*?]/gu, " ")].slice(0, 31).join("");
