import { ROOT, ROOT_SIGNATURE } from "#shared/bundle/entries.ts";
import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import { readCertificate } from "../keys/certificate.ts";
import { entryBytes } from "./open.ts";
import type { OpenedArchive } from "./open.ts";

/** The 校验码 of the root that a bundle brings along, to show to a person; null where it brings none. */
export function rootOfBundle(archive: OpenedArchive): Fingerprint | null {
  const root = entryBytes(archive, ROOT);
  const signature = entryBytes(archive, ROOT_SIGNATURE);
  if (root === null || signature === null) return null;
  const read = readCertificate(root, signature);
  return read.ok ? read.value.fingerprint : null;
}
