import { inflateSync } from "node:zlib";

const pageObject = /\/Type\s*\/Page(?![A-Za-z])/g;
const pageTree = /\/Type\s*\/Pages(?![A-Za-z])/;
const stream = /<<((?:(?!\bendobj\b)[\s\S])*?)>>\s*stream\r?\n([\s\S]*?)endstream/g;

/**
 * Pages of a PDF that Chromium printed. Objects are counted, also those in compressed object streams (PDF 1.5);
 * the contents of other streams are passed over, since any bytes may stand there. Throws on what is no PDF.
 */
export function countPdfPages(pdf: Uint8Array): number {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  if (!source.startsWith("%PDF-")) throw new Error("not a PDF");
  let objects = "";
  const plain = source.replace(stream, (_whole, dictionary: string, body: string) => {
    if (/\/Type\s*\/ObjStm\b/.test(dictionary)) {
      const bytes = Buffer.from(body, "latin1");
      const content = /\/FlateDecode\b/.test(dictionary) ? inflateSync(bytes) : bytes;
      objects += `${content.toString("latin1")}\n`;
    }
    return `<<${dictionary}>>`;
  });
  objects += plain;
  const pages = objects.match(pageObject)?.length ?? 0;
  if (pages === 0 || !pageTree.test(objects)) throw new Error("a PDF without pages");
  return pages;
}
