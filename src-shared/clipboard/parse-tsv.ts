import type { Block } from "./block.ts";

/**
 * Tab-separated cells as Excel and WPS put them on the clipboard: a cell with a tab, a line end or a quote in it
 * stands in quotes, quotes within doubled. A quote in the middle of a cell is a character like others.
 */
export function parseTsv(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at <= source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    rows.at(-1)?.push(cell.text);
    at = cell.end + 1;
    if (source[cell.end] === "\n") rows.push([]);
  }
  return rows;
}

type Cell = {
  readonly text: string;
  /** Index of what ends it: a tab, a line end, or the text's end. */ readonly end: number;
};

const ENDS = /[\t\n]/g;

function plainCell(source: string, start: number): Cell {
  ENDS.lastIndex = start;
  const end = ENDS.exec(source)?.index ?? source.length;
  return { text: source.slice(start, end), end };
}

/** Where the closing quote is missing, or something stands behind it, the quotes were the cell's own. */
function quotedCell(source: string, start: number): Cell {
  let at = start + 1;
  while (at < source.length) {
    if (source[at] === '"') {
      if (source[at + 1] !== '"') break;
      at += 1;
    }
    at += 1;
  }
  const end = at + 1;
  const isWhole =
    source[at] === '"' && (end === source.length || source[end] === "\t" || source[end] === "\n");
  return isWhole
    ? { text: source.slice(start + 1, at).replaceAll('""', '"'), end }
    : plainCell(source, start);
}
