import type { WebPreferences } from "electron";

/** Every window's: sandboxed, isolated, without Node. The spelling checker would fetch dictionaries. */
export const webPreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
});
