/** The entry: makes this Node process look like Electron's main process, then runs the app. */
import { readFileSync, statSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app, type AppPackage } from "./app.ts";
import { parseCommandLine } from "./command-line.ts";

const apiUrl = new URL("./api.ts", import.meta.url).href;
const require = createRequire(import.meta.url);
const electronNames = new Set(["electron", "electron/main", "electron/common", "electron/renderer"]);

// NOTE: hooks belong to this thread; a worker that asks for Electron gets none, as in Electron itself.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!electronNames.has(specifier)) return nextResolve(specifier, context);
    return { url: apiUrl, format: "module-typescript", shortCircuit: true };
  },
});

function readApp(path: string): AppPackage & { readonly main: string } {
  if (!statSync(path).isDirectory()) {
    return {
      folder: dirname(path),
      name: basename(path).replace(/\.[^.]*$/, ""),
      version: "0.0.0",
      main: path,
    };
  }
  const found: { name?: string; productName?: string; version?: string; main?: string } = JSON.parse(
    readFileSync(join(path, "package.json"), "utf8"),
  );
  return {
    folder: path,
    name: found.productName ?? found.name ?? "Electron",
    version: found.version ?? "0.0.0",
    main: join(path, found.main ?? "index.js"),
  };
}

function electronVersion(): string {
  const found: { version: string } = require("electron/package.json");
  return found.version;
}

const line = parseCommandLine(process.argv.slice(2));
const self = readApp(resolve(line.appPath ?? "."));
process.argv.splice(
  0,
  process.argv.length,
  process.env["TAIZHANG_STAND_IN"] ?? process.execPath,
  ...line.argv,
);
Object.assign(process.versions, { electron: electronVersion() });
Object.assign(process, { type: "browser", defaultApp: true, resourcesPath: self.folder });
app.describe(line, self);

process.on("SIGTERM", () => app.quit());
process.on("SIGINT", () => app.quit());
process.on("SIGHUP", () => app.quit());

// As in Electron, neither ends the app; where Electron would show a box, there is a line on stderr.
process.on("uncaughtException", (error) => {
  if (process.listenerCount("uncaughtException") === 1) console.error("Uncaught Exception:", error);
});
process.on("unhandledRejection", (reason) => {
  if (process.listenerCount("unhandledRejection") === 1)
    console.error("Unhandled promise rejection:", reason);
});

try {
  // As in Electron, the app's own code comes first: its switches decide how the browser is started.
  for (const module of line.preloadModules) require(module);
  await import(pathToFileURL(self.main).href);
  await app.start();
} catch (error) {
  console.error("App threw an error during load");
  console.error(error);
  process.exit(1);
}
