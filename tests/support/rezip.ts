import { bytesSource } from "#main/bundle/byte-source.ts";
import { readArchive } from "#main/bundle/zip-read.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { SUITE } from "./bundles.ts";
import { zipBytes } from "./in-memory.ts";

/** Takes bundles apart and puts changed ones together again, signed anew where the test asks for it. */

export type Entries = Map<string, Uint8Array>;

export async function entriesOf(bundle: Uint8Array): Promise<Entries> {
  const archive = await readArchive(bytesSource(bundle));
  if (!archive.ok) throw new Error("not an archive");
  const read = archive.value.entries.map(
    ({ name, offset, size }) => [name, bundle.slice(offset, offset + size)] as const,
  );
  return new Map(read);
}

export const zipOf = (entries: Entries): Promise<Uint8Array> => zipBytes(entries);

/** Changed entries under the old manifest and signature. */
export async function rezipped(bundle: Uint8Array, change: (entries: Entries) => void): Promise<Uint8Array> {
  const entries = await entriesOf(bundle);
  change(entries);
  return zipOf(entries);
}

/** Changed entries, listed anew in the manifest and signed by the key given: what a dishonest device could send. */
export async function resealed(
  bundle: Uint8Array,
  privateKey: string,
  change: (entries: Entries, manifest: Record<string, unknown>) => void,
  suite = SUITE,
): Promise<Uint8Array> {
  const entries = await entriesOf(bundle);
  const manifest: Record<string, unknown> = JSON.parse(textOf(entries, "manifest.json"));
  entries.delete("manifest.json");
  entries.delete("manifest.sig");
  const files = (): unknown[] =>
    [...entries]
      .map(([path, bytes]) => ({ digest: suite.digest(bytes), path, size: bytes.length }))
      .toSorted(byPath);
  manifest["files"] = files();
  change(entries, manifest);
  if (manifest["files"] !== undefined && !changedByHand(manifest)) manifest["files"] = files();
  const bytes = toCanonicalBytes({ ...manifest, byHand: undefined });
  const signed: Entries = new Map([
    ["manifest.json", bytes],
    ["manifest.sig", suite.sign(privateKey, bytes)],
    ...entries,
  ]);
  return zipOf(signed);
}

/** A test that writes `files` itself says so with `manifest.byHand = true`. */
const changedByHand = (manifest: Record<string, unknown>): boolean => manifest["byHand"] === true;

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);

export function textOf(entries: Entries, name: string): string {
  const bytes = entries.get(name);
  if (bytes === undefined) throw new Error(`no ${name}`);
  return Buffer.from(bytes).toString("utf8");
}

export const jsonOf = (entries: Entries, name: string): Record<string, unknown> =>
  JSON.parse(textOf(entries, name));
