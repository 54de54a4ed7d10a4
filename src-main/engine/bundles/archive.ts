import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { writeBundleFile } from "../../bundle/bundle-file.ts";
import { fileSource, lazySource, type ByteSource } from "../../bundle/byte-source.ts";
import { DurableFile } from "../../bundle/durable-file.ts";
import { archivedBytes, archivedSize } from "../../store/archived-bundles.ts";
import { folderFailure } from "../file-failures.ts";
import { workspacePaths, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * Original bytes of every bundle, decrypted, by digest: small ones in the database, where they come with the ledger
 * in one transaction, large ones as files, written before the ledger speaks of them.
 */

export const IN_DATABASE_BYTES = 1024 * 1024;

export const archivePath = (dir: string, digest: string): string =>
  join(workspacePaths(dir).archive, `${digest.replace(":", "-")}.tzb`);

/** A file in the making beside those of the archive. */
export const newArchiveFile = (session: Session): DurableFile =>
  DurableFile.create(workspacePaths(session.dir).archive);

/** The decrypted bytes of a bundle; null where they are missing. */
export function archivedBundle({ dir, db }: Session, digest: string): ByteSource | null {
  const size = archivedSize(db, digest);
  if (size !== null) return lazySource(size, () => archivedBytes(db, digest));
  const path = archivePath(dir, digest);
  return existsSync(path) ? fileSource(path) : null;
}

/** Makes the folder that a bundle shall go to and tries writing there, before anything is signed for it. */
export function prepareFolder(folder: string): Answer<string> {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, ".taizhang-")));
    return ok(folder);
  } catch (error) {
    const failure = folderFailure(error, folder);
    if (failure) return fail(failure);
    throw error;
  }
}

/** Signatures, certificates, the manifest, ZIP and age's own marks: far less than this. */
const BESIDE_BYTES = 1024 * 1024;

/** Whether the folder's disk has room for a bundle of such content, before anything is signed for it. */
export function requireRoom(folder: string, contentBytes: number): Answer<null> {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < contentBytes + BESIDE_BYTES
    ? fail(appError("disk-full", { path: folder }))
    : ok(null);
}

const WRITE_FAILURES = {
  "disk-full": "disk-full",
  "not-writable": "folder-not-writable",
  gone: "write-failed",
} as const;

/** Writes an archived bundle to a folder for the road, encrypted where there are recipients. */
export async function writeOut(
  session: Session,
  folder: string,
  digest: BundleDigest,
  recipients: readonly string[],
): Promise<Answer<{ readonly file: string; readonly size: number }>> {
  const prepared = prepareFolder(folder);
  if (!prepared.ok) return prepared;
  const source = archivedBundle(session, digest);
  if (source === null) return fail(appError("bundle-missing", { digest }));
  const written = await writeBundleFile(folder, { digest, source }, recipients);
  return written.ok ? written : fail(appError(WRITE_FAILURES[written.error], { path: folder }));
}
