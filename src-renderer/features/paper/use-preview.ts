import { useCallback, useEffect, useRef, useState } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { ChannelInput } from "#shared/ipc/contract.ts";
import { callEngine, type CallError } from "../../app/bridge.ts";
import { openPdf } from "./pdf-document.ts";

export type SheetRequest = ChannelInput<"paper.preview">;

export type Preview =
  | { readonly status: "making" }
  | { readonly status: "ready"; readonly document: PDFDocumentProxy }
  | { readonly status: "failed"; readonly error: CallError };

/** The true PDF of the sheet, made anew for each request; the one before is let go. */
export function usePreview(request: SheetRequest): { readonly preview: Preview; readonly again: () => void } {
  const [preview, setPreview] = useState<Preview>({ status: "making" });
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(request);
  const wanted = useRef(request);
  wanted.current = request;
  useEffect(() => {
    let current = true;
    let opened: PDFDocumentProxy | null = null;
    setPreview({ status: "making" });
    const make = async (): Promise<void> => {
      const reply = await callEngine("paper.preview", wanted.current);
      if (!current) return;
      if (!reply.ok) {
        setPreview({ status: "failed", error: reply.error });
        return;
      }
      opened = await openPdf(reply.value.pdf);
      if (current) setPreview({ status: "ready", document: opened });
      else void opened.loadingTask.destroy();
    };
    make().catch(() => {
      if (current) setPreview({ status: "failed", error: { code: "print-failed", params: {} } });
    });
    return () => {
      current = false;
      void opened?.loadingTask.destroy();
    };
    // The request is followed by its content, not by its identity.
  }, [key, attempt]);
  return { preview, again: useCallback(() => setAttempt((count) => count + 1), []) };
}
