import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { Answer } from "../engine/types.ts";

export interface AppRuntime {
  readonly command: string;
  readonly args: string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * How to start the app from the command line: the installed program itself, or from a checkout Electron's binary,
 * else the stand-in on the system's Chromium.
 */
export function appRuntime(): Answer<AppRuntime> {
  if (process.versions.electron !== undefined) {
    const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env;
    return ok({ command: process.execPath, args: [], env });
  }
  // NOTE: as far from `src-main/cli` as from `out/main`.
  const root = join(import.meta.dirname, "..", "..");
  if (!existsSync(join(root, "out", "main", "index.js")) && !build(root)) return fail(appError("not-built"));
  const override = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  const real = electronBinary(root);
  const command =
    override !== undefined
      ? join(override, "electron")
      : (real ?? join(root, "tests", "electron-stand-in", "electron"));
  return ok({ command, args: [root], env: process.env });
}

/** A fresh checkout has no built app yet; this takes some seconds, once. */
function build(root: string): boolean {
  const builder = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  return (
    spawnSync(process.execPath, [builder, "build", "--logLevel", "error"], {
      cwd: root,
      stdio: ["ignore", 2, 2],
    }).status === 0
  );
}

function electronBinary(root: string): string | null {
  const folder = join(root, "node_modules", "electron");
  const named = join(folder, "path.txt");
  if (!existsSync(named)) return null;
  const binary = join(folder, "dist", readFileSync(named, "utf8").trim());
  return existsSync(binary) ? binary : null;
}
