import type { Database } from "./database.ts";

const INSERT = "INSERT OR IGNORE INTO archived_bundle (digest, bytes) VALUES (?, ?)";
const SELECT = "SELECT bytes FROM archived_bundle WHERE digest = ?";

/** Keeps the original bytes of a bundle; they are what the digest says, so the first ones stay. */
export function saveArchivedBundle(db: Database, digest: string, bytes: Uint8Array): void {
  db.prepared(INSERT).run(digest, bytes);
}

export const archivedBytes = (db: Database, digest: string): Uint8Array | null =>
  db.rowOf<{ bytes: Buffer }>(SELECT, digest)?.bytes ?? null;
