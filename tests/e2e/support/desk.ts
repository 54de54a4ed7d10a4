import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApplication, Locator, Page } from "@playwright/test";
import { firstPage, launchApp } from "../../electron-stand-in/launch.ts";

/** One person's computer: the app, its window, and a home folder of its own. */
export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: string;
}

/** Starts the app as on a fresh computer, or again on the same one; `at` is the wall clock's start. */
export async function openDesk(
  home: string,
  at: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  mkdirSync(join(home, "Documents"), { recursive: true });
  const app = await launchApp({
    userDataDir: join(home, "settings"),
    args: ["--at", at, ...args],
    env: {
      HOME: home,
      XDG_CONFIG_HOME: join(home, ".config"),
      XDG_DOCUMENTS_DIR: join(home, "Documents"),
      ...env,
    },
  });
  const page = await firstPage(app);
  page.setDefaultTimeout(20_000);
  return { app, page, home };
}

/** What the person would pick in the next file or folder dialogs. */
export async function picks(desk: Desk, paths: readonly string[]): Promise<void> {
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] });
  }, paths);
}

/** A folder as on a USB stick, and the files that lie on it. */
export function stick(root: string, name: string): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Files that lie there whole: one that is still being written is hidden. */
export const filesOn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .map((name) => join(folder, name));

/** Goes to a page by the navigation's word for it, whether it is folded or not. */
export const navigate = (page: Page, name: string): Promise<void> =>
  page
    .getByRole("navigation")
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .click();

/** The code that the window shows in groups of four hex digits, as a person reads it out. */
export async function codeShown(page: Page, groups: number): Promise<string> {
  const text = await page.locator("body").innerText();
  const found = new RegExp(`(?:[0-9a-f]{4}\\s+){${groups - 1}}[0-9a-f]{4}`).exec(text);
  if (found === null) throw new Error(`no code of ${groups} groups in the window`);
  return found[0].replaceAll(/\s/g, "");
}

/** The same of groups that stand in boxes of their own. */
export const groupsIn = async (box: Locator): Promise<string> =>
  (await box.locator(".mono").allTextContents()).map((group) => group.trim()).join("");
