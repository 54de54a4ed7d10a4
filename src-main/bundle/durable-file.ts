import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { startSha256 } from "../keys/sha256.ts";
import { newlyRead, readFully, type ByteSource } from "./byte-source.ts";
import { digestOf } from "./digest-of.ts";
import type { Scratch } from "./plain-bundle.ts";

/**
 * A file that comes to be whole or not at all: a hidden one is written piece by piece, then flushed, renamed to its
 * place, its folder flushed, read back and compared. Throws the system's errors.
 */
export class DurableFile implements Scratch {
  readonly #hash = startSha256();
  /** Null once the file is in its place, or gone. */
  #temporary: string | null;
  #descriptor: number | null;
  #size = 0;
  #sha256: string | null = null;

  private constructor(path: string, mode: number) {
    this.#temporary = path;
    this.#descriptor = openSync(path, "wx+", mode);
  }

  /** In the folder where it will stay, or in one on the same volume. */
  static create(folder: string, { name = "taizhang", mode = 0o600 } = {}): DurableFile {
    return new DurableFile(join(folder, `.${name}.${randomBytes(6).toString("hex")}.tmp`), mode);
  }

  write(piece: Uint8Array): void {
    const descriptor = this.#opened();
    for (let done = 0; done < piece.length;) done += writeSync(descriptor, piece, done);
    this.#hash.add(piece);
    this.#size += piece.length;
  }

  /** Hex digest of all that was written; nothing can be written after it was asked for. */
  get sha256(): string {
    this.#sha256 ??= this.#hash.end();
    return this.#sha256;
  }

  /** What was written so far, readable until the file is closed; moving it changes nothing. */
  source(): ByteSource {
    const size = this.#size;
    const readInto = (target: Uint8Array, offset: number): void => {
      if (offset < 0 || offset + target.length > size) throw new RangeError("past the end");
      readFully(this.#opened(), target, offset);
    };
    return {
      size,
      readInto,
      read: (offset, length) => newlyRead(length, (target) => readInto(target, offset)),
    };
  }

  /** Puts what was written on the disk, reads it back and compares. */
  flush(): void {
    fsyncSync(this.#opened());
    if (digestOf(this.source(), startSha256()) !== this.sha256)
      throw new Error("a file reads back differently");
  }

  /** Gives a flushed file its name. NOTE: until the folder is flushed, a crash can still forget it. */
  rename(path: string): void {
    if (this.#temporary === null) throw new Error("the file is in its place already");
    // NOTE: Windows renames no file that is open.
    if (process.platform === "win32") this.#closeDescriptor();
    renameSync(this.#temporary, path);
    this.#temporary = null;
    this.#descriptor ??= openSync(path, "r");
  }

  moveTo(path: string): void {
    this.flush();
    this.rename(path);
    flushFolder(dirname(path));
  }

  /** Ends its use; one that was not moved to its place leaves nothing behind. */
  close(): void {
    this.#closeDescriptor();
    if (this.#temporary !== null) rmSync(this.#temporary, { force: true });
    this.#temporary = null;
  }

  #opened(): number {
    if (this.#descriptor === null) throw new Error("the file is closed");
    return this.#descriptor;
  }

  #closeDescriptor(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}

/** Small content whole or not at all; see `DurableFile`. */
export function writeFileDurably(path: string, bytes: Uint8Array, mode = 0o600): void {
  const file = DurableFile.create(dirname(path), { name: basename(path), mode });
  try {
    file.write(bytes);
    file.moveTo(path);
  } finally {
    file.close();
  }
}

/** Puts names that were given in a folder on the disk. */
export function flushFolder(folder: string): void {
  // Windows has no flush of folders and refuses to open them.
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
