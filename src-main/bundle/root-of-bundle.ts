import { ROOT, ROOT_SIGNATURE } from "#shared/bundle/entries.ts";
import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import { readCertificate } from "../keys/certificate.ts";
import { bytesSource } from "./byte-source.ts";
import { openArchive } from "./open.ts";

/** The 校验码 of the root that a plain bundle brings along, to show to a person; null where it brings none. */
export async function rootOfBundle(bytes: Uint8Array): Promise<Fingerprint | null> {
  const opened = await openArchive(bytesSource(bytes), []);
  if (!opened.ok) return null;
  const { entries } = opened.value;
  const root = entries.get(ROOT);
  const signature = entries.get(ROOT_SIGNATURE);
  if (root === undefined || signature === undefined || root.size > 65_536 || signature.size > 1024)
    return null;
  const read = readCertificate(await opened.value.read(root), await opened.value.read(signature));
  return read.ok ? read.value.fingerprint : null;
}
