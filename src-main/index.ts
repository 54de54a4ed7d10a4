import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow } from "electron";
import { app, dialog, ipcMain, nativeTheme, safeStorage } from "electron";
import { commandIn, parseAppArguments, type AppArguments } from "./app/arguments.ts";
import { runCommand } from "./app/command.ts";
import { createClipboardHandlers } from "./app/clipboard.ts";
import { createAttachmentHandlers } from "./app/attachments.ts";
import { createFilesHandlers } from "./app/files.ts";
import { createInfoHandlers } from "./app/info.ts";
import { createKeyStore } from "./app/key-store.ts";
import { createKeyStoreHandlers } from "./app/key-store-handlers.ts";
import { openLog, type Log } from "./app/log.ts";
import { createMainWindow, focusWindow, loadMainWindow, productName } from "./app/main-window.ts";
import { setMenu } from "./app/menu.ts";
import { isAppUrl } from "./app/origin.ts";
import { createPaperHandlers } from "./app/paper.ts";
import { openPreferences } from "./app/preferences.ts";
import { runPrintJob } from "./app/print-job.ts";
import { createPrintWindows } from "./app/print-window.ts";
import { createPrinter } from "./app/printer.ts";
import { registerAppScheme, serveApp } from "./app/protocol.ts";
import { rememberWorkspaces } from "./app/recent.ts";
import { runningCallHandlers } from "./app/running-calls.ts";
import { confineAllContents, denyPermissions } from "./app/security.ts";
import { createKnownWindows } from "./app/windows.ts";
import { dialogWords } from "./app/words.ts";
import { createEngineClient } from "./engine-host/engine-client.ts";
import { startEngine } from "./engine-host/start-engine.ts";
import type { EngineCall } from "./engine-host/protocol.ts";
import { registerChannels } from "./ipc/register.ts";

/** Composition root of the app: everything is constructed here and handed on. */

const built = join(import.meta.dirname, "..");
const preload = join(built, "preload", "preload.cjs");
const printTimeoutMs = 60_000;

function openUserData(argument: string | null, echo: boolean): { dir: string; log: Log } {
  if (argument !== null) app.setPath("userData", argument);
  const dir = app.getPath("userData");
  const log = openLog(join(dir, "logs"), { echo });
  process.on("uncaughtException", (error) => log.failure("uncaught", error));
  process.on("unhandledRejection", (error) => log.failure("unhandled", error));
  return { dir, log };
}

function setUp(): void {
  registerAppScheme();
  confineAllContents();
}

async function whenServing(): Promise<void> {
  await app.whenReady();
  denyPermissions();
  serveApp(join(built, "renderer"));
}

