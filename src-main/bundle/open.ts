import { isHostilePath, MANIFEST, MANIFEST_SIGNATURE, sizeLimitOf } from "#shared/bundle/entries.ts";
import { LIMITS } from "#shared/bundle/limits.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { stretchOf, wholeOf } from "./byte-source.ts";
import type { ByteSource } from "./byte-source.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";
import { readArchive } from "./zip-read.ts";
import type { ArchiveEntry } from "./zip-read.ts";

/** An archive whose form, limits and names hold; nothing in it is proven yet. */
export interface OpenedArchive {
  /** The decrypted `.tzb`. */
  readonly source: ByteSource;
  /** What stands under each name, of a size within the limit of its name. */
  readonly entries: ReadonlyMap<string, ByteSource>;
}

/** `damaged`, `too-large`, `unexpected-entry` of a decrypted file, as far as they can be told without the manifest. */
export async function openArchive(source: ByteSource): Promise<Result<OpenedArchive, Refusal>> {
  const archive = await readArchive(source);
  if (!archive.ok) return fail(refusal("damaged", "ZIP structure or CRC"));
  const { entries } = archive.value;
  const fault = limitFault(entries) ?? nameFault(entries);
  if (fault !== null) return fail(fault);
  return ok({
    source,
    entries: new Map(entries.map(({ name, offset, size }) => [name, stretchOf(source, offset, size)])),
  });
}

/** A whole entry in memory: for documents, which are small. */
export function entryBytes({ entries }: OpenedArchive, name: string): Uint8Array | null {
  const entry = entries.get(name);
  return entry === undefined ? null : wholeOf(entry);
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
