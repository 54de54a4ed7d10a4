/** The browser behind the app, once `app` has started it; with a display, a second one for windows never seen. */
import { hasDisplay, type RunningChromium } from "./browser-process.ts";
import type { CdpSession } from "./cdp.ts";
import { PageOpener, type OpenPage } from "./page-opener.ts";

type Start = (unseen: boolean) => RunningChromium;

let start: Start | undefined;
let whenGone: () => void = () => undefined;
let seen: PageOpener | undefined;
let unseen: Promise<PageOpener> | undefined;
const onStarted: ((root: CdpSession) => void)[] = [];
const roots: CdpSession[] = [];

export const isBrowserReady = (): boolean => seen !== undefined;

/** Runs `tell` on every browser there is and will be. */
export function onEveryBrowser(tell: (root: CdpSession) => void): void {
  onStarted.push(tell);
  for (const root of roots) tell(root);
}

async function begin(startChromium: Start, forUnseen: boolean): Promise<PageOpener> {
  const { connection, openAppWindow } = startChromium(forUnseen);
  const opener = new PageOpener(connection, hasDisplay() && !forUnseen ? openAppWindow : undefined);
  await opener.prepare();
  void connection.closed.then(() => whenGone());
  roots.push(connection.root);
  for (const tell of onStarted) tell(connection.root);
  return opener;
}

/** @returns the browser's name and version. `onGone` runs when it has ended before the app, after its windows. */
export async function startBrowser(startChromium: Start, onGone: () => void): Promise<string> {
  whenGone = onGone;
  start = startChromium;
  seen = await begin(startChromium, false);
  const { product } = await seen.root.send("Browser.getVersion");
  return product;
}

/** Opens an empty page. `onGone` runs once, when the page is gone for whatever reason. */
export async function openPage(isSeen: boolean, onGone: () => void): Promise<OpenPage> {
  if (!seen || !start) throw new Error("the app is not ready: the browser has not been started");
  if (isSeen || !hasDisplay()) return await seen.open(onGone);
  unseen ??= begin(start, true);
  return await (await unseen).open(onGone);
}
