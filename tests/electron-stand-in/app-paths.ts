import { mkdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { notImplemented } from "./strict.ts";

const changed = new Map<string, string>();

function defaultPath(name: string, appName: string): string {
  const inHome: Record<string, string> = {
    home: "",
    documents: "Documents",
    downloads: "Downloads",
    desktop: "Desktop",
  };
  const folder = inHome[name];
  if (folder !== undefined) return join(homedir(), folder);
  const config = process.env["XDG_CONFIG_HOME"] ?? "";
  if (name === "appData") return isAbsolute(config) ? config : join(homedir(), ".config");
  if (name === "userData" || name === "sessionData") return join(appPath("appData", appName), appName);
  if (name === "logs") return join(appPath("userData", appName), "logs");
  if (name === "temp") return tmpdir();
  if (name === "exe") return process.argv[0] ?? "";
  throw notImplemented(`app.getPath("${name}")`);
}

export function appPath(name: string, appName: string): string {
  const path = changed.get(name) ?? defaultPath(name, appName);
  if (name === "userData" || name === "logs") mkdirSync(path, { recursive: true });
  return path;
}

export function changePath(name: string, path: string): void {
  if (!isAbsolute(path)) throw new Error("Path must be absolute");
  changed.set(name, path);
}
