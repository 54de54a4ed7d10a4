import { appError } from "#shared/errors.ts";
import type { PlanVersions } from "#shared/ipc/plan-view.ts";
import { planChanges, type PlanChange } from "#shared/plan/plan-changes.ts";
import { fail, ok } from "#shared/result.ts";
import { bundlesOfKind } from "../../store/bundles.ts";
import { heldPlanVersions, planVersion } from "../../store/plans.ts";
import { hasRootKey } from "../workspace/key-files.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Every version of the plan that is held, and which of them others have. */
export function planVersions({ db, plan, role, dir }: Session): PlanVersions {
  const published = new Map<number, string>();
  for (const bundle of bundlesOfKind(db, "plan", ["own", "admitted"]))
    published.set(bundle.plan_version, bundle.created_at);
  return {
    mayRevise: role === "office" && hasRootKey(dir),
    versions: heldPlanVersions(db, plan.id).map(({ version, digest, held_at, records }) => ({
      version,
      digest,
      heldAt: held_at,
      publishedAt: published.get(version) ?? null,
      records,
    })),
  };
}

/** What lies between two versions that are held. */
export function comparePlans(
  { db, plan }: Session,
  from: number,
  to: number,
): Answer<{ changes: PlanChange[] }> {
  const [before, after] = [planVersion(db, plan.id, from), planVersion(db, plan.id, to)];
  if (before === undefined || after === undefined) return fail(appError("unknown-plan-version"));
  return ok({ changes: planChanges(before.plan, after.plan) });
}
