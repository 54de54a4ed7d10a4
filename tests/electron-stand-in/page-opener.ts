import { randomUUID } from "node:crypto";
import type { CdpConnection, CdpSession } from "./cdp.ts";

export interface OpenPage {
  readonly targetId: string;
  readonly session: CdpSession;
  /** The browser the page is in. */
  readonly root: CdpSession;
}

const placeholder = "data:text/html,stand-in-";
/** A window's first document, there before the app has asked for any. */
export const isPlaceholder = (url: string): boolean => url.startsWith(placeholder) || url === "about:blank";

/** Opens the app's pages, and closes at once every page that the app did not open. */
export class PageOpener {
  readonly root: CdpSession;
  private readonly connection: CdpConnection;
  private readonly openWindow: ((url: string) => void) | undefined;
  /** Who waits for a page, by the page's number or by its first address. */
  private readonly awaited = new Map<string, (page: OpenPage) => void>();
  /** Pages that came while some were being created: theirs, or strays. */
  private readonly parked = new Map<string, OpenPage>();
  private readonly leaving = new Map<string, () => void>();
  private creating = 0;

  /** @param openWindow opens a window at an address by other means than the protocol, which cannot do without tabs. */
  constructor(connection: CdpConnection, openWindow: ((url: string) => void) | undefined) {
    this.connection = connection;
    this.root = connection.root;
    this.openWindow = openWindow;
  }

  async prepare(): Promise<void> {
    const { root, connection } = this;
    root.on("Target.attachedToTarget", ({ sessionId, targetInfo: { targetId, url } }) => {
      const page = { targetId, session: connection.session(sessionId), root };
      const waiting = this.awaited.get(targetId) ?? this.awaited.get(url);
      if (waiting) waiting(page);
      else if (this.creating > 0 && url === "about:blank") this.parked.set(targetId, page);
      else this.close(page);
    });
    root.on("Target.detachedFromTarget", ({ sessionId, targetId }) => {
      connection.forget(sessionId);
      if (targetId !== undefined) this.leaving.get(targetId)?.();
    });
    void connection.closed.then(() => {
      for (const leave of this.leaving.values()) leave();
    });
    root.on("Target.targetDestroyed", ({ targetId }) => this.leaving.get(targetId)?.());
    await root.send("Target.setDiscoverTargets", { discover: true, filter: [{ type: "page" }] });
    // Pages wait until they have been set up, so that no script runs before the preload.
    const filter = [{ type: "page", exclude: false }];
    await root.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter,
    });
  }

  async open(onGone: () => void): Promise<OpenPage> {
    this.creating++;
    try {
      const page = await (this.openWindow ? this.openByAddress(this.openWindow) : this.create());
      this.leaving.set(page.targetId, () => {
        this.leaving.delete(page.targetId);
        onGone();
      });
      return page;
    } finally {
      this.creating--;
      if (this.creating === 0) {
        for (const page of this.parked.values()) this.close(page);
        this.parked.clear();
      }
    }
  }

  private openByAddress(openWindow: (url: string) => void): Promise<OpenPage> {
    const url = placeholder + randomUUID();
    const arrival = this.waitFor(url);
    openWindow(url);
    return arrival;
  }

  private async create(): Promise<OpenPage> {
    const { targetId } = await this.root.send("Target.createTarget", { url: "about:blank", newWindow: true });
    const already = this.parked.get(targetId);
    this.parked.delete(targetId);
    return already ?? (await this.waitFor(targetId));
  }

  private waitFor(key: string): Promise<OpenPage> {
    const { promise, resolve } = Promise.withResolvers<OpenPage>();
    this.awaited.set(key, (page) => {
      this.awaited.delete(key);
      resolve(page);
    });
    return promise;
  }

  private close({ targetId, session }: OpenPage): void {
    session.tell("Runtime.runIfWaitingForDebugger");
    this.root.tell("Target.closeTarget", { targetId });
  }
}
