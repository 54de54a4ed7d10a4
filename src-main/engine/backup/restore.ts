import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { fileSource, pieces, stretchOf, type ByteSource } from "../../bundle/byte-source.ts";
import { DurableFile } from "../../bundle/durable-file.ts";
import { readArchive, type ArchiveEntry } from "../../bundle/zip-read.ts";
import { writeFact } from "../../store/facts.ts";
import { DATABASE, FOLDERS, isBackupEntry } from "./backup-content.ts";
import { fileFailure, folderFailure } from "../file-failures.ts";
import { now, workspacePaths, type EngineDependencies, type Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { openWorkspace } from "../workspace/workspace.ts";

/**
 * A workspace from a backup, in a new or empty folder. It says of itself that it was restored, until it has caught up
 * with what it missed. A file that is no whole backup leaves nothing behind.
 */
export async function restoreBackup(
  deps: EngineDependencies,
  file: string,
  dir: string,
): Promise<Answer<Session>> {
  const target = resolve(dir);
  if (existsSync(target) && readdirSync(target).length > 0)
    return fail(appError("workspace-exists", { dir }));
  const opened = await openBackup(file);
  if (!opened.ok) return opened;
  try {
    unpack(opened.value.source, opened.value.entries, target);
    const session = openWorkspace(deps, target);
    if (!session.ok) {
      empty(target);
      return fail(appError("damaged-backup", { path: file }));
    }
    writeFact(session.value.db, "restored-at", now(session.value));
    return session;
  } catch (error) {
    empty(target);
    const failure = folderFailure(error, target);
    if (failure) return fail(failure);
    throw error;
  }
}

async function openBackup(
  file: string,
): Promise<Answer<{ readonly source: ByteSource; readonly entries: readonly ArchiveEntry[] }>> {
  try {
    const source = fileSource(file);
    const archive = await readArchive(source);
    const entries = archive.ok ? archive.value.entries : [];
    const names = new Set(entries.map(({ name }) => name));
    const isBackup = names.has(DATABASE) && names.size === entries.length && [...names].every(isBackupEntry);
    return isBackup ? ok({ source, entries }) : fail(appError("damaged-backup", { path: file }));
  } catch (error) {
    const failure = fileFailure(error, file);
    if (failure) return fail(failure);
    throw error;
  }
}

function unpack(source: ByteSource, entries: readonly ArchiveEntry[], target: string): void {
  mkdirSync(target, { recursive: true });
  for (const folder of FOLDERS.filter((name) => name !== "keys")) mkdirSync(workspacePaths(target)[folder]);
  if (entries.some(({ name }) => name.startsWith("keys/")))
    mkdirSync(workspacePaths(target).keys, { mode: 0o700 });
  // The database comes last: without it the folder is no workspace.
  const ordered = entries.toSorted((a, b) => Number(a.name === DATABASE) - Number(b.name === DATABASE));
  for (const { name, offset, size } of ordered) {
    const path = join(target, ...name.split("/"));
    const written = DurableFile.create(join(path, ".."));
    try {
      for (const piece of pieces(stretchOf(source, offset, size))) written.write(piece);
      written.moveTo(path);
    } finally {
      written.close();
    }
  }
}

/** Takes away what was unpacked; the folder was empty before. */
function empty(target: string): void {
  if (!existsSync(target)) return;
  for (const name of readdirSync(target)) rmSync(join(target, name), { recursive: true, force: true });
}
