import { sameFingerprint } from "#shared/bundle/fingerprint.ts";
import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import { appError } from "#shared/errors.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import { fileSource, type ByteSource } from "../../bundle/byte-source.ts";
import { verifyOnRoot } from "../../bundle/verify.ts";
import { fileFailure } from "../file-failures.ts";
import type { Answer } from "../types.ts";

export interface InspectedPlan {
  readonly plan: Plan;
  readonly fingerprint: Fingerprint;
  readonly digest: string;
}

/**
 * Reads a plan bundle on its own root, for a person to compare that root's 校验码. Nothing is pinned by it: whoever
 * forged the whole bundle also chose its root.
 */
export async function inspectPlanBundle(file: string): Promise<Answer<InspectedPlan>> {
  const source = sourceOf(file);
  if (!source.ok) return source;
  const { verdict } = await verifyOnRoot(source.value, (root) => root);
  if (verdict.status === "rejected")
    return fail(appError("bundle-rejected", { reason: verdict.reason, path: file }));
  const { bundle } = verdict;
  if (bundle.plan === undefined || bundle.root === null) {
    return fail(appError("no-plan-bundle", { path: file }));
  }
  return ok({ plan: bundle.plan.value, fingerprint: bundle.root.fingerprint, digest: bundle.digest });
}

function sourceOf(file: string): Answer<ByteSource> {
  try {
    return ok(fileSource(file));
  } catch (error) {
    return fail(fileFailure(error, file) ?? appError("file-unreadable", { path: file }));
  }
}

/** The same, only if the person's comparison holds: all 64 digits, spaces ignored. */
export async function trustedPlanBundle(file: string, fingerprint: string): Promise<Answer<InspectedPlan>> {
  const inspected = await inspectPlanBundle(file);
  if (!inspected.ok) return inspected;
  if (fingerprint.replaceAll(/\s/g, "").length !== 64) return fail(appError("fingerprint-incomplete"));
  return sameFingerprint(inspected.value.fingerprint, fingerprint)
    ? inspected
    : fail(appError("fingerprint-mismatch"));
}
