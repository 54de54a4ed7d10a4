import { existsSync, mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { sha256Schema, type Evidence } from "#shared/ledger/record.ts";
import { fileSource, pieces, type ByteSource } from "../../bundle/byte-source.ts";
import { digestOf } from "../../bundle/digest-of.ts";
import { DurableFile } from "../../bundle/durable-file.ts";
import { startSha256 } from "../../keys/sha256.ts";
import { now, workspacePaths, type Session } from "../session.ts";

/** Files that were added here, each under the SHA-256 of its bytes; no name from outside is ever used as a path. */

const pathOf = (dir: string, sha256: string): string =>
  join(workspacePaths(dir).attachments, sha256Schema.parse(sha256));

/** Whether a file is the one that is cited. */
export const isCited = (source: ByteSource, { sha256, size }: Pick<Evidence, "sha256" | "size">): boolean =>
  source.size === size && digestOf(source, startSha256()) === sha256;

export function storedAttachment(dir: string, sha256: string): ByteSource | null {
  const path = pathOf(dir, sha256);
  return existsSync(path) ? fileSource(path) : null;
}

/** Copies a file into the store, whole or not at all, and answers its SHA-256. Throws the system's errors. */
export function keepAttachment(session: Session, source: ByteSource): string {
  const { attachments } = workspacePaths(session.dir);
  mkdirSync(attachments, { recursive: true, mode: 0o700 });
  const file = DurableFile.create(attachments);
  try {
    for (const piece of pieces(source)) file.write(piece);
    const { sha256 } = file;
    const held = storedAttachment(session.dir, sha256);
    // NOTE: one that was damaged meanwhile is healed by adding the original again.
    if (held === null || !isCited(held, { sha256, size: source.size }))
      file.moveTo(pathOf(session.dir, sha256));
    markUsed(session, sha256);
    return sha256;
  } finally {
    file.close();
  }
}

/** The time of a stored file says when it was last needed; see `clean-attachments.ts`. */
export function markUsed(session: Session, sha256: string): void {
  const time = new Date(now(session));
  utimesSync(pathOf(session.dir, sha256), time, time);
}
