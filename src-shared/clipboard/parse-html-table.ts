import { Parser } from "htmlparser2";
import { CELL_LIMIT, type Block } from "./block.ts";

/** What a figure may look like where Excel shows it rounded: then `x:num` holds the whole of it. */
const SHOWN_FIGURE = /^[(（]?[-−]?[¥￥$]?[\d,. ]+[)）]?$/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
/** A merged cell covers at most this many columns or rows here; no sheet of a plan has more. */
const SPAN_LIMIT = 1000;

type Open = { text: string; readonly figure: string; readonly columns: number; readonly rows: number };

/**
 * The first table of an HTML clipboard as Excel, WPS and browsers write it; null where there is none. A merged cell's
 * value stands in its first cell. Scripts and styles are not text; nothing in it is run or fetched.
 */
export function parseHtmlTable(html: string): Block | null {
  const rows: string[][] = [];
  /** Cells of rows below that a merged cell takes: column → rows left. */
  const covered = new Map<number, number>();
  let depth = 0;
  let done = false;
  let hidden = 0;
  let cells = 0;
  let cell: Open | null = null;

  const put = (text: string): void => {
    rows.at(-1)?.push(text);
    cells += 1;
  };
  const skipCovered = (): void => {
    for (;;) {
      const column = rows.at(-1)?.length ?? 0;
      const left = covered.get(column);
      if (left === undefined) return;
      if (left === 1) covered.delete(column);
      else covered.set(column, left - 1);
      put("");
    }
  };
  const closeCell = (): void => {
    if (cell === null) return;
    const shown = cell.text
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    const first = rows.at(-1)?.length ?? 0;
    put(PLAIN_NUMBER.test(cell.figure) && SHOWN_FIGURE.test(shown) ? cell.figure : shown);
    for (let column = 1; column < cell.columns; column += 1) put("");
    if (cell.rows > 1) {
      for (let column = 0; column < cell.columns; column += 1) covered.set(first + column, cell.rows - 1);
    }
    cell = null;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "style" || name === "script") hidden += 1;
      if (name === "table") depth += 1;
      if (done || depth !== 1 || cells > CELL_LIMIT) return;
      if (name === "tr") {
        closeCell();
        rows.push([]);
      } else if (name === "td" || name === "th") {
        closeCell();
        if (rows.length === 0) rows.push([]);
        skipCovered();
        cell = {
          text: "",
          figure: attributes["x:num"] ?? "",
          columns: spanOf(attributes["colspan"]),
          rows: spanOf(attributes["rowspan"]),
        };
      } else if (name === "br" && cell !== null) cell.text += "\n";
    },
    ontext(text) {
      if (cell !== null && hidden === 0) cell.text += text.replace(/\s+/g, " ");
    },
    onclosetag(name) {
      if (name === "style" || name === "script") hidden -= 1;
      if (depth === 1 && (name === "td" || name === "th" || name === "tr" || name === "table")) closeCell();
      if (name !== "table") return;
      depth -= 1;
      done ||= depth === 0 && rows.length > 0;
    },
  });
  parser.write(html);
  parser.end();
  return rows.length === 0 ? null : rows;
}

const spanOf = (written: string | undefined): number => {
  const span = Number.parseInt(written ?? "1", 10);
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, SPAN_LIMIT);
};
