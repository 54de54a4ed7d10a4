import type { Certificate } from "#shared/bundle/certificate.ts";
import { SIGNER, SIGNER_SIGNATURE } from "#shared/bundle/entries.ts";
import { readCertificate } from "../keys/certificate.ts";
import { entryBytes } from "./open.ts";
import type { OpenedArchive } from "./open.ts";

/** Who a bundle says signed it, read and not judged; null where that cannot be read. */
export function signerOfBundle(archive: OpenedArchive): Certificate | null {
  const bytes = entryBytes(archive, SIGNER);
  const signature = entryBytes(archive, SIGNER_SIGNATURE);
  if (bytes === null || signature === null) return null;
  const read = readCertificate(bytes, signature);
  return read.ok ? read.value.certificate : null;
}
