import { appError } from "#shared/errors.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { fail, ok } from "#shared/result.ts";
import { sealAndArchive } from "./seal-and-archive.ts";
import { pinnedRoots } from "../store/trust.ts";
import { prepareFolder, writeOut } from "./archive.ts";
import { signerOf } from "./certificates.ts";
import { currentRevocations } from "./revocations.ts";
import { recordOwnBundle } from "./own-bundle.ts";
import { nextInSeries } from "./sequence.ts";
import { now, type Session } from "./session.ts";
import type { Answer } from "./types.ts";

/** The plan in force as a bundle signed by the root. It is public and not encrypted. */
export async function publishPlan(
  session: Session,
  dir: string,
): Promise<Answer<{ readonly file: string; readonly digest: string; readonly fingerprint: string }>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const signer = signerOf(session, "root");
  if (!signer.ok) return signer;
  const folder = prepareFolder(dir);
  if (!folder.ok) return folder;
  const { plan, db } = session;
  const { device } = signer.value.certificate.certificate;
  const revocations = currentRevocations(session);
  const sealed = await sealAndArchive(session, {
    kind: "plan",
    unit: null,
    plan: { id: plan.id, version: plan.version },
    periods: [],
    people: { office: session.name },
    ...nextInSeries(db, { device, kind: "plan", unit: null }),
    createdAt: now(session),
    signer: signer.value,
    content: { plan: toCanonicalBytes(plan), ...(revocations && { revocations }) },
  });
  if (!sealed.ok) return sealed;
  const bundle = sealed.value;
  db.transaction(() => recordOwnBundle(session, bundle, [], dir));
  const written = await writeOut(session, dir, bundle.digest, []);
  return written.ok
    ? ok({ file: written.value.file, digest: bundle.digest, fingerprint: pinnedRoots(db)[0] ?? "" })
    : written;
}
