import { LIMITS } from "#shared/bundle/limits.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { decryptInto, isAgeFile } from "./age.ts";
import { bytesSource } from "./byte-source.ts";
import type { ByteSource } from "./byte-source.ts";
import { refusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/** Where decrypted bytes go, and what can be read of them once all are there. */
export interface Scratch {
  write(piece: Uint8Array): void;
  source(): ByteSource;
}

/** Keeps them in memory: for bundles that are known to be small, and for tests. */
export function memoryScratch(): Scratch {
  const written: Buffer[] = [];
  return {
    write: (piece) => void written.push(Buffer.from(piece)),
    source: () => bytesSource(Buffer.concat(written)),
  };
}

/**
 * The ZIP archive of a file: the file itself, or what decrypting put into `scratch`. `not-a-bundle`,
 * `cannot-decrypt`, `damaged` (of the encryption) and `too-large` (of the whole).
 */
export async function plainBundle(
  file: ByteSource,
  identities: readonly string[],
  scratch: Scratch,
): Promise<Result<ByteSource, Refusal>> {
  if (!isAgeFile(file)) return unencryptedBundle(file);
  if (file.size > LIMITS.bundle + LIMITS.encryption) return fail(refusal("too-large", "encrypted file"));
  const decrypted = await decryptInto(file, identities, (piece) => scratch.write(piece));
  if (!decrypted.ok) return fail(refusal(decrypted.error, "encrypted file"));
  return unencryptedBundle(scratch.source());
}

/** The same of a file that is never encrypted: inside age, inside another bundle. */
export function unencryptedBundle(file: ByteSource): Result<ByteSource, Refusal> {
  if (!startsAsZip(file)) return fail(refusal("not-a-bundle", "no ZIP archive"));
  return file.size > LIMITS.bundle ? fail(refusal("too-large", "file")) : ok(file);
}

/** A local header first, or the end record of an empty archive. */
function startsAsZip(source: ByteSource): boolean {
  if (source.size < 4) return false;
  const signature = Buffer.from(source.read(0, 4)).readUInt32LE(0);
  return signature === 0x04034b50 || signature === 0x06054b50;
}
