import type { Database } from "./database.ts";

const INSERT = "INSERT OR IGNORE INTO archived_bundle (digest, bytes) VALUES (?, ?)";
const SELECT = "SELECT bytes FROM archived_bundle WHERE digest = ?";

/** Keeps the original bytes of a bundle; they are what the digest says, so the first ones stay. */
export function saveArchivedBundle(db: Database, digest: string, bytes: Uint8Array): void {
  db.prepared(INSERT).run(digest, bytes);
}

const SIZE = "SELECT length(bytes) AS size FROM archived_bundle WHERE digest = ?";

export const archivedSize = (db: Database, digest: string): number | null =>
  db.rowOf<{ size: number }>(SIZE, digest)?.size ?? null;

/** The whole of a kept bundle; read when it is wanted, so that a list of thousands takes no memory. */
export function archivedBytes(db: Database, digest: string): Uint8Array {
  const row = db.rowOf<{ bytes: Buffer }>(SELECT, digest);
  if (row === undefined) throw new Error(`bundle ${digest} left the archive`);
  return row.bytes;
}
