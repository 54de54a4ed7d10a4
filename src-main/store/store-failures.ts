import SqliteDatabase from "better-sqlite3";
import { appError, type AppError } from "#shared/errors.ts";

/** Turns what SQLite says while a workspace is in use into a failure a person can act on; null where it is none. */
export function storeFailure(error: unknown): AppError | null {
  if (!(error instanceof SqliteDatabase.SqliteError)) return null;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return appError("damaged-workspace");
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return appError("workspace-in-use");
  if (/^SQLITE_FULL/.test(error.code)) return appError("disk-full");
  if (/^SQLITE_READONLY/.test(error.code)) return appError("folder-not-writable");
  return null;
}
