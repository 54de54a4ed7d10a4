import { digestSchema } from "#shared/bundle/identifiers.ts";
import { manifestSchema } from "#shared/bundle/manifest.ts";
import { ok } from "#shared/result.ts";
import type { SealedBundle } from "../../bundle/types.ts";
import { bundlesOfKind, saveBundleFile } from "../../store/bundles.ts";
import type { Database } from "../../store/database.ts";
import { writeOut } from "./archive.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

type Submission = Pick<SealedBundle, "digest" | "manifest">;

export interface HandedOut {
  readonly file: string;
  readonly size: number;
  readonly digest: string;
  readonly sequence: number;
  readonly revisions: number;
}

/** Own submissions that stand in the ledger and whose file nobody has got yet, in their order. */
export function unwrittenSubmissions(db: Database): Submission[] {
  return bundlesOfKind(db, "submission", ["own"])
    .filter(({ file }) => file === null)
    .map(({ digest, manifest }) => ({
      digest: digestSchema.parse(digest),
      manifest: manifestSchema.parse(JSON.parse(manifest)),
    }));
}

/** Writes an archived submission for the road and notes where to. */
export async function handOut(
  session: Session,
  { digest, manifest }: Submission,
  { dir, recipients }: { readonly dir: string; readonly recipients: readonly string[] },
): Promise<Answer<HandedOut>> {
  const written = await writeOut(session, dir, digest, recipients);
  if (!written.ok) return written;
  saveBundleFile(session.db, digest, written.value.file);
  const { sequence, counts } = manifest;
  return ok({ ...written.value, digest, sequence, revisions: counts.revisions });
}
