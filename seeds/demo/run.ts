import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_PERIODS, DEMO_UNITS } from "./cast.ts";
import { SAMPLE_PASSPHRASE, StepFailed } from "./command.ts";
import { playCycle } from "./cycle.ts";
import { narrator } from "./narrator.ts";
import { filesBelow } from "./report.ts";

/** `npm run demo`: the whole cycle on the real plan with sample figures, into ./demo/. */

const root = join(import.meta.dirname, "..", "..");
const dir = join(root, "demo");
const marker = join(dir, ".taizhang-demo");
const language = process.argv.includes("--lang") && process.argv[process.argv.indexOf("--lang") + 1] === "en" ? "en" : "zh";
const tell = narrator(language, (text) => process.stdout.write(text));

try {
  makeFolder();
  build();
  await playCycle({ dir, units: DEMO_UNITS, periods: DEMO_PERIODS }, tell, { print: true });
  finish();
  await openWindow();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

/** A folder of that name which the demonstration did not make is left alone. */
function makeFolder(): void {
  if (existsSync(dir) && readdirSync(dir).length > 0 && !existsSync(marker)) {
    throw new StepFailed(`${dir}：不是演示留下的文件夹，没有动它。请移走后再试。/ not made by the demonstration; move it away.`);
  }
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  writeFileSync(marker, "");
}

function build(): void {
  tell.plain(language === "zh" ? "构建程序……" : "Building the app…");
  const builder = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const built = spawnSync(process.execPath, [builder, "build", "--logLevel", "error"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) throw new StepFailed("electron-vite build");
}

function finish(): void {
  const files = filesBelow(dir).filter((file) => /\.(pdf|txt|tzb|age|json)$/.test(file) && !/(archive|keys|quarantine)/.test(file));
  tell.chapter(`结果在 demo/（${files.length} 个文件）`, `Results in demo/ (${files.length} files)`);
  for (const file of files.toSorted()) tell.plain(`   ${file.slice(root.length + 1)}`);
  tell.line(`各工作区的口令（样例，公开的）：${SAMPLE_PASSPHRASE}`, `Passphrase of all workspaces (a published sample): ${SAMPLE_PASSPHRASE}`);
  tell.line("打开市级窗口：npm start -- --workspace demo/office", "Open the office's window: npm start -- --workspace demo/office");
}

/** Where there is a display, the office's workspace opens in its window. */
function openWindow(): Promise<void> {
  const hasDisplay =
    process.platform !== "linux" || Boolean(process.env["DISPLAY"]) || Boolean(process.env["WAYLAND_DISPLAY"]);
  if (!hasDisplay || process.env["CI"] !== undefined) return Promise.resolve();
  const start = join(root, "tests", "electron-stand-in", "start.ts");
  return new Promise((resolve) => {
    const app = spawn(process.execPath, [start, "--workspace", join(dir, "office")], { cwd: root, stdio: "inherit" });
    app.on("close", () => resolve());
  });
}
