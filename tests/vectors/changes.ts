import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { jsonOf, rezipped, textOf, type Entries } from "../support/rezip.ts";
import type { Laptop } from "../support/bundles.ts";

/** Changes that the faulty vectors are made with. */

export type Members = Record<string, unknown>;

export const setJson = (entries: Entries, name: string, changes: Members): void =>
  void entries.set(name, toCanonicalBytes({ ...jsonOf(entries, name), ...changes }));

export const setText = (entries: Entries, name: string, change: (text: string) => string): void =>
  void entries.set(name, Buffer.from(change(textOf(entries, name))));

export const entryOf = (entries: Entries, name: string): Uint8Array => {
  const bytes = entries.get(name);
  if (bytes === undefined) throw new Error(`no ${name}`);
  return bytes;
};

/** `manifest.json` as any text, with the laptop's signature over just that text. */
export const withManifestText = (
  bundle: Uint8Array,
  { suite, privateKey }: Laptop,
  change: (text: string) => Uint8Array | string,
): Promise<Uint8Array> =>
  rezipped(bundle, (entries) => {
    const before = textOf(entries, "manifest.json");
    const after = Buffer.from(change(before));
    if (after.equals(Buffer.from(before))) throw new Error("nothing was changed");
    entries.set("manifest.json", after);
    entries.set("manifest.sig", suite.sign(privateKey, after));
  });

/** The list of files as the manifest gives it, changed by hand. */
export function setFiles(manifest: Members, change: (files: readonly Members[]) => readonly Members[]): void {
  const files = manifest["files"];
  if (!Array.isArray(files)) throw new Error("no files");
  manifest["files"] = change(files);
  manifest["byHand"] = true;
}
