import { isHostilePath, MANIFEST, MANIFEST_SIGNATURE, sizeLimitOf } from "#shared/bundle/entries.ts";
import { LIMITS } from "#shared/bundle/limits.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { decryptWith, isAgeFile } from "./age.ts";
import { bytesSource } from "./byte-source.ts";
import type { ByteSource } from "./byte-source.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";
import { readArchive } from "./zip-read.ts";
import type { ArchiveEntry } from "./zip-read.ts";

/** An archive whose form, limits and names hold; nothing in it is proven yet. */
export interface OpenedArchive {
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  /** The decrypted `.tzb`. */
  readonly source: ByteSource;
  /** A whole entry; its size is within the limit of its name. */
  read(entry: ArchiveEntry): Promise<Uint8Array>;
}

/** `not-a-bundle` … `unexpected-entry`, as far as they can be told without the manifest. */
export async function openArchive(
  source: ByteSource,
  identities: readonly string[],
): Promise<Result<OpenedArchive, Refusal>> {
  const plain = await decrypted(source, identities);
  if (!plain.ok) return plain;
  const archive = await readArchive(plain.value);
  if (!archive.ok) return fail(refusal("damaged", "ZIP structure or CRC"));
  const { entries } = archive.value;
  const fault = limitFault(entries) ?? nameFault(entries);
  if (fault !== null) return fail(fault);
  return ok({
    entries: new Map(entries.map((entry) => [entry.name, entry])),
    source: plain.value,
    read: (entry) => plain.value.read(entry.offset, entry.size),
  });
}

async function decrypted(
  source: ByteSource,
  identities: readonly string[],
): Promise<Result<ByteSource, Refusal>> {
  if (await isAgeFile(source)) {
    if (source.size > LIMITS.bundle + LIMITS.encryption) return fail(refusal("too-large", "encrypted file"));
    const bytes = await decryptWith(identities, source);
    if (!bytes.ok) return fail(refusal(bytes.error, "encrypted file"));
    const inner = bytesSource(bytes.value);
    return (await isZip(inner)) ? ok(inner) : fail(refusal("not-a-bundle", "no ZIP inside"));
  }
  if (!(await isZip(source))) return fail(refusal("not-a-bundle", "neither ZIP nor age"));
  return source.size > LIMITS.bundle ? fail(refusal("too-large", "file")) : ok(source);
}

/** A local header first, or the end record of an empty archive. */
async function isZip(source: ByteSource): Promise<boolean> {
  if (source.size < 4) return false;
  const signature = Buffer.from(await source.read(0, 4)).readUInt32LE(0);
  return signature === 0x04034b50 || signature === 0x06054b50;
}

function limitFault(entries: readonly ArchiveEntry[]): Refusal | null {
  if (entries.length > LIMITS.entries) return refusal("too-large", `${String(entries.length)} entries`);
  const large = entries.find((entry) => entry.size > sizeLimitOf(entry.name));
  return large === undefined ? null : refusal("too-large", large.name);
}

function nameFault(entries: readonly ArchiveEntry[]): Refusal | null {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (isHostilePath(name) || names.has(name)) return refusal("unexpected-entry", name);
    names.add(name);
  }
  const missing = [MANIFEST, MANIFEST_SIGNATURE].find((name) => !names.has(name));
  return missing === undefined ? null : refusal("unexpected-entry", `no ${missing}`);
}