/** Prints for the command line, beside an app that may be running: no lock, no window; failures go to stderr. */
function startPrintMode(jobFile: string): void {
  const scratch = mkdtempSync(join(tmpdir(), "taizhang-print-"));
  const { dir, log } = openUserData(scratch, true);
  setUp();
  app.on("quit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  // Between two sheets no window may be left; that is no reason to quit.
  app.on("window-all-closed", () => undefined);

  const windows = createKnownWindows();
  const printer = createPrinter({
    windows: createPrintWindows(preload, windows),
    log,
    timeoutMs: printTimeoutMs,
  });
  const refused = () => Promise.reject(new Error("print mode has no engine"));

  async function print(): Promise<number> {
    await whenServing();
    const preferences = openPreferences(join(dir, "preferences.json"));
    const mainWindow = (): BrowserWindow => {
      throw new Error("print mode has no window");
    };
    registerHost({
      dir,
      log,
      windows,
      printer,
      preferences,
      engine: refused,
      mainWindow,
      clock: () => new Date(),
    });
    return (await runPrintJob(jobFile, printer)) ? 0 : 1;
  }
  print().then(
    (code) => app.exit(code),
    (error: unknown) => {
      log.failure("print mode", error);
      app.exit(1);
    },
  );
}

interface HostParts {
  readonly dir: string;
  readonly log: Log;
  readonly windows: ReturnType<typeof createKnownWindows>;
  readonly printer: ReturnType<typeof createPrinter>;
  readonly preferences: ReturnType<typeof openPreferences>;
  readonly engine: EngineCall;
  readonly mainWindow: () => BrowserWindow;
  readonly clock: () => Date;
}

function registerHost({
  dir,
  log,
  windows,
  printer,
  preferences,
  engine,
  mainWindow,
  clock,
}: HostParts): void {
  const logFailure = log.failure;
  const documentsDir = app.getPath("documents");
  registerChannels({
    ipc: ipcMain,
    engine,
    kindOf: windows.kindOf,
    isAppUrl,
    logFailure,
    host: {
      ...createInfoHandlers({
        version: app.getVersion(),
        documentsDir,
        clock,
        preferences,
        engine,
        applyTheme: (theme) => {
          nativeTheme.themeSource = theme;
        },
        logFailure,
      }),
      ...createKeyStoreHandlers({
        keyStore: createKeyStore({ safeStorage, dir: join(dir, "key-store"), platform: process.platform }),
        engine,
        logFailure,
      }),
      ...createAttachmentHandlers({
        engine,
        preferences,
        documentsDir,
        mainWindow,
        logFailure,
        onQuit: (clean) => void app.once("quit", clean),
      }),
      ...createFilesHandlers({ preferences, mainWindow }),
      ...createClipboardHandlers(mainWindow),
      ...runningCallHandlers,
      ...createPaperHandlers({ engine, printer, preferences, documentsDir, mainWindow, logFailure }),
    },
  });
}

function startApp({ workspace, at, userData }: AppArguments): void {
  const { dir, log } = openUserData(userData, !app.isPackaged);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  setUp();

  const clockOffsetMs = at === null ? 0 : at.getTime() - Date.now();
  const preferences = openPreferences(join(dir, "preferences.json"));
  const client = createEngineClient({
    start: startEngine(join(import.meta.dirname, "engine-worker.js"), clockOffsetMs),
    onFailure: log.failure,
  });
  client.prepare();
  const engine = rememberWorkspaces(client.call, preferences);
  const windows = createKnownWindows();
  const printer = createPrinter({
    windows: createPrintWindows(preload, windows),
    log,
    timeoutMs: printTimeoutMs,
  });

  let window: BrowserWindow | null = null;
  const mainWindow = (): BrowserWindow => {
    if (window === null) throw new Error("the window is closed");
    return window;
  };

  async function openArgument(): Promise<void> {
    if (workspace === null) return;
    const context = { progress: () => undefined, signal: new AbortController().signal };
    const answer = await engine("workspace.open", { dir: workspace }, context);
    if (!answer.ok) log.failure("opening --workspace", new Error(answer.error.code));
  }

  async function start(): Promise<void> {
    await whenServing();
    nativeTheme.themeSource = preferences.get().theme;
    setMenu(process.platform);
    const clock = () => new Date(Date.now() + clockOffsetMs);
    registerHost({ dir, log, windows, printer, preferences, engine, mainWindow, clock });
    window = createMainWindow({ preload, preferences, log });
    windows.add("main", window);
    window.once("closed", () => {
      window = null;
      app.quit();
    });
    // The engine answers in order, so the page's first question finds the workspace open.
    await Promise.all([openArgument(), loadMainWindow(window)]);
  }

  app.on("second-instance", () => {
    if (window !== null) focusWindow(window);
  });
  app.on("window-all-closed", () => app.quit());
  closeEngineBeforeQuit(client.close);
  start().catch((error: unknown) => {
    const id = log.failure("start", error);
    const words = dialogWords(preferences.get().language);
    dialog.showErrorBox(productName, `${words.failedToStart}\n${words.errorId}: ${id}`);
    app.exit(1);
  });
}

/** Once the windows are gone, quitting waits until the database is closed. */
function closeEngineBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      // NOTE: not in the same turn: until the refusal has been seen through, the app counts as quitting.
      setImmediate(() => app.quit());
    });
  });
}

const command = commandIn(process.argv.slice(1), app.isPackaged);
if (command !== null) process.exit(runCommand(join(import.meta.dirname, "cli.js"), command));
const given = parseAppArguments(process.argv.slice(1));
if (given.at !== null && app.isPackaged) throw new Error("--at is for demonstrations and tests only");
if (given.printJob === null) startApp(given);
else startPrintMode(given.printJob);
