import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { BundleReport } from "#shared/ipc/views.ts";
import { fileSource, type ByteSource } from "../bundle/byte-source.ts";
import { insertQuarantined } from "../store/quarantined.ts";
import { workspacePaths, type Session } from "./session.ts";

/** Refused files, by the SHA-256 of their bytes (decrypted where that was possible). The ledger knows nothing of them. */

export const quarantinePath = (dir: string, sha256: string): string =>
  join(workspacePaths(dir).quarantine, `${sha256}.bin`);

/** Puts a refused file on record, under its latest reason. */
export function rememberQuarantined({ db }: Session, sha256: string, report: BundleReport): void {
  insertQuarantined(db, {
    sha256,
    name: basename(report.file),
    reason: report.reason ?? "",
    receivedAt: report.receivedAt ?? "",
    report: JSON.stringify(report),
  });
}

/** The bytes of a refused file; null where they are missing. */
export function quarantinedFile({ dir }: Session, sha256: string): ByteSource | null {
  const path = quarantinePath(dir, sha256);
  return existsSync(path) ? fileSource(path) : null;
}
