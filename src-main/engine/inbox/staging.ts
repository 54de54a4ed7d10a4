import { LIMITS } from "#shared/bundle/limits.ts";
import { fail, ok, type Result } from "#shared/result.ts";
import { bytesSource, fileSource, pieces, wholeOf, type ByteSource } from "../../bundle/byte-source.ts";
import type { DurableFile } from "../../bundle/durable-file.ts";
import { memoryScratch, plainBundle } from "../../bundle/plain-bundle.ts";
import type { Refusal } from "../../bundle/refusal.ts";
import { sha256Hex } from "../../keys/sha256.ts";
import { IN_DATABASE_BYTES, newArchiveFile } from "../bundles/archive.ts";
import type { Session } from "../session.ts";

/** A file taken off its stick, into memory or into the workspace, so that nobody can change it while it is judged. */
export interface StagedFile {
  /** Of the file as it was handed over. */
  readonly sha256: string;
  /** The decrypted `.tzb`, or why there is none. */
  readonly plain: Result<ByteSource, Refusal>;
  /** What will be kept, decrypted where that was possible, and its SHA-256. */
  readonly kept: ByteSource;
  readonly keptSha256: string;
  /** The file in the workspace that holds it; null where it is in memory. */
  readonly file: DurableFile | null;
  /** What was not kept by then leaves nothing behind. */
  close(): void;
}

/** A file's bytes as they were handed over, before anything is made of them. */
export interface ReadFile {
  readonly sha256: string;
  /** Decrypts and keeps them. NOTE: to be called before the next file is read, and once. */
  stage(identities: readonly string[]): Promise<StagedFile>;
  /** Leaves nothing behind of a file that is not staged. */
  close(): void;
}

/**
 * Most bundles are some 50 KB and staged in memory; a large one goes through files, so that memory stays flat.
 * `unreadable` is the stick's or the system's fault, not the file's. Throws where the workspace has no room.
 */
export function readHandedOver(session: Session, path: string): Result<ReadFile, "unreadable" | "too-large"> {
  const file = readable(() => fileSource(path));
  if (file === null) return fail("unreadable");
  if (file.size > LIMITS.bundle + LIMITS.encryption) return fail("too-large");
  const read = file.size > IN_DATABASE_BYTES ? intoFile(session, file) : intoMemory(file);
  return read === null ? fail("unreadable") : ok(read);
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Memory of a file that was not staged serves for the next: a stick full of known files takes that of one. */
let spare = new Uint8Array();

function memoryFor(size: number): Uint8Array<ArrayBuffer> {
  // NOTE: who keeps a part keeps the whole.
  if (spare.length < size || spare.length > 2 * size) spare = new Uint8Array(size);
  return spare.subarray(0, size);
}

function intoMemory(file: ByteSource): ReadFile | null {
  const bytes = memoryFor(file.size);
  const isRead = readable(() => {
    file.readInto(bytes, 0);
    return true;
  });
  if (isRead === null) return null;
  const sha256 = sha256Hex(bytes);
  return {
    sha256,
    async stage(identities) {
      spare = new Uint8Array();
      const source = bytesSource(bytes);
      const plain = await plainBundle(source, identities, memoryScratch());
      const kept = plain.ok ? plain.value : source;
      const keptSha256 = kept === source ? sha256 : sha256Hex(wholeOf(kept));
      return { sha256, plain, kept, keptSha256, file: null, close: () => undefined };
    },
    close: () => undefined,
  };
}

function intoFile(session: Session, file: ByteSource): ReadFile | null {
  const copy = newArchiveFile(session);
  let isCopied = false;
  try {
    isCopied = copied(file, copy);
  } finally {
    if (!isCopied) copy.close();
  }
  if (!isCopied) return null;
  return {
    sha256: copy.sha256,
    stage: (identities) => stageFile(session, copy, identities),
    close: () => copy.close(),
  };
}

async function stageFile(
  session: Session,
  copy: DurableFile,
  identities: readonly string[],
): Promise<StagedFile> {
  let decrypted: DurableFile | null = null;
  const close = (): void => {
    copy.close();
    decrypted?.close();
  };
  try {
    decrypted = newArchiveFile(session);
    const source = copy.source();
    const plain = await plainBundle(source, identities, decrypted);
    const isDecrypted = plain.ok && plain.value !== source;
    const kept = isDecrypted ? decrypted : copy;
    return {
      sha256: copy.sha256,
      plain,
      kept: isDecrypted ? plain.value : source,
      keptSha256: kept.sha256,
      file: kept,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** False where reading failed; a failure of writing throws. */
function copied(from: ByteSource, to: DurableFile): boolean {
  const remaining = pieces(from);
  for (;;) {
    const next = readable(() => remaining.next());
    if (next === null) return false;
    if (next.done === true) return true;
    to.write(next.value);
  }
}
