/** The one browser behind the app, once `app` has started it. */
import { randomUUID } from "node:crypto";
import { hasDisplay, openAppWindow } from "./browser-process.ts";
import type { CdpConnection, CdpSession } from "./cdp.ts";

interface PageTarget {
  readonly targetId: string;
  readonly session: CdpSession;
}

let connection: CdpConnection | undefined;
/** Who waits for a page, by the page's number or by its first address. */
const awaited = new Map<string, (target: PageTarget) => void>();
const parked = new Map<string, PageTarget>();
const leaving = new Map<string, () => void>();
let creating = 0;

export const isBrowserReady = (): boolean => connection !== undefined;

export function browser(): CdpSession {
  if (!connection) throw new Error("the app is not ready: the browser has not been started");
  return connection.root;
}

/** From now on every page that no BrowserWindow asked for is closed at once. */
export async function adoptBrowser(started: CdpConnection): Promise<void> {
  started.root.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    const target = { targetId: targetInfo.targetId, session: started.session(sessionId) };
    const waiting = awaited.get(targetInfo.targetId) ?? awaited.get(targetInfo.url);
    if (waiting) waiting(target);
    else if (creating > 0 && targetInfo.url === "about:blank") parked.set(targetInfo.targetId, target);
    else closeStray(target);
  });
  started.root.on("Target.detachedFromTarget", ({ sessionId, targetId }) => {
    started.forget(sessionId);
    if (targetId !== undefined) leaving.get(targetId)?.();
  });
  started.root.on("Target.targetDestroyed", ({ targetId }) => leaving.get(targetId)?.());
  await started.root.send("Target.setDiscoverTargets", { discover: true, filter: [{ type: "page" }] });
  // Pages wait until they have been set up, so that no script runs before the preload.
  const filter = [{ type: "page", exclude: false }];
  await started.root.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
  connection = started;
}

const placeholder = "data:text/html,stand-in-";
/** A window's first document, there before the app has asked for any. */
export const isPlaceholder = (url: string): boolean => url.startsWith(placeholder) || url === "about:blank";

/**
 * Opens an empty page, in a window of its own if it is to be seen. `onGone` runs once, when the page is gone
 * for whatever reason.
 */
export async function openPage(isSeen: boolean, onGone: () => void): Promise<PageTarget> {
  creating++;
  try {
    const target = await (hasDisplay() && isSeen ? openVisible() : openUnseen());
    leaving.set(target.targetId, () => {
      leaving.delete(target.targetId);
      onGone();
    });
    return target;
  } finally {
    creating--;
    if (creating === 0) {
      for (const target of parked.values()) closeStray(target);
      parked.clear();
    }
  }
}

async function openVisible(): Promise<PageTarget> {
  const url = placeholder + randomUUID();
  const arrival = waitFor(url);
  openAppWindow(url);
  return arrival;
}

async function openUnseen(): Promise<PageTarget> {
  const where = hasDisplay() ? { hidden: true } : { newWindow: true };
  const { targetId } = await browser().send("Target.createTarget", { url: "about:blank", ...where });
  const already = parked.get(targetId);
  parked.delete(targetId);
  return already ?? waitFor(targetId);
}

function waitFor(key: string): Promise<PageTarget> {
  const { promise, resolve } = Promise.withResolvers<PageTarget>();
  awaited.set(key, (target) => {
    awaited.delete(key);
    resolve(target);
  });
  return promise;
}

function closeStray({ targetId, session }: PageTarget): void {
  session.tell("Runtime.runIfWaitingForDebugger");
  browser().tell("Target.closeTarget", { targetId });
}
