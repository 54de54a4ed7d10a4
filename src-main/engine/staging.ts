import { LIMITS } from "#shared/bundle/limits.ts";
import { fail, ok, type Result } from "#shared/result.ts";
import { bytesSource, fileSource, pieces, wholeOf, type ByteSource } from "../bundle/byte-source.ts";
import type { DurableFile } from "../bundle/durable-file.ts";
import { memoryScratch, plainBundle } from "../bundle/plain-bundle.ts";
import type { Refusal } from "../bundle/refusal.ts";
import { sha256Hex } from "../keys/sha256.ts";
import { IN_DATABASE_BYTES, newArchiveFile } from "./archive.ts";
import type { Session } from "./session.ts";

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

/**
 * Most bundles are some 50 KB and staged in memory; a large one goes through files, so that memory stays flat.
 * `unreadable` is the stick's or the system's fault, not the file's. Throws where the workspace has no room.
 */
export async function stageFile(
  session: Session,
  path: string,
  identities: readonly string[],
): Promise<Result<StagedFile, "unreadable" | "too-large">> {
  const file = readable(() => fileSource(path));
  if (file === null) return fail("unreadable");
  if (file.size > LIMITS.bundle + LIMITS.encryption) return fail("too-large");
  if (file.size > IN_DATABASE_BYTES) return stageInFile(session, file, identities);
  const bytes = readable(() => wholeOf(file));
  return bytes === null ? fail("unreadable") : ok(await stageInMemory(bytes, identities));
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

async function stageInMemory(bytes: Uint8Array, identities: readonly string[]): Promise<StagedFile> {
  const source = bytesSource(bytes);
  const plain = await plainBundle(source, identities, memoryScratch());
  const kept = plain.ok ? plain.value : source;
  const sha256 = sha256Hex(bytes);
  const keptSha256 = kept === source ? sha256 : sha256Hex(wholeOf(kept));
  return { sha256, plain, kept, keptSha256, file: null, close: () => undefined };
}

async function stageInFile(
  session: Session,
  file: ByteSource,
  identities: readonly string[],
): Promise<Result<StagedFile, "unreadable">> {
  const copy = newArchiveFile(session);
  const decrypted = newArchiveFile(session);
  const close = (): void => {
    copy.close();
    decrypted.close();
  };
  try {
    if (!copied(file, copy)) {
      close();
      return fail("unreadable");
    }
    const source = copy.source();
    const plain = await plainBundle(source, identities, decrypted);
    const isDecrypted = plain.ok && plain.value !== source;
    const kept = isDecrypted ? decrypted : copy;
    return ok({
      sha256: copy.sha256,
      plain,
      kept: isDecrypted ? plain.value : source,
      keptSha256: kept.sha256,
      file: kept,
      close,
    });
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
