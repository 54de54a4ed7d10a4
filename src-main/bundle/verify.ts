import { stepStates } from "#shared/bundle/steps.ts";
import { authenticatedFault } from "./authenticate.ts";
import { authorisationFault } from "./authorise.ts";
import { bytesSource } from "./byte-source.ts";
import { entriesFault } from "./check-entries.ts";
import { isBeyondKnownPlans } from "./check-plan.ts";
import { openArchive } from "./open.ts";
import { readContent } from "./read-content.ts";
import { readDocuments } from "./read-documents.ts";
import { claimedBy, readManifest } from "./read-manifest.ts";
import { firstRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Claimed, Rejected, Trust, Verdict } from "./types.ts";

/**
 * Judges a bundle file (`.tzb` or `.tzb.age`) in the order of the format page: the first reason wins, and no
 * record is parsed before signature and digests hold. Nothing a hostile file may hold makes it throw.
 */
export async function verifyBundle(file: Uint8Array, trust: Trust): Promise<Verdict> {
  const opened = await openArchive(bytesSource(file), trust.identities);
  if (!opened.ok) return rejected(opened.error);
  const archive = opened.value;

  const manifest = await readManifest(archive);
  const claimed = manifest.ok ? claimedBy(manifest.value) : undefined;
  const entries = manifest.ok ? entriesFault(manifest.value.manifest, archive) : null;
  if (entries !== null) return rejected(entries, claimed);

  const documents = await readDocuments(archive, manifest.ok ? manifest.value.suite : null);
  if (!manifest.ok || !documents.ok) {
    const faults = [manifest, documents].map((result) => (result.ok ? null : result.error));
    return rejected(requireRefusal(firstRefusal(faults)), claimed);
  }

  const fault =
    (await authenticatedFault(manifest.value, documents.value, archive, trust.roots)) ??
    authorisationFault(manifest.value, documents.value, trust.revocations);
  if (fault !== null) return rejected(fault, claimed);

  const content = await readContent(manifest.value, documents.value, archive, trust.plans);
  if (!content.ok) return rejected(content.error, claimed);
  const bundle = content.value;
  return isBeyondKnownPlans(manifest.value, trust.plans)
    ? { status: "held", reason: "newer-plan", bundle, steps: stepStates("newer-plan") }
    : { status: "admitted", bundle, steps: stepStates(null) };
}

function rejected({ reason, detail }: Refusal, claimed?: Claimed): Rejected {
  return { status: "rejected", reason, detail, ...(claimed && { claimed }), steps: stepStates(reason) };
}

function requireRefusal(refusal: Refusal | null): Refusal {
  if (refusal === null) throw new Error("a failure without a reason");
  return refusal;
}
