/** What `import … from "electron"` and `require("electron")` give the app. */
import { app } from "./app.ts";
import { StandInBrowserWindow as BrowserWindow } from "./browser-window.ts";
import { clipboard, powerMonitor, screen, shell } from "./desktop.ts";
import { dialog } from "./dialog.ts";
import { ipcMain } from "./ipc-main.ts";
import { StandInMenu as Menu } from "./menu.ts";
import { nativeTheme } from "./native-theme.ts";
import { net } from "./net.ts";
import { protocol } from "./protocol.ts";
import { safeStorage } from "./safe-storage.ts";
import { session } from "./session.ts";
import { strict } from "./strict.ts";
import { webContents } from "./web-contents.ts";

const electron = strict("electron", {
  // Asked for in the main process, these are undefined in Electron too.
  contextBridge: undefined,
  ipcRenderer: undefined,
  webFrame: undefined,
  webUtils: undefined,
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
});

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
};
export default electron;
// `require` gets the object that throws on unknown names, not the module's namespace.
export { electron as "module.exports" };
