import { join } from "node:path";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { DurableFile } from "../../bundle/durable-file.ts";
import { prepareFolder } from "../bundles/archive.ts";
import { exportLines } from "./export-lines.ts";
import { folderFailure } from "../file-failures.ts";
import { ledgerDigest } from "./ledger-audit.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface ExportedLedger {
  readonly file: string;
  readonly bundles: number;
  readonly records: number;
  /** Bytes. */
  readonly size: number;
}

const ATTEMPTS = 3;
const PIECE_BYTES = 64 * 1024;

/**
 * Writes `taizhang-ledger-<start of the ledger digest>.jsonl` into a folder, whole or not at all: everything a third
 * party needs to check the ledger with openssl, sha256sum and a shell (`docs/operations/audit.md`). It is written as
 * it is read. Where another process changes the ledger meanwhile, it is written again.
 */
export async function exportLedger(session: Session, dir: string): Promise<Answer<ExportedLedger>> {
  const folder = prepareFolder(dir);
  if (!folder.ok) return folder;
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const written = await writeOnce(session, dir);
      if (written !== null) return ok(written);
    }
  } catch (error) {
    const failure = folderFailure(error, dir);
    if (failure) return fail(failure);
    throw error;
  }
  return fail(appError("workspace-in-use", { dir: session.dir }));
}

/** Null where the ledger changed while it was read: the parts would not belong together. */
async function writeOnce(session: Session, dir: string): Promise<ExportedLedger | null> {
  const stamp = session.db.stamp();
  const ledger = ledgerDigest(session);
  const name = `taizhang-ledger-${ledger.digest.slice(0, 16)}.jsonl`;
  const file = DurableFile.create(dir, { name, mode: 0o644 });
  try {
    let waiting = "";
    let bundles = 0;
    for await (const line of exportLines(session, ledger)) {
      if (line.startsWith('{"type":"bundle"')) bundles += 1;
      waiting += `${line}\n`;
      if (waiting.length < PIECE_BYTES) continue;
      file.write(Buffer.from(waiting, "utf8"));
      waiting = "";
    }
    file.write(Buffer.from(waiting, "utf8"));
    if (session.db.stamp() !== stamp) return null;
    const { size } = file.source();
    const path = join(dir, name);
    file.moveTo(path);
    return { file: path, bundles, records: ledger.revisions + ledger.decisions, size };
  } finally {
    file.close();
  }
}
