/** Finds the system's Chromium, or a browser of its family. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "msedge",
  "microsoft-edge",
];

export const chromiumMissing =
  "没有找到 Chromium，请先安装（如 apt install chromium）或用 TAIZHANG_CHROMIUM 指明路径 / " +
  "No Chromium found: install it (for example `apt install chromium`) or name it in TAIZHANG_CHROMIUM";

/** The browser's path; `undefined` when there is none. `TAIZHANG_CHROMIUM` comes before anything on the path. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env["TAIZHANG_CHROMIUM"];
  if (named) return isExecutable(named) ? named : undefined;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
