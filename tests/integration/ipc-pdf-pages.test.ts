import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { countPdfPages } from "#main/app/pdf-pages.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const pdf = (...objects: string[]): Uint8Array =>
  bytes(
    ["%PDF-1.4", ...objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj`), "%%EOF"].join("\n"),
  );

const tree = "<</Type /Pages\n/Count 2\n/Kids [2 0 R 3 0 R]>>";
const page = "<</Type /Page\n/Resources <</ProcSet [/PDF /Text]>>\n/Parent 1 0 R>>";

describe("pages of a PDF", () => {
  it("are its page objects, not the nodes of their tree", () => {
    expect(countPdfPages(pdf(tree, page, "<</Type/Page/Parent 1 0 R>>"))).toBe(2);
  });

  it("are not what a stream happens to hold", () => {
    const stream = "<</Length 30>> stream\n(/Type /Page) /Type /Page Tj\nendstream";
    expect(countPdfPages(pdf(tree, page, stream, page))).toBe(2);
  });

  it("may stand in compressed object streams", () => {
    const packed = deflateSync(Buffer.from(`1 0 2 60 3 120 ${tree} ${page} ${page} ${page}`)).toString(
      "latin1",
    );
    const stream = `<</Type /ObjStm /N 4 /Filter /FlateDecode /Length ${packed.length}>>\nstream\r\n${packed}\nendstream`;
    expect(countPdfPages(pdf("<</Type /Catalog>>", stream))).toBe(3);
  });

  it("cannot be counted in what is no PDF or has none", () => {
    expect(() => countPdfPages(bytes("<html>"))).toThrow("not a PDF");
    expect(() => countPdfPages(pdf("<</Type /Catalog>>"))).toThrow("without pages");
  });
});
