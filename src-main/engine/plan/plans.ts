import { createHash } from "node:crypto";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { ok } from "#shared/result.ts";
import { insertPlan, planByDigest, planInForce } from "../../store/plans.ts";
import type { Database } from "../../store/database.ts";
import { bringDraftsOver } from "./plan-news.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** `sha256:` and the hex digest of a plan's canonical bytes, in every suite. */
export const planDigest = (bytes: Uint8Array): string =>
  `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** Puts a plan on record under its canonical bytes, as held from the ISO time `at` on. */
export function storePlan(db: Database, plan: Plan, bundle: string | null, at: string | null = null): void {
  const bytes = toCanonicalBytes(plan);
  insertPlan(db, { plan, bytes, digest: planDigest(bytes), bundle }, at);
}

/** The plan of this digest; the one in force where it is held no more. */
export function planOfDigest({ db, plan }: Session, digest: string): Answer<Plan> {
  return ok(planByDigest(db, digest)?.plan ?? plan);
}

/** Takes the newest plan into use; on a laptop only one that an office signed replaces another. */
export function adoptNewestPlan(session: Session): void {
  const stored = planInForce(session.db, session.plan.id, session.role === "reporter");
  if (stored === undefined) throw new Error(`workspace without its plan ${session.plan.id}`);
  const before = session.plan;
  session.plan = stored.plan;
  session.planBundled = stored.bundle === null;
  if (stored.plan.version !== before.version) bringDraftsOver(session, before);
}
