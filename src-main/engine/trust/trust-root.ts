import { parseFingerprint } from "#shared/bundle/fingerprint.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { pinRoot } from "../../store/trust.ts";
import { changeTrust } from "../inbox/judge-again.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * Pins an office's root after a person compared its 校验码; what was refused for want of it is judged again. Several
 * may be pinned, on a laptop and at the office; none is ever unpinned by a bundle.
 */
export async function trustRoot(session: Session, fingerprint: string): Promise<Answer<Session>> {
  const parsed = parseFingerprint(fingerprint);
  if (!parsed.ok) return fail(appError("fingerprint-incomplete"));
  await changeTrust(session, [], () => pinRoot(session.db, parsed.value, now(session)));
  return ok(session);
}
