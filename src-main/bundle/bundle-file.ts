import { join } from "node:path";
import { hexOf, type BundleDigest } from "#shared/bundle/identifiers.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { encryptInto } from "./age.ts";
import { pieces, type ByteSource } from "./byte-source.ts";
import { DurableFile } from "./durable-file.ts";

export type WriteProblem = "disk-full" | "not-writable" | "gone";

/** First 16 hex digits of the digest; nothing that tells the unit. */
export const bundleFileName = (digest: BundleDigest, encrypted: boolean): string =>
  `${hexOf(digest).slice(0, 16)}${encrypted ? ".tzb.age" : ".tzb"}`;

/** Writes a bundle for the road, whole or not at all: encrypted where there are recipients. Gives path and size. */
export async function writeBundleFile(
  folder: string,
  bundle: { readonly digest: BundleDigest; readonly source: ByteSource },
  recipients: readonly string[],
): Promise<Result<{ readonly file: string; readonly size: number }, WriteProblem>> {
  const encrypted = recipients.length > 0;
  const name = bundleFileName(bundle.digest, encrypted);
  try {
    const file = DurableFile.create(folder, { name, mode: 0o644 });
    try {
      if (encrypted) await encryptInto(bundle.source, recipients, (piece) => file.write(piece));
      else for (const piece of pieces(bundle.source)) file.write(piece);
      const { size } = file.source();
      file.moveTo(join(folder, name));
      return ok({ file: join(folder, name), size });
    } finally {
      file.close();
    }
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
