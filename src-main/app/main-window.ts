import { BrowserWindow, nativeTheme, screen } from "electron";
import { pageUrl } from "./origin.ts";
import type { PreferencesStore } from "./preferences.ts";
import { webPreferences } from "./web-preferences.ts";
import { visibleState } from "./window-state.ts";
import type { Log } from "./log.ts";

export const productName = "任务台账";

/** Canvas colours of the visual system, shown until the page has painted. */
const canvas = () => (nativeTheme.shouldUseDarkColors ? "#11181c" : "#f5f7f8");

interface MainWindowParts {
  readonly preload: string;
  readonly preferences: PreferencesStore;
  readonly log: Log;
}

/** The one window of the app; its frame is remembered when it closes. Not loaded yet: see `loadMainWindow`. */
export function createMainWindow({ preload, preferences, log }: MainWindowParts): BrowserWindow {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = visibleState(preferences.get().window, areas);
  const window = new BrowserWindow({
    width: state?.width ?? 1366,
    height: state?.height ?? 768,
    ...(state === null ? {} : { x: state.x, y: state.y }),
    minWidth: 900,
    minHeight: 600,
    title: productName,
    backgroundColor: canvas(),
    show: false,
    webPreferences: webPreferences(preload),
  });
  if (state?.maximized === true) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => {
    try {
      preferences.update({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
    } catch (error) {
      log.failure("window frame", error);
    }
  });
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    log.failure("main window", new Error(`its process ended: ${reason}`));
    if (reason !== "clean-exit" && !window.isDestroyed()) window.webContents.reload();
  });
  return window;
}

export const loadMainWindow = (window: BrowserWindow): Promise<void> => window.loadURL(pageUrl("index.html"));

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
