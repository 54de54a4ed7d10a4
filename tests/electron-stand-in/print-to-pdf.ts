/** Electron's printing options in the DevTools protocol's words. Lengths are inches in both. */
import type { Protocol } from "./cdp.ts";
import { notImplemented } from "./strict.ts";

const inch = 25.4;
const paperMm: Record<string, readonly [number, number]> = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  A6: [105, 148],
  Legal: [8.5 * inch, 14 * inch],
  Letter: [8.5 * inch, 11 * inch],
  Tabloid: [11 * inch, 17 * inch],
  Ledger: [17 * inch, 11 * inch],
};

const plain = [
  "landscape",
  "displayHeaderFooter",
  "printBackground",
  "scale",
  "pageRanges",
  "headerTemplate",
  "footerTemplate",
  "preferCSSPageSize",
  "generateTaggedPDF",
  "generateDocumentOutline",
] as const;

export function printParameters(options: Electron.PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { margins, pageSize, ...rest } = options;
  const unknown = Object.keys(rest).find((name) => !plain.some((known) => known === name));
  if (unknown !== undefined) throw notImplemented(`printToPDF option ${unknown}`);
  return {
    ...rest,
    ...paper(pageSize),
    ...(margins?.top === undefined ? {} : { marginTop: margins.top }),
    ...(margins?.bottom === undefined ? {} : { marginBottom: margins.bottom }),
    ...(margins?.left === undefined ? {} : { marginLeft: margins.left }),
    ...(margins?.right === undefined ? {} : { marginRight: margins.right }),
    transferMode: "ReturnAsStream",
  };
}

function paper(size: Electron.PrintToPDFOptions["pageSize"]): { paperWidth?: number; paperHeight?: number } {
  if (size === undefined) return {};
  if (typeof size === "object") return { paperWidth: size.width, paperHeight: size.height };
  const mm = paperMm[size];
  if (!mm) throw new Error(`Invalid pageSize ${size}`);
  return { paperWidth: mm[0] / inch, paperHeight: mm[1] / inch };
}
