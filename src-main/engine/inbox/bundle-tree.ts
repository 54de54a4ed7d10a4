import { embeddedDigestHex } from "#shared/bundle/entries.ts";
import { ok, type Result } from "#shared/result.ts";
import type { ByteSource } from "../../bundle/byte-source.ts";
import { openArchive, type OpenedArchive } from "../../bundle/open.ts";
import { unencryptedBundle } from "../../bundle/plain-bundle.ts";
import type { Refusal } from "../../bundle/refusal.ts";

/** A bundle and those within it, opened as archives and not judged yet. */
export interface BundleTree {
  readonly archive: OpenedArchive;
  /** By the 64 hex digits of their names. */
  readonly embedded: ReadonlyMap<string, Result<BundleTree, Refusal>>;
}

/** An office exchange holds a receipt, which holds a submission, which holds an exchange: nothing lies deeper. */
const MAX_DEPTH = 4;

/** Opens a decrypted file: the part of judging that cannot be done within a transaction. */
export async function openTree(
  source: ByteSource,
  depth: number = MAX_DEPTH,
): Promise<Result<BundleTree, Refusal>> {
  const archive = await openArchive(source);
  if (!archive.ok) return archive;
  const embedded = new Map<string, Result<BundleTree, Refusal>>();
  for (const [name, within] of archive.value.entries) {
    const hex = embeddedDigestHex(name);
    if (hex !== null && depth > 1) embedded.set(hex, await openEmbedded(within, depth - 1));
  }
  return ok({ archive: archive.value, embedded });
}

async function openEmbedded(source: ByteSource, depth: number): Promise<Result<BundleTree, Refusal>> {
  const plain = unencryptedBundle(source);
  return plain.ok ? openTree(plain.value, depth) : plain;
}

/** A bundle and all within it, to any depth. */
export function* treesOf(tree: BundleTree): Generator<BundleTree> {
  yield tree;
  for (const within of tree.embedded.values()) if (within.ok) yield* treesOf(within.value);
}
