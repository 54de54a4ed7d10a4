import { join } from "node:path";
import { dialog, type BrowserWindow } from "electron";
import { appError } from "#shared/errors.ts";
import { engineContract, type ChannelInputParsed } from "#shared/ipc/contract.ts";
import type { ReminderModel } from "#shared/paper/office-sheet-model.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import type { Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import type { Answer, CallContext } from "../engine/types.ts";
import type { EngineCall } from "../engine-host/protocol.ts";
import type { Handlers } from "../ipc/host-handlers.ts";
import { writeFileDurably } from "../bundle/durable-file.ts";
import type { PreferencesStore } from "./preferences.ts";
import type { PrintedSheet, Printer } from "./printer.ts";
import { saveReminders } from "./save-reminders.ts";
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
): Handlers<"paper.preview" | "paper.save" | "paper.saveReminders" | "print.model" | "print.ready"> {
  const { engine, printer } = parts;

  async function sheetModel(
    request: SheetRequest,
    { progress, signal }: CallContext,
  ): Promise<Answer<SheetModel>> {
    const answer = await engine("paper.model", request, { progress, signal });
    return answer.ok ? ok(engineContract["paper.model"].output.parse(answer.value)) : answer;
  }

  /** A letter for each unit with something missing; refused where there is none. */
  async function reminderModels(period: Period, call: CallContext): Promise<Answer<ReminderModel[]>> {
    const { progress, signal } = call;
    const answer = await engine("paper.toRemind", { period }, { progress, signal });
    if (!answer.ok) return answer;
    const units = engineContract["paper.toRemind"].output.parse(answer.value);
    if (units.length === 0) return fail(appError("nothing-missing", { unit: "", period }));
    const models: ReminderModel[] = [];
    for (const unit of units) {
      const model = await sheetModel({ sheet: "reminder", unit, period, blank: false }, call);
      if (!model.ok) return model;
      if (model.value.sheet === "reminder") models.push(model.value);
    }
    return ok(models);
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

  async function askForFolder(): Promise<string | null> {
    const words = dialogWords(parts.preferences.get().language);
    const { canceled, filePaths } = await dialog.showOpenDialog(parts.mainWindow(), {
      title: words.folder,
      defaultPath: parts.documentsDir,
      properties: ["openDirectory", "createDirectory"],
    });
    return canceled ? null : (filePaths[0] ?? null);
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
    "paper.saveReminders": async ({ period }, call) => {
      const models = await reminderModels(period, call);
      if (!models.ok) return models;
      const parent = await askForFolder();
      if (parent === null) return ok({ folder: null, files: 0 });
      try {
        return await saveReminders(printer, models.value, { parent, mode: sharedFileMode });
      } catch (error) {
        const id = parts.logFailure("saving reminders", error);
        return fail(appError("write-failed", { file: parent, id }));
      }
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
