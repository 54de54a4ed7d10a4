import { certificateSchema } from "#shared/bundle/certificate.ts";
import { readFact } from "../../store/facts.ts";
import { certificates, pinnedRoots } from "../../store/trust.ts";
import type { CertificateTable } from "../../store/tables.ts";
import { readDeviceId } from "./device-id.ts";
import type { Session } from "../session.ts";
import { isRevokedHere } from "./trust.ts";

/** Who a bundle is encrypted to on the road: age recipients, ascending. */

/** Where the office can be reached: its PCs known here, and what the grant named. */
export function officeRecipients(session: Session): string[] {
  const named = readFact(session.db, "encryption-recipients")?.split("\n") ?? [];
  return sorted([...named, ...recipientsOf(session, ({ role }) => role === "office")]);
}

/** Where a unit can be reached: its certificates that are not revoked. */
export const unitRecipients = (session: Session, unit: string): string[] =>
  sorted(recipientsOf(session, (row) => row.role === "reporter" && row.unit === unit));

/** The other PCs of the office. */
export const colleagueRecipients = (session: Session): string[] =>
  without(session, (row) => row.role === "office");

/** The other laptops of this unit that are known here: by what they handed over, or by a receipt that held it. */
export const sisterRecipients = (session: Session): string[] =>
  without(session, (row) => row.role === "reporter" && row.unit === session.unit);

function without(session: Session, isMeant: (row: CertificateTable) => boolean): string[] {
  const own = readDeviceId(session.db);
  return sorted(recipientsOf(session, (row) => isMeant(row) && row.device !== own));
}

function recipientsOf(session: Session, isMeant: (row: CertificateTable) => boolean): string[] {
  const isRevoked = isRevokedHere(session);
  const pinned = new Set(pinnedRoots(session.db));
  return certificates(session.db)
    .filter((row) => pinned.has(row.root) && isMeant(row) && !isRevoked(row))
    .map(({ certificate }) => certificateSchema.parse(JSON.parse(certificate)).encryption);
}

const sorted = (recipients: readonly string[]): string[] => [...new Set(recipients)].toSorted();
