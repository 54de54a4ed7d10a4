/** `npm start`: the app in Electron where its binary is or can be fetched, else in the system's Chromium. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { hasDisplay } from "./browser-process.ts";
import { chromiumMissing, findChromium } from "./chromium.ts";
import { electronFolder, findRealElectron, repositoryFolder, standInFolder } from "./real-electron.ts";

const fetchTimeoutMs = 60_000;
const patienceMs = 3_000;

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Electron's own installer; offline it fails at once. Afterwards the binary is there or it is not. */
async function fetchElectron(): Promise<void> {
  if (process.env["ELECTRON_SKIP_BINARY_DOWNLOAD"]) return;
  const installer = spawn(process.execPath, [join(electronFolder, "install.js")], { stdio: "ignore" });
  const notice = setTimeout(
    () => console.error("正在获取 Electron… / Fetching Electron's binary…"),
    patienceMs,
  );
  const limit = setTimeout(() => installer.kill("SIGKILL"), fetchTimeoutMs);
  await new Promise((resolve) => installer.once("error", resolve).once("close", resolve));
  clearTimeout(notice);
  clearTimeout(limit);
}

function run(electron: string): void {
  const child = spawn(electron, [repositoryFolder, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => giveUp(error.message));
  child.once("close", (code) => process.exit(code ?? 1));
}

if (process.platform === "linux" && !hasDisplay()) {
  giveUp(
    "没有图形界面，无法显示窗口 / There is no display to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)",
  );
}
const chosen = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
if (chosen) run(join(chosen, "electron"));
else {
  if (!findRealElectron()) await fetchElectron();
  const real = findRealElectron();
  if (!real && process.platform !== "linux")
    giveUp("没有 Electron 程序，请联网后重试 / Electron's binary is not here: try again online");
  if (!real) {
    if (!findChromium()) giveUp(chromiumMissing);
    console.log(
      "没有 Electron 程序，改用系统的 Chromium 打开同一应用 / " +
        "Electron's binary is not here: opening the same app through the system's Chromium",
    );
  }
  run(real ?? join(standInFolder, "electron"));
}
