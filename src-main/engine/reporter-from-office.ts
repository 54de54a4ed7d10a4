import { parseFingerprint } from "#shared/bundle/fingerprint.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { pinRoot } from "../store/trust.ts";
import { importFiles } from "./inbox.ts";
import { changeTrust } from "./judge-again.ts";
import { trustedPlanBundle } from "./plan-bundle.ts";
import { now, type EngineDependencies, type Session } from "./session.ts";
import type { Answer } from "./types.ts";
import { closeSession, createReporterWorkspace, type ReporterRequest } from "./workspace.ts";

/** A reporter workspace on the office's own plan, whose 校验码 a person has compared. */
export async function createReporterFromOffice(
  deps: EngineDependencies,
  request: Omit<ReporterRequest, "plan">,
  from: { readonly file: string; readonly fingerprint: string },
): Promise<Answer<Session>> {
  const trusted = await trustedPlanBundle(from.file, from.fingerprint);
  if (!trusted.ok) return trusted;
  const { plan, fingerprint } = trusted.value;
  const created = await createReporterWorkspace(deps, { ...request, plan: { value: plan, fingerprint } });
  if (!created.ok) return created;
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const taken = await importFiles(created.value, [from.file], { trial: false, context });
  const report = taken.ok ? taken.value[0] : undefined;
  if (report?.status === "merged") return created;
  closeSession(created.value);
  return taken.ok ? fail(appError("bundle-rejected", { reason: report?.reason ?? "" })) : taken;
}

/**
 * Pins the office's root later, after the comparison; what was refused for want of it is judged again. Several may
 * be pinned; none is ever unpinned by a bundle.
 */
export async function trustRoot(session: Session, fingerprint: string): Promise<Answer<Session>> {
  if (session.role !== "reporter") return fail(appError("wrong-role"));
  const parsed = parseFingerprint(fingerprint);
  if (!parsed.ok) return fail(appError("fingerprint-incomplete"));
  await changeTrust(session, [], () => pinRoot(session.db, parsed.value, now(session)));
  return ok(session);
}
