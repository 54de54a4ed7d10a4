import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { pieces, wholeOf, type ByteSource } from "../../bundle/byte-source.ts";
import { flushFolder, type DurableFile } from "../../bundle/durable-file.ts";
import { saveArchivedBundle } from "../../store/archived-bundles.ts";
import { archivePath, IN_DATABASE_BYTES, newArchiveFile } from "../bundles/archive.ts";
import { quarantinePath, rememberQuarantined } from "./quarantine.ts";
import type { Session } from "../session.ts";

/** What becomes of the bytes of a bundle, decrypted, when it is taken or refused. */
export interface BundleFiles {
  keep(digest: BundleDigest, source: ByteSource): void;
  setAside(source: ByteSource, report: BundleReport): void;
}

/** A trial leaves no file behind. */
export const noFiles: BundleFiles = { keep: () => undefined, setAside: () => undefined };

/**
 * The bytes of one transaction. Files are written as they come, and all are on the disk under their names once
 * `settle` returns, which is before the ledger speaks of them.
 */
export class KeptFiles implements BundleFiles {
  readonly #session: Session;
  readonly #staged = new Map<ByteSource, DurableFile>();
  readonly #written = new Map<string, DurableFile>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** A file that holds a source can be kept as it is; everything else is copied. */
  expect(source: ByteSource, file: DurableFile): void {
    this.#staged.set(source, file);
  }

  keep(digest: BundleDigest, source: ByteSource): void {
    const { db, dir } = this.#session;
    if (source.size <= IN_DATABASE_BYTES) saveArchivedBundle(db, digest, wholeOf(source));
    else this.#write(archivePath(dir, digest), source);
  }

  setAside(source: ByteSource, report: BundleReport): void {
    const file = this.#fileOf(source);
    rememberQuarantined(this.#session, file.sha256, report);
    this.#place(quarantinePath(this.#session.dir, file.sha256), file);
  }

  settle(): void {
    const folders = new Set<string>();
    for (const file of this.#written.values()) file.flush();
    for (const [path, file] of this.#written) {
      file.rename(path);
      folders.add(dirname(path));
    }
    for (const folder of folders) flushFolder(folder);
  }

  /** What was not settled leaves nothing behind. */
  close(): void {
    for (const file of this.#written.values()) file.close();
  }

  #write(path: string, source: ByteSource): void {
    if (!existsSync(path) && !this.#written.has(path)) this.#written.set(path, this.#fileOf(source));
  }

  #place(path: string, file: DurableFile): void {
    if (existsSync(path) || this.#written.has(path)) file.close();
    else this.#written.set(path, file);
  }

  #fileOf(source: ByteSource): DurableFile {
    const staged = this.#staged.get(source);
    if (staged !== undefined) return staged;
    const file = newArchiveFile(this.#session);
    try {
      for (const piece of pieces(source)) file.write(piece);
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }
}
