import { basename, dirname } from "node:path";
import { appError } from "#shared/errors.ts";
import type { Evidence } from "#shared/ledger/record.ts";
import { fail, ok } from "#shared/result.ts";
import { pieces } from "../../bundle/byte-source.ts";
import { DurableFile } from "../../bundle/durable-file.ts";
import { attachmentSource } from "./attachment-sources.ts";
import { folderFailure } from "../file-failures.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Copies a cited file to a place outside, whole or not at all, the very bytes that are cited. */
export async function copyAttachment(
  session: Session,
  cited: Pick<Evidence, "sha256" | "size">,
  to: string,
): Promise<Answer<{ readonly file: string }>> {
  const source = await attachmentSource(session, cited);
  if (source === null) return fail(appError("attachment-gone", { sha256: cited.sha256 }));
  try {
    const file = DurableFile.create(dirname(to), { name: basename(to).slice(0, 60), mode: 0o644 });
    try {
      for (const piece of pieces(source)) file.write(piece);
      file.moveTo(to);
    } finally {
      file.close();
    }
  } catch (error) {
    const failure = folderFailure(error, dirname(to));
    if (failure) return fail(failure);
    throw error;
  }
  return ok({ file: to });
}
