import SqliteDatabase from "better-sqlite3";
import { appError, type AppError } from "#shared/errors.ts";

/** Another process wrote to the workspace between what was read and what was to be written; nothing was changed. */
export class OverlappingWrite extends Error {}

/** Turns what SQLite says while a workspace is in use into a failure a person can act on; null where it is none. */
export function storeFailure(error: unknown): AppError | null {
  if (error instanceof OverlappingWrite) return appError("workspace-in-use");
  if (!(error instanceof SqliteDatabase.SqliteError)) return null;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return appError("damaged-workspace");
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return appError("workspace-in-use");
  if (error.code.startsWith("SQLITE_FULL")) return appError("disk-full");
  if (error.code.startsWith("SQLITE_READONLY")) return appError("folder-not-writable");
  return null;
}
