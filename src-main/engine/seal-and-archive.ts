import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { sealBundle } from "../bundle/seal.ts";
import type { SealedBundle, SealInput } from "../bundle/types.ts";
import { archiveBundle } from "./archive.ts";
import type { Session } from "./session.ts";
import type { Answer } from "./types.ts";

/** Signs a bundle and archives it; what its receiver would refuse is refused here, with the receiver's reason. */
export async function sealAndArchive(session: Session, input: SealInput): Promise<Answer<SealedBundle>> {
  const sealed = await sealBundle(input);
  if (!sealed.ok) return fail(appError("bundle-rejected", { reason: sealed.error.reason }));
  await archiveBundle(session, sealed.value.digest, sealed.value.bytes);
  return ok(sealed.value);
}
