import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { CertificateTable } from "./tables.ts";

/** Pinned roots, known certificates, revocations, requests. Private keys are not here. */

export function pinRoot(db: Database, fingerprint: string, pinnedAt: string): void {
  db.run(
    sql
      .insertInto("trusted_root")
      .values({ fingerprint, pinned_at: pinnedAt })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export function pinnedRoots(db: Database): string[] {
  return db
    .all(sql.selectFrom("trusted_root").select("fingerprint").orderBy("pinned_at").orderBy("fingerprint"))
    .map(({ fingerprint }) => fingerprint);
}

/** Known ones stay as they are; false where its serial already stands for another certificate of that root. */
export function insertCertificate(db: Database, row: CertificateTable): boolean {
  db.run(
    sql
      .insertInto("certificate")
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
  const kept = db.get(
    sql
      .selectFrom("certificate")
      .select("certificate")
      .where("root", "=", row.root)
      .where("serial", "=", row.serial),
  );
  return kept?.certificate === row.certificate;
}

export function certificates(db: Database): CertificateTable[] {
  return db.all(sql.selectFrom("certificate").selectAll().orderBy("serial"));
}

/** Certificates of one device in one role, by whichever root; several where it was certified again. */
export function certificatesOfDevice(db: Database, device: string, role: string): CertificateTable[] {
  return db.all(
    sql
      .selectFrom("certificate")
      .selectAll()
      .where("device", "=", device)
      .where("role", "=", role)
      .orderBy("granted_at"),
  );
}

export function rootCertificate(db: Database, root: string): CertificateTable | undefined {
  return db.get(sql.selectFrom("certificate").selectAll().where("root", "=", root).where("serial", "=", 0));
}

/** One more than any serial of that root known here. */
export function nextSerial(db: Database, root: string): number {
  const row = db.get(
    sql
      .selectFrom("certificate")
      .select(({ fn }) => fn.max("serial").as("serial"))
      .where("root", "=", root),
  );
  return (row?.serial ?? 0) + 1;
}

export function insertRevocationList(
  db: Database,
  digest: string,
  canonical: string,
  signature: Uint8Array,
): void {
  db.run(
    sql
      .insertInto("revocation_list")
      .values({ digest, canonical, signature: Buffer.from(signature) })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export function revocationLists(db: Database): { canonical: string; signature: Buffer }[] {
  return db.all(sql.selectFrom("revocation_list").select(["canonical", "signature"]).orderBy("digest"));
}

export interface StoredRequest {
  readonly device: string;
  readonly unit: string;
  readonly bundle: string;
  readonly request: string;
  readonly receivedAt: string;
}

export function saveRequest(db: Database, { receivedAt, ...row }: StoredRequest): void {
  const values = { ...row, received_at: receivedAt };
  db.run(
    sql
      .insertInto("enrol_request")
      .values(values)
      .onConflict((conflict) => conflict.column("device").doUpdateSet(values)),
  );
}

export function requests(db: Database): StoredRequest[] {
  return db
    .all(sql.selectFrom("enrol_request").selectAll().orderBy("received_at").orderBy("device"))
    .map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt }));
}
