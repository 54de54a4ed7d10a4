import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { encryptTo } from "../bundle/age.ts";
import { writeBundleFile } from "../bundle/bundle-file.ts";
import { writeFileDurably } from "../bundle/durable-file.ts";
import { sha256Hex } from "../keys/sha256.ts";
import { workspacePaths, type Session } from "./session.ts";
import type { Answer } from "./types.ts";
import { folderFailure } from "./file-failures.ts";

/** Original bytes of every bundle, decrypted, by digest. Written before the ledger speaks of them. */

const archivePath = (dir: string, digest: string): string =>
  join(workspacePaths(dir).archive, `${digest.replace(":", "-")}.tzb`);

export async function archiveBundle(
  session: Session,
  digest: BundleDigest,
  bytes: Uint8Array,
): Promise<void> {
  const path = archivePath(session.dir, digest);
  if (!existsSync(path)) await writeFileDurably(path, bytes);
}

export function archivedBundle(session: Session, digest: string): Uint8Array | null {
  const path = archivePath(session.dir, digest);
  return existsSync(path) ? readFileSync(path) : null;
}

/** Keeps a refused file aside under its own digest; the ledger does not change. */
export async function quarantineFile(session: Session, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Hex(bytes);
  const path = join(workspacePaths(session.dir).quarantine, `${sha256}.bin`);
  if (!existsSync(path)) await writeFileDurably(path, bytes);
  return sha256;
}

/** Makes the folder that a bundle shall go to and tries writing there, before anything is signed for it. */
export function prepareFolder(folder: string): Answer<string> {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, ".taizhang-")));
    return ok(folder);
  } catch (error) {
    const failure = folderFailure(error, folder);
    if (failure) return fail(failure);
    throw error;
  }
}

/** Writes a bundle to a folder for the road, encrypted where there are recipients. */
export async function writeOut(
  folder: string,
  bundle: { readonly digest: BundleDigest; readonly bytes: Uint8Array },
  recipients: readonly string[],
): Promise<Answer<{ readonly file: string; readonly size: number }>> {
  const encrypted = recipients.length > 0;
  const bytes = encrypted ? await encryptTo(recipients, bundle.bytes) : bundle.bytes;
  const prepared = prepareFolder(folder);
  if (!prepared.ok) return prepared;
  const written = await writeBundleFile(folder, { digest: bundle.digest, bytes, encrypted });
  if (written.ok) return ok({ file: written.value, size: bytes.length });
  const code = {
    "disk-full": "disk-full",
    "not-writable": "folder-not-writable",
    gone: "write-failed",
  } as const;
  return fail(appError(code[written.error], { path: folder }));
}
