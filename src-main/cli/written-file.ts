import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
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
  const [file] = await partsMovedTo(out, async (dir) => [await write(dir)]);
  if (file === undefined) throw new Error("nothing was written");
  return file;
}

/** The same for what can take several files: the second one is called `name-2.tzb`. */
export async function partsMovedTo<T extends { readonly file: string }>(
  out: string,
  write: (dir: string) => Promise<readonly T[]>,
): Promise<T[]> {
  const target = resolve(out);
  if (isFolder(target) || /[\\/]$/.test(out)) return [...(await write(target))];
  const scratch = scratchBeside(target);
  try {
    const written = await write(scratch);
    return written.map((part, index) => {
      const file = index === 0 ? target : numbered(target, index + 1);
      renameSync(part.file, file);
      return { ...part, file };
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `recovery.tzb.age` → `recovery-2.tzb.age` */
function numbered(target: string, number: number): string {
  const [stem = "", ...extensions] = basename(target).split(".");
  return join(dirname(target), [`${stem}-${number}`, ...extensions].join("."));
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
