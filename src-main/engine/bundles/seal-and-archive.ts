import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { memoryScratch, type Scratch } from "../../bundle/plain-bundle.ts";
import { sealBundle } from "../../bundle/seal.ts";
import type { BundleContent, SealedBundle, SealInput } from "../../bundle/types.ts";
import { IN_DATABASE_BYTES, newArchiveFile } from "./archive.ts";
import { KeptFiles } from "../inbox/bundle-files.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Signs a bundle and archives it; what its receiver would refuse is refused here, with the receiver's reason. */
export async function sealAndArchive(session: Session, input: SealInput): Promise<Answer<SealedBundle>> {
  const file = isSmall(input.content) ? null : newArchiveFile(session);
  const scratch: Scratch = file ?? memoryScratch();
  const kept = new KeptFiles(session);
  try {
    const sealed = await sealBundle(input, scratch);
    if (!sealed.ok) return fail(appError("bundle-rejected", { reason: sealed.error.reason }));
    const source = scratch.source();
    if (file !== null) kept.expect(source, file);
    session.db.transaction(() => {
      kept.keep(sealed.value.digest, source);
      kept.settle();
    });
    return ok(sealed.value);
  } finally {
    kept.close();
    file?.close();
  }
}

/** Whether it can be written in memory; what a bundle holds besides records, attachments and bundles is small. */
function isSmall({ revisions = [], decisions = [], attachments = [], bundles = [] }: BundleContent): boolean {
  const records = [...revisions, ...decisions].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const files = [...attachments, ...bundles].reduce((sum, { source }) => sum + source.size, 0);
  return records + files <= IN_DATABASE_BYTES;
}
