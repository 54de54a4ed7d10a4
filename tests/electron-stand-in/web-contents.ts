import { openPage } from "./browser.ts";
import type { CdpSession, Protocol } from "./cdp.ts";
import { colorSchemeChanges, mediaColorScheme } from "./color-scheme.ts";
import { PageIpc } from "./page-ipc.ts";
import { isPlaceholder, type OpenPage } from "./page-opener.ts";
import { openBinding, openScript } from "./page-scripts.ts";
import { printParameters } from "./print-to-pdf.ts";
import { answerRequests } from "./requests.ts";
import { toAppUrl, toBrowserUrl } from "./scheme-origins.ts";
import { defaultSession } from "./session.ts";
import { CancelableEvent, notImplemented, strict, strictEmitter } from "./strict.ts";
import { createFrame, type FrameMain } from "./web-frame-main.ts";

type OpenHandler = (details: { url: string; frameName: string; features: string; disposition: string }) => {
  action: string;
};

interface WebContentsOwner {
  readonly preload: string | undefined;
  /** Whether the page needs a window that a user can see. */
  readonly isSeen: Promise<boolean>;
  readonly closeOwner: () => void;
  readonly onGone: () => void;
}

const all = new Map<number, StandInWebContents>();
let lastId = 0;

type ContentsMember =
  | "id"
  | "loadURL"
  | "reload"
  | "getURL"
  | "isDestroyed"
  | "isCrashed"
  | "isLoading"
  | "getType"
  | "close"
  | "openDevTools"
  | "send"
  | "printToPDF"
  | "executeJavaScript"
  | "copy"
  | "cut"
  | "paste"
  | "setZoomFactor"
  | "getZoomFactor";

