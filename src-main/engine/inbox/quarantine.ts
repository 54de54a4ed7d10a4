import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { BundleReport } from "#shared/ipc/views.ts";
import { fileSource, type ByteSource } from "../../bundle/byte-source.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { insertQuarantined, putTold, quarantined, removeTold } from "../../store/quarantined.ts";
import { now, workspacePaths, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

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

/** The report of a file that was handed over, with the name under which it is kept aside where it was refused. */
export const namedAside = (report: BundleReport, sha256: string): BundleReport =>
  report.status === "rejected" ? { ...report, quarantine: sha256 } : report;

/** 已告知: the county has been told of a refused file, or not after all. It stays aside either way. */
export function markTold(
  session: Session,
  { quarantine, told }: { readonly quarantine: string; readonly told: boolean },
): Answer<Record<string, never>> {
  const { db, role, officer } = session;
  if (role !== "office") return fail(appError("wrong-role"));
  const file = quarantined(db).find(({ sha256 }) => sha256 === quarantine);
  if (file === undefined) return fail(appError("invalid-input", { where: "quarantine" }));
  if (told) putTold(db, { sha256: quarantine, reason: file.reason, told_by: officer, told_at: now(session) });
  else removeTold(db, quarantine);
  return ok({});
}

/** The bytes of a refused file; null where they are missing. */
export function quarantinedFile({ dir }: Session, sha256: string): ByteSource | null {
  const path = quarantinePath(dir, sha256);
  return existsSync(path) ? fileSource(path) : null;
}
