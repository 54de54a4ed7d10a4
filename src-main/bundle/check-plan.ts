import { KIND_RULES } from "#shared/bundle/kind-rules.ts";
import { sha256Hex } from "../keys/sha256.ts";
import type { Documents } from "./read-documents.ts";
import type { ReadManifest } from "./read-manifest.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";
import type { KnownPlans } from "./types.ts";

/** `wrong-plan`: another plan anywhere in the bundle, or a different plan under a version already held. */
export function planFaults(
  { manifest }: ReadManifest,
  { signer, root, plan, grant, request, revocations }: Documents,
  plans: KnownPlans | null,
): Refusal[] {
  const { id, version } = manifest.plan;
  const named = [
    plans?.id,
    signer.certificate.plan,
    root?.certificate.plan,
    plan?.value.id,
    grant?.value.plan.id,
    grant?.certificate.certificate.plan,
    request?.plan.id,
    revocations?.list.plan,
  ];
  const faults = named
    .filter((other) => other !== undefined && other !== id)
    .map((other) => refusal("wrong-plan", `${String(other)} beside ${id}`));
  if (plan === null) return faults;
  if (plan.value.version !== version)
    faults.push(refusal("wrong-plan", "version differs from the manifest's"));
  const held = plans?.versions.get(version);
  if (held !== undefined && held !== `sha256:${sha256Hex(plan.bytes)}`) {
    faults.push(refusal("wrong-plan", `a different plan under version ${String(version)}`));
  }
  return faults;
}

/** Whether it was written under a newer plan than any known here. Older versions never arrive late. */
export function isBeyondKnownPlans({ manifest }: ReadManifest, plans: KnownPlans | null): boolean {
  if (!KIND_RULES[manifest.kind].needsPlan) return false;
  return ![...(plans?.versions.keys() ?? [])].some((version) => version >= manifest.plan.version);
}
