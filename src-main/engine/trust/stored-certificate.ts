import { readCertificate, type SignedCertificate } from "../../keys/certificate.ts";
import type { CertificateTable } from "../../store/tables.ts";

/** A stored certificate as it travels. Throws on a row that nobody could have written. */
export function signedFromRow(row: CertificateTable): SignedCertificate {
  const read = readCertificate(Buffer.from(row.certificate, "utf8"), row.signature);
  if (!read.ok) throw new Error(`stored certificate ${row.serial} is ${read.error}`);
  const { certificate, bytes, signature } = read.value;
  return { certificate, bytes, signature };
}
