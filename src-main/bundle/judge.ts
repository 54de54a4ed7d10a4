import { stepStates } from "#shared/bundle/steps.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { authenticatedFault } from "./authenticate.ts";
import { authorisationFault } from "./authorise.ts";
import { entriesFault } from "./check-entries.ts";
import { isBeyondKnownPlans } from "./check-plan.ts";
import type { OpenedArchive } from "./open.ts";
import { readContent } from "./read-content.ts";
import { readDocuments } from "./read-documents.ts";
import type { Documents } from "./read-documents.ts";
import { claimedBy, readManifest, suiteFault } from "./read-manifest.ts";
import type { ReadManifest } from "./read-manifest.ts";
import type { RecordVisitor } from "./read-records.ts";
import { firstRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Claimed, Rejected, Trust, Verdict } from "./types.ts";

/** A bundle whose signer is who it says, entitled to it, and none of whose bytes was changed; no record was read yet. */
export interface Origin {
  readonly archive: OpenedArchive;
  readonly read: ReadManifest;
  readonly documents: Documents;
  /** To be held until the plan version it was written under, or a later one, is known. */
  readonly beyondPlans: boolean;
}

/** `unexpected-entry` against the manifest up to `wrong-unit` of manifest and certificate. */
export function judgeOrigin(archive: OpenedArchive, trust: Trust): Result<Origin, Rejected> {
  const manifest = readManifest(archive);
  const claimed = manifest.ok ? claimedBy(manifest.value) : undefined;
  const entries = manifest.ok ? entriesFault(manifest.value.manifest, archive) : null;
  if (entries !== null) return fail(rejected(entries, claimed));

  const documents = readDocuments(archive, manifest.ok ? manifest.value.suite : null);
  const encoding = firstRefusal([
    manifest.ok ? suiteFault(manifest.value) : manifest.error,
    documents.ok ? null : documents.error,
  ]);
  if (!manifest.ok || !documents.ok || encoding !== null)
    return fail(rejected(requireRefusal(encoding), claimed));
  const fault =
    authenticatedFault(manifest.value, documents.value, archive, trust.roots) ??
    authorisationFault(manifest.value, documents.value, trust.revocations);
  if (fault !== null) return fail(rejected(fault, claimed));
  const beyondPlans = isBeyondKnownPlans(manifest.value, trust.plans);
  return ok({ archive, read: manifest.value, documents: documents.value, beyondPlans });
}

/**
 * `wrong-unit`, `wrong-plan`, `malformed-record` of everything inside, or the verdict on a sound bundle. Whoever
 * keeps what `visit` is given undoes it where the bundle is rejected.
 */
export function judgeContent(origin: Origin, trust: Trust, visit: RecordVisitor = ignore): Verdict {
  const { read, beyondPlans } = origin;
  const content = readContent(origin, trust.plans, visit);
  if (!content.ok) return rejected(content.error, claimedBy(read));
  const bundle = content.value;
  return beyondPlans
    ? { status: "held", reason: "newer-plan", bundle, steps: stepStates("newer-plan") }
    : { status: "admitted", bundle, steps: stepStates(null) };
}

const ignore: RecordVisitor = () => undefined;

export function rejected({ reason, detail }: Refusal, claimed?: Claimed): Rejected {
  return { status: "rejected", reason, detail, ...(claimed && { claimed }), steps: stepStates(reason) };
}

function requireRefusal(refusal: Refusal | null): Refusal {
  if (refusal === null) throw new Error("a failure without a reason");
  return refusal;
}
