import { join } from "node:path";
import { dialog, type BrowserWindow } from "electron";
import { appError } from "#shared/errors.ts";
import { engineContract, type ChannelInputParsed } from "#shared/ipc/contract.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { fail, ok } from "#shared/result.ts";
import type { Answer, CallContext } from "../engine/types.ts";
import type { EngineCall } from "../engine-host/protocol.ts";
import type { Handlers } from "../ipc/host-handlers.ts";
import { writeFileDurably } from "../bundle/durable-file.ts";
import type { PreferencesStore } from "./preferences.ts";
import type { PrintedSheet, Printer } from "./printer.ts";
import { sheetFileName } from "./sheet-file-name.ts";
import { dialogWords } from "./words.ts";

/** A printed sheet is for handing round. */
const sharedFileMode = 0o644;

type SheetRequest = ChannelInputParsed<"paper.model">;

interface PaperParts {
  readonly engine: EngineCall;
  readonly printer: Printer;
  readonly preferences: PreferencesStore;
  readonly documentsDir: string;
  readonly mainWindow: () => BrowserWindow;
  readonly logFailure: (where: string, error: unknown) => string;
}

export function createPaperHandlers(
  parts: PaperParts,
): Handlers<"paper.preview" | "paper.save" | "print.model" | "print.ready"> {
  const { engine, printer } = parts;

  async function sheetModel(
    request: SheetRequest,
    { progress, signal }: CallContext,
  ): Promise<Answer<SheetModel>> {
    const answer = await engine("paper.model", request, { progress, signal });
    return answer.ok ? ok(engineContract["paper.model"].output.parse(answer.value)) : answer;
  }

  async function print(model: SheetModel): Promise<Answer<PrintedSheet>> {
    const sheets: PrintedSheet[] = [];
    const printed = await printer.print([model], (sheet) => void sheets.push(sheet));
    if (!printed.ok) return printed;
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error("printed nothing");
    return ok(sheet);
  }

  /** A printed 送审稿 is noted on the reporter's laptop; the office, which prints any unit's sheet, notes none. */
  async function noteReviewCopy(
    model: SheetModel,
    { period }: SheetRequest,
    { progress, signal }: CallContext,
  ): Promise<void> {
    if (model.sheet !== "progress-sheet" || model.stage !== "review" || period === undefined) return;
    await engine("reviewCopy.note", { period }, { progress, signal });
  }

  async function askForFile(name: string): Promise<string | null> {
    const words = dialogWords(parts.preferences.get().language);
    const { canceled, filePath } = await dialog.showSaveDialog(parts.mainWindow(), {
      title: words.savePdf,
      defaultPath: join(parts.documentsDir, name),
      filters: [{ name: words.pdfFiles, extensions: ["pdf"] }],
    });
    return canceled || filePath === "" ? null : filePath;
  }

  return {
    "paper.preview": async (request, call) => {
      const model = await sheetModel(request, call);
      return model.ok ? print(model.value) : model;
    },
    "paper.save": async (request, call) => {
      const model = await sheetModel(request, call);
      if (!model.ok) return model;
      const file = await askForFile(sheetFileName(model.value));
      if (file === null) return ok({ file: null, pages: 0 });
      const printed = await print(model.value);
      if (!printed.ok) return printed;
      try {
        writeFileDurably(file, printed.value.pdf, sharedFileMode);
      } catch (error) {
        return fail(appError("write-failed", { file, id: parts.logFailure("saving a sheet", error) }));
      }
      await noteReviewCopy(model.value, request, call);
      return ok({ file, pages: printed.value.pages });
    },
    "print.model": (_input, { sender }) => {
      const model = printer.modelFor(sender);
      if (model === null) throw new Error("a print window without a sheet");
      return ok(model);
    },
    "print.ready": (_input, { sender }) => {
      printer.ready(sender);
      return ok({});
    },
  };
}
