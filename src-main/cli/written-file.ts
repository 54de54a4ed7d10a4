import { mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { mkdirSync } from "node:fs";
import { folderFailure } from "../engine/file-failures.ts";
import { CommandFailure } from "./outcome.ts";

/**
 * `--out` names a file; the engine writes into a folder under the bundle's own name. An existing folder, or a path
 * ending in a separator, is taken as the folder.
 */
export async function movedTo<T extends { readonly file: string }>(
  out: string,
  write: (dir: string) => Promise<T>,
): Promise<T> {
  const target = resolve(out);
  if (isFolder(target) || /[\\/]$/.test(out)) return write(target);
  const scratch = scratchBeside(target);
  try {
    const written = await write(scratch);
    renameSync(written.file, target);
    return { ...written, file: target };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function scratchBeside(target: string): string {
  const folder = dirname(target);
  try {
    mkdirSync(folder, { recursive: true });
    return mkdtempSync(join(folder, `.${basename(target)}-`));
  } catch (error) {
    const failure = folderFailure(error, folder);
    if (failure) throw new CommandFailure(failure);
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
