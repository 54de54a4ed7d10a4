import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { bundledPlan } from "./bundled-plan.ts";
import { wholeCast } from "./cast.ts";
import { SAMPLE_PASSPHRASE } from "./command-line.ts";
import { playCycle } from "./cycle.ts";
import { StepFailed } from "./hand.ts";
import { narrator } from "./narrator.ts";

/** `npm run demo`: the whole cycle on the real plan with sample figures, into ./demo/. */

const root = join(import.meta.dirname, "..", "..");
const dir = join(root, "demo");
const marker = join(dir, ".taizhang-demo");
const language = process.argv.at(process.argv.indexOf("--lang") + 1) === "en" ? "en" : "zh";
const tell = narrator(language, (text) => process.stdout.write(text));
const say = (zh: string, en: string): string => (language === "zh" ? zh : en);

try {
  makeFolder();
  build();
  const begun = Date.now();
  await playCycle(wholeCast(bundledPlan()), { dir, tell, language, print: true });
  listFiles(Math.round((Date.now() - begun) / 1000));
  await openWindow();
} catch (error) {
  const what =
    error instanceof StepFailed ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n✗ ${say("演示停在这一步", "The demonstration stopped at this step")}: ${what}\n`);
  process.exitCode = 1;
}

/** A folder of that name which the demonstration did not make is left alone. */
function makeFolder(): void {
  if (existsSync(dir) && readdirSync(dir).length > 0 && !existsSync(marker)) {
    throw new StepFailed(
      say(
        `${dir} 不是演示建立的文件夹，没有动它，请先移走`,
        `${dir} was not made by the demonstration; move it away first`,
      ),
    );
  }
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  writeFileSync(marker, "");
}

function build(): void {
  tell.plain([say("构建程序（打印要用）……", "Building the app, which prints…")]);
  const builder = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const args = [builder, "build", "--logLevel", "error"];
  if (spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status !== 0) {
    throw new StepFailed("electron-vite build");
  }
}

function listFiles(seconds: number): void {
  const files = ["bundles", "entries", "paper"].map((folder) => {
    const names = readdirSync(join(dir, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return `demo/${folder}/  ${names.length}`;
  });
  const others = readdirSync(dir, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  const workspaces = others.filter((entry) => existsSync(join(dir, entry.name, "workspace.sqlite3")));
  const single = others.filter((entry) => entry.isFile());
  const paper = readdirSync(join(dir, "paper")).map((name) => `demo/paper/${name}`);
  tell.chapter(`结果在 demo/（用时 ${seconds} 秒）`, `Results in demo/ (${seconds} s)`);
  tell.plain([
    ...files,
    ...paper,
    ...single.map(({ name }) => `demo/${name}`),
    say("工作区：", "Workspaces: ") + workspaces.map(({ name }) => name).join(" "),
    say("口令（公开的样例，切勿用于实际工作）：", "Passphrase (a published sample, never for real work): ") +
      SAMPLE_PASSPHRASE,
  ]);
}

/** Where there is a display, the office's workspace opens in its window; the demonstration ends when it is closed. */
function openWindow(): Promise<void> {
  const hasDisplay =
    process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
  if (!hasDisplay || process.env["CI"] !== undefined) {
    tell.plain([
      say("打开市级窗口：", "To open the office's window: ") + "npm start -- --workspace demo/office",
    ]);
    return Promise.resolve();
  }
  const start = join(root, "tests", "electron-stand-in", "start.ts");
  const office = join(dir, "office");
  tell.plain([say("正在打开市级窗口：", "Opening the office's window: ") + relative(root, office)]);
  return new Promise((resolve, reject) => {
    const app = spawn(process.execPath, [start, "--workspace", office], { cwd: root, stdio: "inherit" });
    app.on("error", reject);
    app.on("close", () => resolve());
  });
}
