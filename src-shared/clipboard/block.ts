import { appError, type AppError } from "../errors.ts";
import { fail, ok, type Result } from "../result.ts";

/** Cells of a copied table, row by row, every row equally long; a blank cell is `""`. */
export type Block = readonly (readonly string[])[];

/** More cells than any plan's grid has; what is larger is refused before it is laid out. */
export const CELL_LIMIT = 100_000;
/** Characters of a clipboard text that are looked at: about ten times what Excel gives for a full block. */
export const TEXT_LIMIT = 20_000_000;

/** Cuts blank rows and columns off the end and fills short rows. */
export function squareBlock(rows: Block): Result<Block, AppError> {
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => cell !== "") + 1));
  const height = rows.findLastIndex((row) => row.some((cell) => cell !== "")) + 1;
  if (width * height > CELL_LIMIT) return fail(appError("paste-too-large"));
  return ok(
    rows
      .slice(0, height)
      .map((row) => [...row.slice(0, width), ...Array<string>(Math.max(0, width - row.length)).fill("")]),
  );
}
