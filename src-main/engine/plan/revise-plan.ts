import { readFileSync, statSync } from "node:fs";
import { appError } from "#shared/errors.ts";
import type { PlanOutcome } from "#shared/ipc/plan-view.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { planChanges } from "#shared/plan/plan-changes.ts";
import type { PlanEdit } from "#shared/plan/plan-edit.ts";
import { planError, type PlanError } from "#shared/plan/plan-error.ts";
import { revisePlan } from "#shared/plan/revise-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok, type Result } from "#shared/result.ts";
import { fileFailure } from "../file-failures.ts";
import { hasRootKey } from "../workspace/key-files.ts";
import { adoptNewestPlan, planDigest, storePlan } from "./plans.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * New versions of the plan, made by the PC that publishes it. A version that is held is never altered: records name
 * it, and verdicts are made again under it. Each is one more, published or not; laptops skip what they never saw.
 */

/** Bytes of a plan file; the bundled one has less than a twentieth of it. */
const PLAN_FILE_BYTES = 4 * 1024 * 1024;

/** The office's changes as one more version, taken into use at once; with `trial` only looked at. */
export function revise(
  session: Session,
  edits: readonly PlanEdit[],
  { trial }: { readonly trial: boolean },
): Answer<PlanOutcome> {
  return whoMay(session) ?? ok(outcome(session, revisePlan(session.plan, edits), trial));
}

/** A version out of a file, which may come from anywhere: looked at only. */
export function inspectPlanFile(session: Session, file: string): Answer<PlanOutcome> {
  const refused = whoMay(session);
  if (refused) return refused;
  const read = readCandidate(session, file);
  return read.ok ? ok(outcome(session, read.value, true)) : read;
}

/** Takes the file's version into use, if it is still the one that was looked at; without `digest` whatever it holds. */
export function loadPlan(session: Session, file: string, digest?: string): Answer<PlanOutcome> {
  const refused = whoMay(session);
  if (refused) return refused;
  const read = readCandidate(session, file);
  if (!read.ok) return read;
  const plan = read.value;
  if (digest !== undefined && plan.ok && planDigest(toCanonicalBytes(plan.value)) !== digest)
    return fail(appError("plan-file-changed", { path: file }));
  return ok(outcome(session, plan, false));
}

function whoMay(session: Session): { ok: false; error: ReturnType<typeof appError> } | null {
  if (session.role !== "office") return fail(appError("wrong-role"));
  return hasRootKey(session.dir) ? null : fail(appError("no-root"));
}

type Candidate = Result<Plan, readonly PlanError[]>;

function outcome(session: Session, candidate: Candidate, trial: boolean): PlanOutcome {
  if (!candidate.ok) return { status: "refused", errors: [...candidate.error] };
  const plan = candidate.value;
  const { version } = plan;
  const digest = planDigest(toCanonicalBytes(plan));
  const changes = planChanges(session.plan, plan);
  if (trial) return { status: "fit", version, digest, changes };
  storePlan(session.db, plan, null, now(session));
  adoptNewestPlan(session);
  return { status: "taken", version, digest, changes };
}

function readCandidate(session: Session, file: string): Answer<Candidate> {
  const text = readText(file);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  const parsed = parsePlan(json);
  const misplaced = parsed.ok ? misplacedErrors(session.plan, parsed.value) : [];
  return ok(misplaced.length > 0 ? fail(misplaced) : parsed);
}

function readText(file: string): Answer<string> {
  try {
    const { size } = statSync(file);
    if (size > PLAN_FILE_BYTES) return fail(appError("plan-too-large", { path: file }));
    return ok(readFileSync(file, "utf8").replace(/^\uFEFF/u, ""));
  } catch (error) {
    return fail(fileFailure(error, file) ?? appError("file-unreadable", { path: file }));
  }
}

/** What is no JSON is no plan. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function misplacedErrors(held: Plan, plan: Plan): readonly PlanError[] {
  if (plan.id !== held.id) return [planError("other-plan", "id", { found: plan.id, expected: held.id })];
  const errors: PlanError[] = [];
  if (plan.version <= held.version) {
    const params = { found: String(plan.version), expected: String(held.version) };
    errors.push(planError("version-not-newer", "version", params));
  }
  if (plan.officeUnit !== held.officeUnit) {
    const params = { found: plan.officeUnit, expected: held.officeUnit };
    errors.push(planError("other-office-unit", "officeUnit", params));
  }
  return errors;
}