export class StandInWebContents
  extends strictEmitter("webContents")
  implements Pick<Electron.WebContents, ContentsMember>
{
  readonly id = ++lastId;
  readonly session = defaultSession;
  mainFrame: FrameMain = createFrame("", this.id, 0);
  /** Settles once the page exists and is set up; every command waits for it. */
  readonly attached: Promise<OpenPage>;
  targetId = "";
  private readonly closeOwner: () => void;
  private readonly onGone: () => void;
  private ipc: PageIpc | undefined;
  private documents = 0;
  /** Only the window's own first document has been loaded so far. */
  private empty = true;
  private zoomFactor = 1;
  private destroyed = false;
  private crashed = false;
  /** The page itself asked for the document about to be requested. */
  private askedByPage = false;
  private loading: PromiseWithResolvers<void> | undefined;
  private openHandler: OpenHandler | undefined;

  constructor(owner: WebContentsOwner) {
    super();
    const { preload, isSeen, closeOwner, onGone } = owner;
    this.closeOwner = closeOwner;
    this.onGone = onGone;
    all.set(this.id, this);
    this.attached = this.attach(preload, isSeen);
  }

  async loadURL(url: string): Promise<void> {
    const { session: page } = await this.attached;
    this.askedByPage = false;
    const loading = Promise.withResolvers<void>();
    this.loading = loading;
    const { errorText, loaderId } = await page.send("Page.navigate", { url: toBrowserUrl(url) });
    if (errorText !== undefined) {
      const code = errorText.replace(/^net::/, "");
      this.emit("did-fail-load", {}, -2, code, url, true);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    if (loaderId !== undefined) await loading.promise;
  }

  reload(): void {
    void this.attached.then(({ session }) => session.tell("Page.reload"));
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isCrashed(): boolean {
    return this.crashed;
  }
  isLoading(): boolean {
    return this.loading !== undefined;
  }
  getType(): "window" {
    return "window";
  }
  close(): void {
    this.closeOwner();
  }
  openDevTools(): void {}
  send(channel: string, ...args: unknown[]): void {
    this.ipc?.send(channel, args);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  async printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    const parameters = printParameters(options);
    const { session: page } = await this.attached;
    const { stream } = await page.send("Page.printToPDF", parameters);
    if (stream === undefined) throw new Error("Failed to generate PDF");
    const pieces: Buffer[] = [];
    for (let done = false; !done;) {
      const piece = await page.send("IO.read", { handle: stream });
      pieces.push(Buffer.from(piece.data, piece.base64Encoded ? "base64" : "utf8"));
      done = piece.eof;
    }
    page.tell("IO.close", { handle: stream });
    return Buffer.concat(pieces);
  }

  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { session: page } = await this.attached;
    const options = { awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails } = await page.send("Runtime.evaluate", { expression, ...options });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  copy(): void {
    this.edit("Copy");
  }
  cut(): void {
    this.edit("Cut");
  }
  paste(): void {
    this.edit("Paste");
  }
  /** An editing command of the browser's own, as a key would give it. */
  private edit(command: "Copy" | "Cut" | "Paste"): void {
    const key = { code: "F24", windowsVirtualKeyCode: 135, commands: [command] };
    void this.attached.then(({ session }) =>
      session.tell("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key }),
    );
  }

  /** NOTE: holds for the window's size at the time; see README. */
  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
    void this.attached.then(({ session }) => this.zoom(session));
  }
  getZoomFactor(): number {
    return this.zoomFactor;
  }

  private async zoom(page: CdpSession): Promise<void> {
    await page.send("Emulation.clearDeviceMetricsOverride");
    if (this.zoomFactor === 1) return;
    const size = await this.executeJavaScript("[innerWidth, innerHeight, devicePixelRatio]");
    const [width, height, scale] = Array.isArray(size) ? size.map(Number) : [];
    page.tell("Emulation.setDeviceMetricsOverride", {
      width: Math.round((width ?? 0) / this.zoomFactor),
      height: Math.round((height ?? 0) / this.zoomFactor),
      deviceScaleFactor: (scale ?? 1) * this.zoomFactor,
      mobile: false,
    });
  }

  private async attach(preload: string | undefined, isSeen: Promise<boolean>): Promise<OpenPage> {
    const opened = await openPage(await isSeen, () => this.gone());
    const { targetId, session: page } = opened;
    this.targetId = targetId;
    this.follow(page, targetId);
    const ipc = new PageIpc(page, () => this.createIpcEvent());
    this.ipc = ipc;
    await Promise.all([
      page.send("Page.enable"),
      page.send("Runtime.enable"),
      page.send("Inspector.enable"),
      answerRequests(page, (request) => this.mayNavigate(request)),
      page.send("Runtime.addBinding", { name: openBinding }),
      page.send("Page.addScriptToEvaluateOnNewDocument", { source: openScript }),
      preload === undefined ? undefined : ipc.install(preload, targetId),
      page.send("Runtime.runIfWaitingForDebugger"),
    ]);
    this.applyColorScheme(page);
    colorSchemeChanges.on("changed", () => this.applyColorScheme(page));
    return opened;
  }

  private applyColorScheme(page: CdpSession): void {
    const features = [{ name: "prefers-color-scheme", value: mediaColorScheme() }];
    page.tell("Emulation.setEmulatedMedia", { features });
  }

  private createIpcEvent(): object {
    const { processId, routingId } = this.mainFrame;
    return strict("IpcMainEvent", {
      sender: this,
      senderFrame: this.mainFrame,
      processId,
      frameId: routingId,
      type: "frame",
      reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
    });
  }

  /** A page's main frame has the page's own number for its id. */
  private follow(page: CdpSession, mainFrameId: string): void {
    page.on("Page.frameNavigated", ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.empty = isPlaceholder(frame.url) && (this.empty ? !this.loading : false);
      if (this.empty) return;
      this.setAddress(frame.url + (frame.urlFragment ?? ""), ++this.documents);
      this.emit("did-navigate", {}, this.getURL());
    });
    page.on("Page.navigatedWithinDocument", ({ frameId, url }) => {
      if (frameId !== mainFrameId) return;
      this.setAddress(url, this.documents);
      this.emit("did-navigate-in-page", {}, this.getURL(), true);
    });
    page.on("Page.frameRequestedNavigation", ({ frameId, url, disposition }) => {
      if (disposition !== "currentTab" || frameId !== mainFrameId) return;
      // Chromium drops addresses of unknown schemes before they become requests.
      if (toBrowserUrl(url) === url) this.askedByPage = true;
      else if (this.isAllowed(url)) page.tell("Page.navigate", { url: toBrowserUrl(url) });
    });
    page.on("Page.domContentEventFired", () => this.empty || this.emit("dom-ready", {}));
    page.on("Page.loadEventFired", () => {
      if (this.empty) return;
      this.loading?.resolve();
      this.loading = undefined;
      this.emit("did-finish-load", {});
    });
    page.on("Page.windowOpen", ({ url, windowName, windowFeatures }) => {
      this.refuseOpen(url, windowName, windowFeatures.join(","));
    });
    page.on("Runtime.bindingCalled", ({ name, payload }) => {
      if (name !== openBinding) return;
      const { url, frameName, features } = JSON.parse(payload);
      this.refuseOpen(String(url), String(frameName), String(features));
    });
    page.on("Runtime.consoleAPICalled", (call) => this.reportConsole(call));
    page.on("Inspector.targetCrashed", () => {
      this.crashed = true;
      this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 0 });
    });
  }

  private setAddress(url: string, document: number): void {
    this.mainFrame = createFrame(url, this.id, document);
  }

  private mayNavigate({ resourceType, frameId, request }: Protocol.Fetch.requestPausedPayload): boolean {
    if (!this.askedByPage || resourceType !== "Document" || frameId !== this.targetId) return true;
    this.askedByPage = false;
    return this.isAllowed(toAppUrl(request.url));
  }

  private isAllowed(url: string): boolean {
    const details = {
      url,
      isMainFrame: true,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    };
    const event = Object.assign(new CancelableEvent(), details);
    this.emit("will-navigate", event, url, false, true);
    return !event.defaultPrevented;
  }

  private refuseOpen(browserUrl: string, frameName: string, features: string): void {
    const details = { url: toAppUrl(browserUrl), frameName, features, disposition: "foreground-tab" };
    if (this.openHandler?.(details).action !== "deny")
      console.error(notImplemented("a page opening a window"));
  }

  private reportConsole({ type, args, stackTrace }: Protocol.Runtime.consoleAPICalledPayload): void {
    const message = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(" ");
    const level =
      { error: "error", assert: "error", warning: "warning", debug: "debug" }[String(type)] ?? "info";
    const [frame] = stackTrace?.callFrames ?? [];
    const sourceId = toAppUrl(frame?.url ?? "");
    this.emit("console-message", {
      message,
      level,
      lineNumber: (frame?.lineNumber ?? 0) + 1,
      sourceId,
      frame: this.mainFrame,
    });
  }

  private gone(): void {
    this.destroyed = true;
    all.delete(this.id);
    this.emit("destroyed");
    this.onGone();
  }

  /** The page goes without being asked. */
  async closePage(): Promise<void> {
    const { root, targetId } = await this.attached;
    if (!this.destroyed) root.tell("Target.closeTarget", { targetId });
  }
}

export const webContents = strict("webContents", {
  getAllWebContents: () => [...all.values()],
  fromId: (id: number) => all.get(id),
  fromDevToolsTargetId: (targetId: string) =>
    [...all.values()].find((contents) => contents.targetId === targetId),
});
