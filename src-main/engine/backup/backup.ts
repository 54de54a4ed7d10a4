import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { fileSource } from "../../bundle/byte-source.ts";
import { DurableFile } from "../../bundle/durable-file.ts";
import { writeZip, type ZipEntry } from "../../bundle/zip-write.ts";
import { DATABASE, FOLDERS, MOST_BYTES } from "./backup-content.ts";
import { folderFailure } from "../file-failures.ts";
import { workspacePaths, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface Backup {
  readonly file: string;
  readonly size: number;
  readonly files: number;
}

/**
 * The whole workspace as one ZIP file, whole or not at all: the database as it stands at this moment, the archive, what
 * was set aside, and the keys, locked as they are. Work may go on meanwhile.
 */
export async function backUp(session: Session, out: string): Promise<Answer<Backup>> {
  const file = resolve(out);
  if (existsSync(file)) return fail(appError("file-exists", { path: file }));
  try {
    const scratch = mkdtempSync(join(session.dir, ".backup-"));
    try {
      const database = join(scratch, DATABASE);
      session.db.copyInto(database);
      const entries = [{ name: DATABASE, source: fileSource(database) }, ...filesOf(session.dir)];
      const bytes = entries.reduce((sum, { source }) => sum + source.size, 0);
      if (bytes > MOST_BYTES) return fail(appError("backup-too-large", { bytes: String(bytes) }));
      const written = DurableFile.create(dirname(file), { name: basename(file) });
      try {
        await writeZip(entries, (piece) => written.write(piece));
        const { size } = written.source();
        written.moveTo(file);
        return ok({ file, size, files: entries.length });
      } finally {
        written.close();
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  } catch (error) {
    const failure = folderFailure(error, dirname(file));
    if (failure) return fail(failure);
    throw error;
  }
}

/** NOTE: files of the archive only ever come to be; those that appear now belong to a later moment and do no harm. */
const filesOf = (dir: string): ZipEntry[] =>
  FOLDERS.flatMap((folder) => {
    const path = workspacePaths(dir)[folder];
    const names = existsSync(path) ? readdirSync(path).filter((name) => !name.startsWith(".")) : [];
    return names
      .toSorted()
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => ({ name: `${folder}/${name}`, source: fileSource(join(path, name)) }));
  });
