import { attachmentPath } from "#shared/bundle/entries.ts";
import type { Evidence } from "#shared/ledger/record.ts";
import type { ByteSource } from "../../bundle/byte-source.ts";
import { openArchive } from "../../bundle/open.ts";
import { bundlesCarrying } from "../../store/bundles.ts";
import { archivedBundle } from "../bundles/archive.ts";
import { isCited, storedAttachment } from "./attachment-store.ts";
import type { Session } from "../session.ts";

type Cited = Pick<Evidence, "sha256" | "size">;

/**
 * The very file that is cited, from the workspace's own store or out of a bundle that brought it; null where it is
 * nowhere, or no longer what it was. It is read where it lies, never as a whole.
 */
export async function attachmentSource(session: Session, cited: Cited): Promise<ByteSource | null> {
  const stored = storedAttachment(session.dir, cited.sha256);
  if (stored !== null && isCited(stored, cited)) return stored;
  for (const digest of bundlesCarrying(session.db, attachmentPath(cited.sha256))) {
    const bundle = archivedBundle(session, digest);
    const archive = bundle && (await openArchive(bundle));
    const source = archive?.ok ? archive.value.entries.get(attachmentPath(cited.sha256)) : undefined;
    if (source !== undefined && isCited(source, cited)) return source;
  }
  return null;
}

/** Whether it is likely here, without reading it. */
export const hasAttachment = ({ dir, db }: Session, { sha256, size }: Cited): boolean =>
  storedAttachment(dir, sha256)?.size === size || bundlesCarrying(db, attachmentPath(sha256)).length > 0;
