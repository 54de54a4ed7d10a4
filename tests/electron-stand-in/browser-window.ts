import { isAbsolute } from "node:path";
import { app, openWindows } from "./app.ts";
import { isBrowserReady } from "./browser.ts";
import { hasDisplay } from "./browser-process.ts";
import { CancelableEvent, notImplemented, strictEmitter } from "./strict.ts";
import { StandInWebContents } from "./web-contents.ts";
import { fitWindow, setWindowState, type WindowState } from "./window-bounds.ts";

const all = new Map<number, StandInBrowserWindow>();
let lastId = 0;
let focused: StandInBrowserWindow | null = null;

type WindowMember =
  | "id"
  | "loadURL"
  | "show"
  | "showInactive"
  | "hide"
  | "isVisible"
  | "focus"
  | "isFocused"
  | "maximize"
  | "isMaximized"
  | "minimize"
  | "isMinimized"
  | "restore"
  | "setTitle"
  | "getTitle"
  | "setBackgroundColor"
  | "getBackgroundColor"
  | "setMenu"
  | "removeMenu"
  | "setMenuBarVisibility"
  | "setAutoHideMenuBar"
  | "getBounds"
  | "getContentBounds"
  | "getNormalBounds"
  | "getSize"
  | "setBounds"
  | "setSize"
  | "setContentSize"
  | "close"
  | "isDestroyed"
  | "destroy";

export class StandInBrowserWindow
  extends strictEmitter("BrowserWindow")
  implements Pick<Electron.BrowserWindow, WindowMember>
{
  static getAllWindows(): StandInBrowserWindow[] {
    return [...all.values()];
  }
  static fromId(id: number): StandInBrowserWindow | null {
    return all.get(id) ?? null;
  }
  static fromWebContents(contents: StandInWebContents | undefined): StandInBrowserWindow | null {
    return [...all.values()].find((window) => window.webContents === contents) ?? null;
  }
  static getFocusedWindow(): StandInBrowserWindow | null {
    return focused;
  }

  readonly id = ++lastId;
  readonly webContents: StandInWebContents;
  private title: string;
  private bounds: Electron.Rectangle;
  private visible: boolean;
  private backgroundColor: string;
  private state: WindowState = "normal";
  private destroyed = false;
  private closing = false;
  /** There is a display, and this window is not on it. */
  private unseen = false;
  /** Settles once the window has the size last asked for. */
  private applied = Promise.resolve();
  private readonly goneSignal = Promise.withResolvers<void>();

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!isBrowserReady()) throw new Error("Cannot create BrowserWindow before app is ready");
    const { preload } = checkPreferences(options.webPreferences ?? {});
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.title = options.title ?? app.getName();
    this.visible = options.show !== false;
    this.backgroundColor = options.backgroundColor ?? "#ffffff";
    this.webContents = new StandInWebContents({
      preload,
      isSeen: this.isSeen(),
      closeOwner: () => this.close(),
      onGone: () => this.gone(),
    });
    all.set(this.id, this);
    openWindows.add(this);
    if (this.visible) focused = this;
    app.emit("browser-window-created", {}, this);
    app.emit("web-contents-created", {}, this.webContents);
    this.webContents.once("dom-ready", () => this.emit("ready-to-show", {}));
    void this.applyBounds();
  }

  async loadURL(url: string): Promise<void> {
    // The first document is to find the window at its size already.
    await this.applied;
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.visible = true;
    if (this.unseen)
      throw notImplemented("show() of a window that started hidden without waiting for ready-to-show");
    this.focus();
    void this.applyState();
    this.emit("show", {});
  }
  showInactive(): void {
    this.visible = true;
    void this.applyState();
  }
  hide(): void {
    this.visible = false;
    if (focused === this) focused = null;
    void this.applyState();
    this.emit("hide", {});
  }
  isVisible(): boolean {
    return this.visible;
  }
  focus(): void {
    focused = this;
    void this.webContents.attached.then((page) => hasDisplay() && page.session.tell("Page.bringToFront"));
  }
  isFocused(): boolean {
    return focused === this;
  }
  maximize(): void {
    this.setState("maximized");
  }
  isMaximized(): boolean {
    return this.state === "maximized";
  }
  minimize(): void {
    this.setState("minimized");
  }
  isMinimized(): boolean {
    return this.state === "minimized";
  }
  restore(): void {
    this.setState("normal");
  }

  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  setBackgroundColor(color: string): void {
    this.backgroundColor = color;
  }
  getBackgroundColor(): string {
    return this.backgroundColor;
  }
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}

  getBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }
  getContentBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }
  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    void this.applyBounds();
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  close(): void {
    void this.closeForQuit();
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  destroy(): void {
    if (this.destroyed) return;
    this.closing = true;
    void this.webContents.closePage();
    this.gone();
  }

  /** Resolves to whether the window closed, once it is gone. */
  async closeForQuit(): Promise<boolean> {
    if (this.destroyed) return true;
    const event = new CancelableEvent();
    this.emit("close", event);
    if (event.defaultPrevented) return false;
    this.closing = true;
    await this.webContents.closePage();
    await this.goneSignal.promise;
    return true;
  }

  private applyBounds(): Promise<void> {
    const { width, height } = this.bounds;
    const fit = async (): Promise<void> => {
      const page = await this.webContents.attached;
      if (!this.destroyed) await fitWindow(page, width, height);
    };
    this.applied = this.applied.then(fit).catch(() => undefined);
    return this.applied;
  }

  private setState(state: WindowState): void {
    this.state = state;
    void this.applyState();
  }

  /**
   * With a display, a window that starts hidden stays out of sight unless it waits for ready-to-show, as windows
   * do that will be shown. NOTE: making it small instead could lay its page out at 0×0.
   */
  private async isSeen(): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve)); // Listeners are added after the constructor.
    this.unseen = hasDisplay() && !this.visible && this.listenerCount("ready-to-show") === 0;
    return !this.unseen;
  }

  /** Without a display there is nothing to hide. */
  private async applyState(): Promise<void> {
    await this.applied;
    if (this.destroyed || this.unseen || !hasDisplay()) return;
    const state = this.visible ? this.state : "minimized";
    await this.webContents.attached.then((page) => setWindowState(page, state)).catch(() => undefined);
  }

  private gone(): void {
    if (this.destroyed) return;
    if (!this.closing) this.emit("close", new CancelableEvent()); // Closed by hand: too late to refuse.
    this.destroyed = true;
    all.delete(this.id);
    openWindows.delete(this);
    if (focused === this) focused = null;
    this.goneSignal.resolve();
    this.emit("closed", {});
    app.windowClosed();
  }
}

/** Only the safe settings are reproduced; a window that asks for others must not seem to have been given them. */
function checkPreferences(preferences: Electron.WebPreferences): { preload: string | undefined } {
  const { preload, sandbox, contextIsolation, nodeIntegration } = preferences;
  if (sandbox === false) throw notImplemented("webPreferences.sandbox: false");
  if (contextIsolation === false) throw notImplemented("webPreferences.contextIsolation: false");
  if (nodeIntegration === true) throw notImplemented("webPreferences.nodeIntegration: true");
  if (preload !== undefined && !isAbsolute(preload))
    throw new Error("preload script must have absolute path");
  return { preload };
}
