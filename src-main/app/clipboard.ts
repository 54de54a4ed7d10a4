import type { BrowserWindow } from "electron";
import { ok } from "#shared/result.ts";
import type { Handlers } from "../ipc/host-handlers.ts";

/** The menu's copy, cut and paste: done where the focus is, as by key. */
export const createClipboardHandlers = (mainWindow: () => BrowserWindow): Handlers<"window.edit"> => ({
  "window.edit": ({ command }) => {
    mainWindow().webContents[command]();
    return ok({});
  },
});
