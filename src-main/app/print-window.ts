import { BrowserWindow } from "electron";
import { webPreferences } from "./web-preferences.ts";
import type { KnownWindows } from "./windows.ts";

/** A print window is kept this long: the next sheet then finds its fonts loaded. */
const idleMs = 60_000;

export interface PrintWindows {
  take(): BrowserWindow;
  /** `reusable` is false after a failure: nobody knows what state the page is in. */
  giveBack(window: BrowserWindow, reusable: boolean): void;
}

/** Never shown. Not throttled: a hidden page would otherwise wait with its fonts and its layout. */
export function createPrintWindows(preload: string, windows: KnownWindows): PrintWindows {
  let idle: { readonly window: BrowserWindow; readonly timer: NodeJS.Timeout } | null = null;

  function create(): BrowserWindow {
    const window = new BrowserWindow({
      show: false,
      width: 1123,
      height: 794,
      webPreferences: { ...webPreferences(preload), backgroundThrottling: false },
    });
    windows.add("print", window);
    return window;
  }

  return {
    take() {
      const kept = idle;
      idle = null;
      if (kept === null) return create();
      clearTimeout(kept.timer);
      return kept.window.isDestroyed() ? create() : kept.window;
    },
    giveBack(window, reusable) {
      if (!reusable || idle !== null) {
        window.destroy();
        return;
      }
      const timer = setTimeout(() => {
        idle = null;
        window.destroy();
      }, idleMs);
      idle = { window, timer };
    },
  };
}
