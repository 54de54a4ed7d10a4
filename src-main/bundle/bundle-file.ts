import { join } from "node:path";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { writeFileDurably } from "./durable-file.ts";

export type WriteProblem = "disk-full" | "not-writable" | "gone";

/** First 16 hex digits of the digest; nothing that tells the unit. */
export function bundleFileName(digest: BundleDigest, encrypted: boolean): string {
  const hex = digest.slice(digest.indexOf(":") + 1);
  return `${hex.slice(0, 16)}${encrypted ? ".tzb.age" : ".tzb"}`;
}

/** Writes a bundle file whole or not at all; gives its path. `bytes` are encrypted where `encrypted` says so. */
export async function writeBundleFile(
  folder: string,
  file: { readonly digest: BundleDigest; readonly bytes: Uint8Array; readonly encrypted: boolean },
): Promise<Result<string, WriteProblem>> {
  const path = join(folder, bundleFileName(file.digest, file.encrypted));
  try {
    await writeFileDurably(path, file.bytes, 0o644);
    return ok(path);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return fail(problem);
  }
}

const PROBLEMS: Readonly<Record<string, WriteProblem>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
  EROFS: "not-writable",
  EACCES: "not-writable",
  EPERM: "not-writable",
  ENOENT: "gone",
  ENOTDIR: "gone",
  ENODEV: "gone",
  ENXIO: "gone",
  EIO: "gone",
};

/** What went wrong in terms a person can act on; null for anything unforeseen. */
function problemOf(error: unknown): WriteProblem | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? (PROBLEMS[code] ?? null) : null;
}
