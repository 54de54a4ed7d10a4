import type { Flow } from "./sheet-model.ts";

/**
 * Chromium keeps `orphans` and `widows` inside a cell only while its lines are at least their sum, so short rows
 * must not be split at all. Which rows are short is estimated from the text, never measured.
 */

/** From here on a row may fill half a page: its number and names then stand at the top, not in the middle. */
const TALL_LINES = 16;

/** Latin letters and figures are half as wide; punctuation may be squeezed at a line's end. */
const widthOf = (character: string): number =>
  /[\u0020-\u00ff]/u.test(character) ? 0.5 : /[，。、；：！？（）《》“”‘’]/u.test(character) ? 0.8 : 1;

/**
 * Lines of a text in a column of `perLine` characters. A lower bound: the real number is never smaller, so a
 * short row is never taken for a long one.
 */
export const estimateLines = (text: string, perLine: number): number =>
  text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil([...line].reduce((sum, each) => sum + widthOf(each), 0) / perLine)))
    .reduce((sum, lines) => sum + lines, 0);

/** From the line counts of a row's cells; rows of up to `keepLines` lines stay whole. */
export function rowFlow(lineCounts: readonly number[], keepLines: number): Flow {
  const lines = Math.max(...lineCounts);
  if (lines <= keepLines) return "keep";
  return lines < TALL_LINES ? "split" : "tall";
}
