import { planSchema, type Plan } from "#shared/plan/schema.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { Tables } from "./tables.ts";

export interface StoredPlan {
  readonly plan: Plan;
  readonly digest: string;
  readonly bytes: Uint8Array;
  /** Digest of the plan bundle it came in; null for the one that comes with the program. */
  readonly bundle: string | null;
}

/** `heldAt`: when it came; a version that is held already keeps its own. */
export function insertPlan(
  db: Database,
  { plan, digest, bytes, bundle }: StoredPlan,
  heldAt: string | null,
): void {
  db.run(
    sql
      .insertInto("plan_version")
      .values({
        plan: plan.id,
        version: plan.version,
        digest,
        bytes: Buffer.from(bytes),
        bundle,
        held_at: heldAt,
      })
      .onConflict((conflict) =>
        conflict.columns(["plan", "version"]).doUpdateSet({ digest, bytes: Buffer.from(bytes), bundle }),
      ),
  );
}

/**
 * The plan to work under: the newest version that an office signed; where there is none, the newest held. The
 * office itself signs what it holds (`signedOnly` false).
 */
export function planInForce(db: Database, id: string, signedOnly: boolean): StoredPlan | undefined {
  const newest = sql
    .selectFrom("plan_version")
    .selectAll()
    .where("plan", "=", id)
    .orderBy("version", "desc")
    .limit(1);
  const signed = signedOnly ? db.get(newest.where("bundle", "is not", null)) : undefined;
  return storedPlan(signed ?? db.get(newest));
}

export function planVersion(db: Database, id: string, version: number): StoredPlan | undefined {
  return storedPlan(
    db.get(sql.selectFrom("plan_version").selectAll().where("plan", "=", id).where("version", "=", version)),
  );
}

export function planByDigest(db: Database, digest: string): StoredPlan | undefined {
  return storedPlan(db.get(sql.selectFrom("plan_version").selectAll().where("digest", "=", digest)));
}

const HELD_VERSIONS = `SELECT version, digest, held_at,
  (SELECT count(*) FROM record WHERE record.plan_version = plan_version.version) AS records
  FROM plan_version WHERE plan = ? ORDER BY version DESC`;

/** Every version held, newest first, with how many records were made under it. */
export const heldPlanVersions = (db: Database, id: string) =>
  db.rowsOf<Pick<Tables["plan_version"], "version" | "digest" | "held_at"> & { readonly records: number }>(
    HELD_VERSIONS,
    id,
  );

/** Digest of every version held that an office signed, by version: what verification compares with. */
export function signedPlanDigests(db: Database, id: string): Map<number, string> {
  const rows = db.all(
    sql
      .selectFrom("plan_version")
      .select(["version", "digest"])
      .where("plan", "=", id)
      .where("bundle", "is not", null),
  );
  return new Map(rows.map(({ version, digest }) => [version, digest]));
}

/** The same of every version held, signed or not. */
export function allPlanDigests(db: Database, id: string): Map<number, string> {
  const rows = db.all(sql.selectFrom("plan_version").select(["version", "digest"]).where("plan", "=", id));
  return new Map(rows.map(({ version, digest }) => [version, digest]));
}

function storedPlan(row: Tables["plan_version"] | undefined): StoredPlan | undefined {
  if (row === undefined) return undefined;
  const plan = planSchema.parse(JSON.parse(row.bytes.toString("utf8")));
  return { plan, digest: row.digest, bytes: row.bytes, bundle: row.bundle };
}
