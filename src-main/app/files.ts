import { existsSync } from "node:fs";
import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from "electron";
import { appError } from "#shared/errors.ts";
import type { ChannelInputParsed } from "#shared/ipc/contract.ts";
import { fail, ok } from "#shared/result.ts";
import type { Handlers } from "../ipc/host-handlers.ts";
import type { PreferencesStore } from "./preferences.ts";
import { dialogWords } from "./words.ts";

type FilePurpose = ChannelInputParsed<"files.choose">["purpose"];

interface FilesParts {
  readonly preferences: PreferencesStore;
  readonly mainWindow: () => BrowserWindow;
}

export function createFilesHandlers({
  preferences,
  mainWindow,
}: FilesParts): Handlers<"files.choose" | "files.reveal"> {
  function options(purpose: FilePurpose): OpenDialogOptions {
    const words = dialogWords(preferences.get().language);
    const filters = [
      { name: words.bundleFiles, extensions: ["tzb", "age"] },
      { name: words.allFiles, extensions: ["*"] },
    ];
    switch (purpose) {
      case "bundles":
        return { title: words.bundles, filters, properties: ["openFile", "multiSelections"] };
      case "plan-bundle":
        return { title: words.planBundle, filters, properties: ["openFile"] };
      case "plan": {
        const plans = [
          { name: words.planFiles, extensions: ["json"] },
          { name: words.allFiles, extensions: ["*"] },
        ];
        return { title: words.plan, filters: plans, properties: ["openFile"] };
      }
      case "workbook": {
        const workbooks = [
          { name: words.workbookFiles, extensions: ["xlsx", "csv"] },
          { name: words.allFiles, extensions: ["*"] },
        ];
        return { title: words.workbook, filters: workbooks, properties: ["openFile"] };
      }
      case "folder":
        return { title: words.folder, properties: ["openDirectory", "createDirectory"] };
      case "attachments":
        return { title: words.attachments, properties: ["openFile", "multiSelections"] };
      case "workspace":
        return { title: words.workspace, properties: ["openDirectory"] };
    }
  }

  return {
    "files.choose": async ({ purpose }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(mainWindow(), options(purpose));
      return ok({ paths: canceled ? [] : filePaths });
    },
    "files.reveal": ({ path }) => {
      if (!existsSync(path)) return fail(appError("file-not-found", { file: path }));
      shell.showItemInFolder(path);
      return ok({});
    },
  };
}
