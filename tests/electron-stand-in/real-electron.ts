import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export const repositoryFolder = join(here, "..", "..");
export const standInFolder = here;
export const electronFolder = join(repositoryFolder, "node_modules", "electron");

/** Electron's own binary, where it has been fetched; `undefined` where it has not. */
export function findRealElectron(): string | undefined {
  const pathFile = join(electronFolder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const binary = join(electronFolder, "dist", readFileSync(pathFile, "utf8"));
  return existsSync(binary) ? binary : undefined;
}
