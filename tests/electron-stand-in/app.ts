import type { CommandLine } from "./command-line.ts";
import { startBrowser } from "./browser.ts";
import { hasDisplay, startChromium, type RunningChromium } from "./browser-process.ts";
import { appPath, changePath } from "./app-paths.ts";
import { lockInstance } from "./single-instance.ts";
import { CancelableEvent, strict, strictEmitter } from "./strict.ts";

export interface AppPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

interface ClosableWindow {
  closeForQuit(): Promise<boolean>;
  destroy(): void;
}

/** Filled by browser-window.ts, which depends on this module. */
export const openWindows = new Set<ClosableWindow>();

// Chromium's own switches reach it; the app's do not. Those given to `commandLine` do in any case.
const forChromium = ["no-sandbox", "remote-debugging-port", "lang", "force-device-scale-factor"];
/** What an app without a browser is given to finish. */
const lastWordsMs = 10_000;
const appendable = new Map<string, string>();
const given = new Map<string, string>();

const commandLine = strict("app.commandLine", {
  appendSwitch(name: string, value = ""): void {
    const lists = name === "disable-features" || name === "enable-features";
    const before = appendable.get(name);
    appendable.set(name, lists && before ? `${before},${value}` : value);
  },
  hasSwitch: (name: string): boolean => appendable.has(name) || given.has(name),
  getSwitchValue: (name: string): string => appendable.get(name) ?? given.get(name) ?? "",
} satisfies Pick<Electron.CommandLine, "appendSwitch" | "hasSwitch" | "getSwitchValue">);

type AppMember =
  | "isPackaged"
  | "name"
  | "whenReady"
  | "isReady"
  | "getName"
  | "setName"
  | "getVersion"
  | "getAppPath"
  | "getLocale"
  | "getPath"
  | "setPath"
  | "enableSandbox"
  | "setAppUserModelId"
  | "focus"
  | "requestSingleInstanceLock"
  | "quit"
  | "exit";

class StandInApp extends strictEmitter("app") implements Pick<Electron.App, AppMember> {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  name = "";
  private folder = "";
  private version = "";
  private readonly ready = Promise.withResolvers<void>();
  private started = false;
  private quitting = false;

  /** Called once by boot.ts, before the app's own code. */
  describe(line: CommandLine, app: AppPackage): void {
    for (const [name, value] of line.switches) given.set(name, value);
    this.folder = app.folder;
    this.version = app.version;
    this.setName(app.name);
    const userData = given.get("user-data-dir");
    if (userData) changePath("userData", userData);
  }

  /** Called once by boot.ts, after the app's own code. */
  async start(): Promise<void> {
    const switches = new Map([...given].filter(([name]) => forChromium.includes(name)));
    for (const [name, value] of appendable) switches.set(name, value);
    const start = (unseen: boolean): RunningChromium => {
      if (unseen) switches.delete("remote-debugging-port");
      return startChromium(switches, hasDisplay() && !unseen);
    };
    const product = await startBrowser(start, () => this.browserGone());
    Object.assign(process.versions, { chrome: product.replace(/^[^/]*\//, "") });
    appPath("userData", this.name);
    this.started = true;
    // Playwright replaces emit, isReady and whenReady to hold the app back until it is connected.
    this.emit("ready", {}, {});
    this.ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }
  isReady(): boolean {
    return this.started;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return this.version;
  }
  getAppPath(): string {
    return this.folder;
  }
  getLocale(): string {
    return this.commandLine.getSwitchValue("lang") || Intl.DateTimeFormat().resolvedOptions().locale;
  }
  getPath(name: string): string {
    return appPath(name, this.name);
  }
  setPath(name: string, path: string): void {
    changePath(name, path);
  }
  enableSandbox(): void {}
  setAppUserModelId(): void {}
  focus(): void {}

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const self = { argv: [...process.argv], cwd: process.cwd(), additionalData };
    return lockInstance(this.getPath("userData"), self, (other) => {
      this.emit("second-instance", new CancelableEvent(), other.argv, other.cwd, other.additionalData);
    });
  }

  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    void this.quitUnlessPrevented().finally(() => {
      this.quitting = false;
    });
  }

  exit(code = 0): never {
    for (const window of openWindows) window.destroy();
    this.emit("quit", {}, code);
    process.exit(code); // The pipe to Chromium closes with this process, and Chromium leaves.
  }

  /** Ended by hand or by a fault: there is nothing left to show, but the app may have something to save. */
  private browserGone(): void {
    console.error("浏览器已退出 / The browser has ended");
    setTimeout(() => process.exit(1), lastWordsMs).unref();
    this.quit();
  }

  private async quitUnlessPrevented(): Promise<void> {
    if (this.isPrevented("before-quit")) return;
    for (const window of openWindows) if (!(await window.closeForQuit())) return;
    if (!this.isPrevented("will-quit")) this.exit(0);
  }

  private isPrevented(name: string): boolean {
    const event = new CancelableEvent();
    this.emit(name, event);
    return event.defaultPrevented;
  }

  /** The last window has gone: Electron quits by itself only where the app does not listen. */
  windowClosed(): void {
    if (openWindows.size > 0 || this.quitting) return;
    if (this.listenerCount("window-all-closed") === 0) this.quit();
    else this.emit("window-all-closed");
  }
}

export const app = new StandInApp();
