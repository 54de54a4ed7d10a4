import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

// NOTE: the worker is a file of the app's own origin; the content security policy allows no other.
GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens a PDF held in memory. pdf.js takes the bytes over, so it gets a copy. */
export const openPdf = (pdf: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: pdf.slice(), useSystemFonts: false }).promise;
