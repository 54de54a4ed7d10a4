import type { BrowserWindow } from "electron";
import { appError, type AppError } from "#shared/errors.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { fail, ok, type Result } from "#shared/result.ts";
import type { Log } from "./log.ts";
import { pageUrl } from "./origin.ts";
import { countPdfPages } from "./pdf-pages.ts";
import type { PrintWindows } from "./print-window.ts";

export interface PrintedSheet {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

export interface Printer {
  /** Prints the sheets one after another in one hidden window; hands over each as soon as it is done. */
  print(
    models: readonly SheetModel[],
    onSheet: (sheet: PrintedSheet, index: number) => Promise<void> | void,
  ): Promise<Result<null, AppError>>;
  /** What the print window with this id is to show, or null where there is none. */
  modelFor(contentsId: number): SheetModel | null;
  /** The page has laid itself out and its fonts are loaded. */
  ready(contentsId: number): void;
}

interface PrinterParts {
  readonly windows: PrintWindows;
  readonly log: Log;
  /** Longest wait for one sheet: a long one takes a second or two on an old laptop. */
  readonly timeoutMs: number;
}

interface Job {
  readonly model: SheetModel;
  readonly ready: () => void;
}

/** Rejects once the time is up or the page's process is gone; `settle` ends the watch. */
function watch(window: BrowserWindow, timeoutMs: number): { failed: Promise<never>; settle: () => void } {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not printed within ${timeoutMs} ms`)), timeoutMs);
  const gone = () => reject(new Error("the print window's process ended"));
  window.webContents.once("render-process-gone", gone);
  failed.catch(() => undefined);
  return {
    failed,
    settle() {
      clearTimeout(timer);
      if (!window.isDestroyed()) window.webContents.removeListener("render-process-gone", gone);
    },
  };
}

export function createPrinter({ windows, log, timeoutMs }: PrinterParts): Printer {
  const jobs = new Map<number, Job>();
  let queue: Promise<unknown> = Promise.resolve();

  async function printSheet(window: BrowserWindow, model: SheetModel): Promise<PrintedSheet> {
    const { id } = window.webContents;
    const { promise: ready, resolve } = Promise.withResolvers<void>();
    const { failed, settle } = watch(window, timeoutMs);
    jobs.set(id, { model, ready: resolve });
    try {
      const printed = window
        .loadURL(pageUrl("print.html"))
        .then(() => ready)
        .then(() => window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
      const pdf = new Uint8Array(await Promise.race([printed, failed]));
      return { pdf, pages: countPdfPages(pdf) };
    } finally {
      settle();
      jobs.delete(id);
    }
  }

  async function printAll(
    models: readonly SheetModel[],
    onSheet: (sheet: PrintedSheet, index: number) => Promise<void> | void,
  ): Promise<Result<null, AppError>> {
    if (models.length === 0) return ok(null);
    const window = windows.take();
    let allPrinted = false;
    try {
      for (const [index, model] of models.entries()) {
        let sheet: PrintedSheet;
        try {
          sheet = await printSheet(window, model);
        } catch (error) {
          return fail(appError("print-failed", { id: log.failure(`printing ${model.sheet}`, error) }));
        }
        await onSheet(sheet, index);
      }
      allPrinted = true;
      return ok(null);
    } finally {
      windows.giveBack(window, allPrinted);
    }
  }

  return {
    print(models, onSheet) {
      const done = queue.then(() => printAll(models, onSheet));
      queue = done.catch(() => undefined);
      return done;
    },
    modelFor: (contentsId) => jobs.get(contentsId)?.model ?? null,
    ready: (contentsId) => jobs.get(contentsId)?.ready(),
  };
}
