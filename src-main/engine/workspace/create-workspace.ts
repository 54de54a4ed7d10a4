import type { SuiteName } from "#shared/bundle/identifiers.ts";
import { DEFAULT_SUITE } from "#shared/bundle/identifiers.ts";
import { appError } from "#shared/errors.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { mayReport } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { writeFact } from "../../store/facts.ts";
import { pinRoot } from "../../store/trust.ts";
import { certifyOffice } from "../trust/certificates.ts";
import { rememberDeviceId } from "../trust/device-id.ts";
import { importFiles } from "../inbox/inbox.ts";
import { createKeys } from "./key-files.ts";
import { newWorkspace, refusalOf, writeIdentity } from "./new-workspace.ts";
import { trustedPlanBundle } from "../plan/plan-bundle.ts";
import { bundledPlan } from "../plan/plan-files.ts";
import { storePlan } from "../plan/plans.ts";
import { createSessionKeys, identityOf } from "./session-keys.ts";
import type { EngineDependencies, Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { closeSession, sessionOf } from "./workspace.ts";

export interface OfficeRequest {
  readonly dir: string;
  readonly name: string;
  readonly passphrase: string;
  readonly suite?: SuiteName | undefined;
  /** Without one, the plan that comes with the program. */
  readonly plan?: Plan;
  readonly sample?: boolean;
}

/** A new office workspace: root, the PC's own keys and certificate, the plan. */
export async function createOfficeWorkspace(
  deps: EngineDependencies,
  request: OfficeRequest,
): Promise<Answer<Session>> {
  const plan = request.plan ? ok(request.plan) : bundledPlan(deps);
  if (!plan.ok) return plan;
  const refusal = refusalOf(request);
  if (refusal) return fail(refusal);
  const opened = newWorkspace(request.dir);
  if (!opened.ok) return opened;
  const db = opened.value;
  const { dir, name, passphrase, suite = DEFAULT_SUITE, sample = false } = request;
  const keys = await createKeys(dir, { suite, withRoot: true }, passphrase);
  if (!keys.ok || keys.value.root === null) {
    db.close();
    return keys.ok ? fail(appError("no-key")) : keys;
  }
  const at = deps.clock();
  const secrets = { root: keys.value.root, device: keys.value.device };
  const { fingerprint } = identityOf(secrets.root);
  const certify = await certifyOffice(secrets, { name, plan: plan.value, at });
  db.transaction(() => {
    certify(db);
    writeIdentity(db, { role: "office", unit: plan.value.officeUnit, name, plan: plan.value, at, sample });
    storePlan(db, plan.value, null, at.toISOString());
    pinRoot(db, fingerprint, at.toISOString());
    writeFact(db, "root", fingerprint);
    rememberDeviceId(db, identityOf(secrets.device).device);
  });
  return ok(sessionOf(deps, dir, db, { plan: plan.value, isBundled: true }, keys.value));
}

/** A laptop of a unit, or a further PC of the office. */
export interface MemberRequest {
  readonly dir: string;
  /** The office's own unit makes a PC of the office. */
  readonly unit: UnitKey;
  readonly name: string;
  readonly passphrase?: string | undefined;
  readonly suite?: SuiteName | undefined;
  readonly sample?: boolean;
}

/** A reporter workspace on the plan that comes with the program. Filling in, checking and printing start at once. */
export async function createReporterWorkspace(
  deps: EngineDependencies,
  request: MemberRequest,
): Promise<Answer<Session>> {
  const plan = bundledPlan(deps);
  if (!plan.ok) return plan;
  if (request.unit === plan.value.officeUnit) return fail(appError("unknown-unit", { unit: request.unit }));
  const made = makeMember(deps, request, plan.value, null);
  return made.ok ? withKeys(made.value, request) : made;
}

/** A workspace on the office's own plan, whose 校验码 a person has compared. */
export async function createMemberWorkspace(
  deps: EngineDependencies,
  request: Omit<MemberRequest, "unit"> & { readonly unit: UnitKey | null },
  from: { readonly file: string; readonly fingerprint: string },
): Promise<Answer<Session>> {
  const trusted = await trustedPlanBundle(from.file, from.fingerprint);
  if (!trusted.ok) return trusted;
  const { plan, fingerprint } = trusted.value;
  const made = makeMember(deps, { ...request, unit: request.unit ?? plan.officeUnit }, plan, fingerprint);
  if (!made.ok) return made;
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const taken = await importFiles(made.value, [from.file], { trial: false, context });
  const report = taken.ok ? taken.value[0] : undefined;
  if (report?.status === "merged") return withKeys(made.value, request);
  closeSession(made.value);
  return taken.ok ? fail(appError("bundle-rejected", { reason: report?.reason ?? "" })) : taken;
}

function makeMember(
  deps: EngineDependencies,
  request: MemberRequest,
  plan: Plan,
  fingerprint: string | null,
): Answer<Session> {
  const isOffice = request.unit === plan.officeUnit;
  if (!isOffice && !mayReport(plan, request.unit))
    return fail(appError("unknown-unit", { unit: request.unit }));
  const refusal = refusalOf(request);
  if (refusal) return fail(refusal);
  const opened = newWorkspace(request.dir);
  if (!opened.ok) return opened;
  const db = opened.value;
  const at = deps.clock();
  const { dir, unit, name, sample = false } = request;
  db.transaction(() => {
    writeIdentity(db, { role: isOffice ? "office" : "reporter", unit, name, plan, at, sample });
    storePlan(db, plan, null, at.toISOString());
    if (fingerprint !== null) pinRoot(db, fingerprint, at.toISOString());
  });
  return ok(sessionOf(deps, dir, db, { plan, isBundled: true }, null));
}

/** Keys may come later; asked for at once, they are of the suite that the office's root has. */
async function withKeys(
  session: Session,
  { passphrase, suite }: Pick<MemberRequest, "passphrase" | "suite">,
): Promise<Answer<Session>> {
  if (passphrase === undefined) return ok(session);
  const keys = await createSessionKeys(session, passphrase, suite);
  if (!keys.ok) closeSession(session);
  return keys;
}
