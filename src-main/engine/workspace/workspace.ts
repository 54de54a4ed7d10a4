import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { appError } from "#shared/errors.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import { Database } from "../../store/database.ts";
import { readFact } from "../../store/facts.ts";
import { planInForce } from "../../store/plans.ts";
import { storeFailure } from "../../store/store-failures.ts";
import { cleanAttachments } from "../attachments/clean-attachments.ts";
import { settleKeys } from "./key-files.ts";
import { settlePlan } from "../plan/plan-news.ts";
import { workspacePaths, type EngineDependencies, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** A workspace in use. */

export function openWorkspace(deps: EngineDependencies, dir: string): Answer<Session> {
  const file = workspacePaths(dir).database;
  if (!existsSync(file)) return fail(appError("not-a-workspace", { dir }));
  const opened = Database.open(file, { create: false });
  if (!opened.ok)
    return fail(
      appError(opened.error === "file-not-found" ? "file-unreadable" : opened.error, { dir, path: file }),
    );
  const db = opened.value;
  const stored = storedPlanOf(db);
  if (stored === undefined) {
    db.close();
    return fail(appError("damaged-workspace", { dir }));
  }
  settleKeys(dir);
  removeLeftovers(dir, deps);
  const session = sessionOf(deps, dir, db, { plan: stored.plan, isBundled: stored.bundle === null }, null);
  settlePlan(session);
  cleanAttachments(session);
  return ok(session);
}

/** Undefined where the database has none, or cannot be read that far. */
function storedPlanOf(db: Database) {
  try {
    const id = readFact(db, "plan");
    return id === undefined ? undefined : planInForce(db, id, readFact(db, "role") === "reporter");
  } catch (error) {
    if (storeFailure(error)?.code === "damaged-workspace") return undefined;
    throw error;
  }
}

const DAY_MS = 86_400_000;

/** Files in the making that a crash left behind. NOTE: another process may be writing one right now; not for a day. */
function removeLeftovers(dir: string, { clock }: EngineDependencies): void {
  const { archive } = workspacePaths(dir);
  const leftovers = [
    ...(existsSync(archive) ? readdirSync(archive) : [])
      .filter((name) => /^\..*\.tmp$/.test(name))
      .map((name) => join(archive, name)),
    ...readdirSync(dir)
      .filter((name) => name.startsWith(".backup-"))
      .map((name) => join(dir, name)),
  ];
  for (const path of leftovers) {
    if (clock().getTime() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

export function closeSession(session: Session): void {
  session.keys = null;
  session.db.close();
}

export function sessionOf(
  deps: EngineDependencies,
  dir: string,
  db: Database,
  { plan, isBundled }: { readonly plan: Plan; readonly isBundled: boolean },
  keys: Session["keys"],
): Session {
  return {
    dir: resolve(dir),
    db,
    role: readFact(db, "role") === "office" ? "office" : "reporter",
    unit: unitKeySchema.parse(readFact(db, "unit")),
    name: readFact(db, "name") ?? "",
    officer: readFact(db, "officer") ?? readFact(db, "name") ?? "",
    locked: readFact(db, "locked-at") !== undefined,
    clock: deps.clock,
    plan,
    planBundled: isBundled,
    keys,
    grid: null,
  };
}
