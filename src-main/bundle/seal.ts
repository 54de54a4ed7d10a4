import type { RejectionReason } from "#shared/bundle/reasons.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { readCertificate } from "../keys/certificate.ts";
import { assembleBundle } from "./assemble.ts";
import type { Scratch } from "./plain-bundle.ts";
import type { BundleSigner, SealedBundle, SealInput } from "./types.ts";
import { verifyBundle } from "./verify.ts";

export interface SealRefusal {
  readonly reason: RejectionReason;
  /** For logs, in English. */
  readonly detail: string;
}

/**
 * Writes, signs and then judges the bundle as its receiver would: what would be refused there is refused here,
 * above all sealing outside the certificate's validity (`expired-certificate`). A device revoked meanwhile
 * still seals: only the office's list decides what of it counts.
 */
export async function sealBundle(
  input: SealInput,
  scratch: Scratch,
): Promise<Result<SealedBundle, SealRefusal>> {
  const sealed = await assembleBundle(input, scratch);
  const verdict = await verifyBundle(scratch.source(), {
    roots: ownRoots(input.signer),
    revocations: [],
    plans: null,
    identities: [],
  });
  if (verdict.status !== "rejected") return ok(sealed);
  return fail({ reason: verdict.reason, detail: verdict.detail ?? "" });
}

function ownRoots({ root }: BundleSigner) {
  if (root === null) return [];
  const read = readCertificate(root.bytes, root.signature);
  return read.ok ? [read.value.fingerprint] : [];
}
