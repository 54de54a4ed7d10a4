import { useEffect, useRef, useState } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useT } from "../../app/language.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Failed } from "../../components/empty.tsx";
import { PdfPage } from "./pdf-page.tsx";
import { useKeptPlace } from "./use-kept-place.ts";
import type { Preview } from "./use-preview.ts";

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const;
const FIT = 3;
const MARGIN = 32;
/** CSS pixels of A4's long side at 100 %. */
const WIDEST = 1123;

type Props = {
  readonly preview: Preview;
  readonly sheet: string;
  /** The sheet with its unit and period, for while it is laid out. */
  readonly making: string;
  readonly onAgain: () => void;
};

/** What will come out of the printer, page by page. */
export function PreviewPane({ preview, sheet, making, onAgain }: Props) {
  const t = useT();
  if (preview.status === "making") {
    return (
      <section className="preview" aria-label={t("paper:preview")} aria-busy="true">
        <div className="preview__wait preview__making" role="status">
          <span className="btn__ring" />
          <b>{t("paper:making", { sheet: making })}</b>
          <small>{t("paper:makingText")}</small>
        </div>
      </section>
    );
  }
  if (preview.status === "failed") {
    return (
      <section className="preview" aria-label={t("paper:preview")}>
        <div className="preview__wait">
          <Failed error={preview.error} action={<Button onClick={onAgain}>{t("paper:retry")}</Button>} />
        </div>
      </section>
    );
  }
  return <Pages document={preview.document} sheet={sheet} />;
}

function Pages({ document, sheet }: { document: PDFDocumentProxy; sheet: string }) {
  const t = useT();
  const pane = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [step, setStep] = useState(FIT);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const count = document.numPages;
  const zoom = STEPS[step] ?? 1;
  const fit = Math.min(room - MARGIN, WIDEST);
  const width = Math.max(200, Math.round(fit * zoom));
  const onScroll = useKeptPlace(pane, width);
  return (
    <section className="preview" aria-label={t("paper:preview")}>
      <div className="preview__bar">
        <span>{t("paper:pages", { count })}</span>
        <span className="grow hint truncate">{t("paper:printHint")}</span>
        <IconButton
          icon="minus"
          label={t("paper:zoomOut")}
          small
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        />
        <span className="tnum">
          {step === FIT ? t("paper:fitWidth") : t("paper:zoomPercent", { percent: Math.round(zoom * 100) })}
        </span>
        <IconButton
          icon="plus"
          label={t("paper:zoomIn")}
          small
          disabled={step === STEPS.length - 1}
          onClick={() => setStep(step + 1)}
        />
      </div>
      <div
        ref={pane}
        onScroll={onScroll}
        className="preview__pages"
        tabIndex={0}
        role="region"
        aria-label={t("paper:previewOf", { sheet, count })}
      >
        {room > 0 &&
          Array.from({ length: count }, (_, index) => (
            <PdfPage key={index} document={document} no={index + 1} count={count} width={width} />
          ))}
      </div>
    </section>
  );
}
