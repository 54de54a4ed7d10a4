import { useEffect, useRef, useState } from "react";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { useT } from "../../app/language.tsx";

/** A4 portrait in PDF points, until the page itself is known. */
const A4 = { width: 595, height: 842 };
/** Pages are drawn when they come this near to what is visible. */
const AHEAD = "600px";
/** Canvas pixels are bounded, so that a large zoom on a fine screen does not exhaust memory. */
const MOST_PIXELS = 16_000_000;
/** Canvas pixels to a CSS pixel: with fewer, the thin strokes of a dash vanish at fit width. */
const LEAST_RATIO = 2;

type Size = { readonly width: number; readonly height: number };
type Props = {
  readonly document: PDFDocumentProxy;
  readonly no: number;
  readonly count: number;
  /** Width in CSS pixels that the widest page of the document gets. */
  readonly width: number;
};

/** One page of the PDF, drawn once it is near. */
export function PdfPage({ document, no, count, width }: Props) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [near, setNear] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const size: Size = page === null ? A4 : page.getViewport({ scale: 1 });
  const shown = { width, height: (width * size.height) / size.width };

  useEffect(() => {
    let current = true;
    void document.getPage(no).then((read) => {
      if (current) setPage(read);
    });
    return () => {
      current = false;
    };
  }, [document, no]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (page === null || !near || canvas.current === null) return undefined;
    const element = canvas.current;
    const natural = page.getViewport({ scale: 1 });
    const wanted = (width / natural.width) * Math.max(window.devicePixelRatio, LEAST_RATIO);
    const bound = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
    const viewport = page.getViewport({ scale: Math.min(wanted, bound) });
    element.width = Math.floor(viewport.width);
    element.height = Math.floor(viewport.height);
    const task = page.render({ canvas: element, viewport });
    // A drawing that was overtaken is cancelled; pdf.js tells so by rejecting.
    task.promise.then(
      () => setDrawn(true),
      () => undefined,
    );
    return () => task.cancel();
  }, [page, near, width]);

  return (
    <div
      ref={place}
      className="preview__page"
      style={shown}
      role="img"
      aria-busy={!drawn}
      aria-label={t("paper:page", { page: no, count })}
    >
      <canvas ref={canvas} />
    </div>
  );
}
