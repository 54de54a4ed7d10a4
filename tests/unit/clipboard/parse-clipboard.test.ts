import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CELL_LIMIT } from "#shared/clipboard/block.ts";
import { parseClipboard } from "#shared/clipboard/parse-clipboard.ts";
import { parseHtmlTable } from "#shared/clipboard/parse-html-table.ts";
import { parseTsv } from "#shared/clipboard/parse-tsv.ts";
import { clipboardTexts } from "#shared/clipboard/write-clipboard.ts";

/** As Excel for Windows writes it: a fragment with marks, office names, rounded figures with the whole in `x:num`. */
const EXCEL = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><style><!--table {mso-displayed-decimal-separator:"\\.";} td {padding:1px;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 width=216 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=72 span=3 style='width:54pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=72>新能源（锂电）
  产业链</td>
  <td align=right width=72 x:num="38.641275000000004">38.64</td>
  <td class=xl66 align=right x:num="9.2999999999999999E-2">9.3%</td>
 </tr>
 <tr><td colspan=2>合并&nbsp;&amp;<br>两行</td><td x:num>1,204</td></tr>
<!--EndFragment-->
</table></body></html>`;

describe("an HTML table of Excel", () => {
  it("gives figures in full, percentages as shown, and words on one line", () => {
    expect(parseHtmlTable(EXCEL)).toEqual([
      ["新能源（锂电） 产业链", "38.641275000000004", "9.3%"],
      ["合并 &\n两行", "", "1,204"],
    ]);
  });

  it("puts a merged cell's value in its first cell and keeps the columns below in their places", () => {
    const html =
      '<table><tr><td rowspan="3">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>';
    expect(parseHtmlTable(html)).toEqual([
      ["a", "b"],
      ["", "c"],
      ["", "d", "e"],
    ]);
  });

  it("takes the first table, with what lies in it, and no scripts", () => {
    const html =
      "<p>x</p><table><tr><td>a<table><tr><td>inner</td></tr></table></td></tr></table><table><tr><td>second</td></tr></table>";
    expect(parseHtmlTable(html)?.[0]?.[0]).toContain("a");
    expect(parseHtmlTable(html)).toHaveLength(1);
    expect(parseHtmlTable("<table><tr><td>a<script>alert(1)</script></td></tr></table>")).toEqual([["a"]]);
    expect(parseHtmlTable("<p>no table</p>")).toBeNull();
  });
});

describe("tab-separated text", () => {
  it("reads cells with line ends and quotes in them", () => {
    expect(parseTsv('a\t"b\nc"\r\n"d ""e"""\tf"g\n')).toEqual([
      ["a", "b\nc"],
      ['d "e"', 'f"g'],
    ]);
  });

  it("leaves a quote that never closes as it is", () => {
    expect(parseTsv('"abc\tdef')).toEqual([['"abc', "def"]]);
  });
});

describe("the clipboard", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("推进中", 'a"b', "x\ty", "1\n2", "<td>&amp;", "1,234.5"),
  );
  // NOTE: blanks at a cell's ends, and runs of them, are the one thing that HTML does not carry.
  const tidy = cell.map((text) =>
    text
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim(),
  );
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(tidy, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    )
    .filter((rows) => rows.at(-1)?.at(-1) !== "");

  it("brings back what was copied, from either text", () => {
    fc.assert(
      fc.property(block, (rows) => {
        const { text, html } = clipboardTexts(rows);
        for (const texts of [
          { text: "", html },
          { text, html: "" },
        ]) {
          const parsed = parseClipboard(texts);
          expect(parsed.ok && parsed.value).toEqual(rows);
        }
      }),
    );
  });

  it("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (text, rest) => {
        parseClipboard({ text, html: `<table><tr><td rowspan=9${rest}` });
        parseClipboard({ text, html: "" });
      }),
    );
  });

  it("refuses a block larger than any grid", () => {
    const wide = "\t".repeat(400) + "x";
    const text = Array.from({ length: CELL_LIMIT / 400 + 1 }, () => wide).join("\n");
    expect(parseClipboard({ text, html: "" })).toMatchObject({
      ok: false,
      error: { code: "paste-too-large" },
    });
  });
});
