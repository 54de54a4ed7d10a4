import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import type { BundleKind, People } from "#shared/bundle/manifest.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { ok } from "#shared/result.ts";
import type { BundleContent, BundleSigner, SealedBundle } from "../../bundle/types.ts";
import { saveBundleFile } from "../../store/bundles.ts";
import { prepareFolder, writeOut } from "./archive.ts";
import { recordOwnBundle } from "./own-bundle.ts";
import { sealAndArchive } from "./seal-and-archive.ts";
import { nextInSeries } from "./sequence.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface BundleToIssue {
  readonly signer: BundleSigner;
  readonly kind: BundleKind;
  readonly unit: UnitKey | null;
  readonly periods?: readonly Period[];
  readonly people: People;
  readonly content: BundleContent;
  /** Done in the transaction that puts the bundle on record. */
  readonly onRecord?: (sealed: SealedBundle) => void;
}

export interface IssuedBundle {
  readonly file: string;
  readonly size: number;
  readonly digest: BundleDigest;
  readonly sequence: number;
}

/**
 * Seals a bundle of this workspace under the next number of its series, puts it on record and writes it for the road,
 * encrypted where there are recipients. Nothing is signed for a folder that takes no files.
 */
export async function issueBundle(
  session: Session,
  { signer, onRecord, periods = [], ...bundle }: BundleToIssue,
  { dir, recipients }: { readonly dir: string; readonly recipients: readonly string[] },
): Promise<Answer<IssuedBundle>> {
  const folder = prepareFolder(dir);
  if (!folder.ok) return folder;
  const { db, plan } = session;
  const { device } = signer.certificate.certificate;
  const { kind, unit, content } = bundle;
  const sealed = await sealAndArchive(session, {
    ...bundle,
    signer,
    periods,
    plan: { id: plan.id, version: plan.version },
    createdAt: now(session),
    ...nextInSeries(db, { device, kind, unit }),
  });
  if (!sealed.ok) return sealed;
  const { digest, manifest } = sealed.value;
  db.transaction(() => {
    recordOwnBundle(
      session,
      sealed.value,
      [...(content.revisions ?? []), ...(content.decisions ?? [])],
      null,
    );
    onRecord?.(sealed.value);
  });
  const written = await writeOut(session, dir, digest, recipients);
  if (!written.ok) return written;
  saveBundleFile(db, digest, written.value.file);
  return ok({ ...written.value, digest, sequence: manifest.sequence });
}
