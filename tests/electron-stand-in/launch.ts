/** Starts the app for an end-to-end spec: with Electron where its binary is, with the stand-in where it is not. */
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { findRealElectron, repositoryFolder, standInFolder } from "./real-electron.ts";

interface LaunchOptions {
  /** The app's folder; the repository's own unless given. */
  readonly appFolder?: string;
  readonly args?: readonly string[];
  /** Where the app keeps its data; a spec should give each launch a folder of its own. */
  readonly userDataDir?: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const timeoutMs = 30_000;

export async function launchApp(options: LaunchOptions = {}): Promise<ElectronApplication> {
  const { appFolder = repositoryFolder, args = [], userDataDir, env = {} } = options;
  // NOTE: Playwright looks for the executable in its own environment, not in the one it is given for the app.
  if (!findRealElectron()) process.env["ELECTRON_OVERRIDE_DIST_PATH"] ??= standInFolder;
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return await _electron.launch({
    args: [appFolder, ...(userDataDir === undefined ? [] : [`--user-data-dir=${userDataDir}`]), ...args],
    env: { ...Object.fromEntries(inherited), ...env },
    colorScheme: null, // Playwright would otherwise hold every page at "light", against nativeTheme.
    timeout: timeoutMs,
  });
}

/** The first window, once it has left the empty page every window starts with. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== "about:" && url.protocol !== "data:");
  return page;
}
