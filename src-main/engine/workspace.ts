import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { appError } from "#shared/errors.ts";
import { authorSchema } from "#shared/ledger/record.ts";
import { unitKeySchema, type UnitKey } from "#shared/plan/ids.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import type { SuiteName } from "#shared/bundle/identifiers.ts";
import { identityOfKey } from "../keys/certificate.ts";
import { Database } from "../store/database.ts";
import { readFact, writeFact } from "../store/facts.ts";
import { planInForce } from "../store/plans.ts";
import { storeFailure } from "../store/store-failures.ts";
import { pinRoot } from "../store/trust.ts";
import { certifyOffice } from "./certificates.ts";
import { fileFailure, folderFailure } from "./file-failures.ts";
import { createKeys, openKeys, weakness } from "./keyring.ts";
import { storePlan } from "./plans.ts";
import { unitOf, workspacePaths, type EngineDependencies, type Session } from "./session.ts";
import type { Answer } from "./types.ts";
import { rememberDeviceId } from "./device-id.ts";

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
  const opened = prepare(request.dir);
  if (!opened.ok) return opened;
  const db = opened.value;
  const keys = await createKeys(request.dir, "office", request.suite ?? "ed25519-sha256", request.passphrase);
  if (!keys.ok || keys.value.root === null) {
    db.close();
    return keys.ok ? fail(appError("no-key")) : keys;
  }
  const at = deps.clock();
  const { fingerprint, device } = await certifyOffice(
    db,
    { root: keys.value.root, device: keys.value.device },
    { name: request.name, plan: plan.value, at },
  );
  db.transaction(() => {
    writeIdentity(db, {
      role: "office",
      unit: plan.value.officeUnit,
      name: request.name,
      plan: plan.value,
      at,
      sample: request.sample === true,
    });
    storePlan(db, plan.value, null);
    pinRoot(db, fingerprint, at.toISOString());
    rememberDeviceId(db, device);
  });
  return ok(sessionOf(deps, request.dir, db, plan.value, true, keys.value));
}

export interface ReporterRequest {
  readonly dir: string;
  readonly unit: UnitKey;
  readonly name: string;
  /** The plan of an office whose root a person compared; without it, the one that comes with the program. */
  readonly plan?: { readonly value: Plan; readonly fingerprint: string };
  readonly passphrase?: string | undefined;
  readonly suite?: SuiteName | undefined;
  readonly sample?: boolean;
}

/** A new reporter workspace. Filling in, checking and printing start at once; keys may come later. */
export async function createReporterWorkspace(
  deps: EngineDependencies,
  request: ReporterRequest,
): Promise<Answer<Session>> {
  const plan = request.plan ? ok(request.plan.value) : bundledPlan(deps);
  if (!plan.ok) return plan;
  const unit = unitOf(plan.value, request.unit);
  if (unit?.reporting === undefined || unit.key === plan.value.officeUnit) {
    return fail(appError("unknown-unit", { unit: request.unit }));
  }
  const refusal = refusalOf(request);
  if (refusal) return fail(refusal);
  const opened = prepare(request.dir);
  if (!opened.ok) return opened;
  const db = opened.value;
  const at = deps.clock();
  db.transaction(() => {
    writeIdentity(db, {
      role: "reporter",
      unit: request.unit,
      name: request.name,
      plan: plan.value,
      at,
      sample: request.sample === true,
    });
    storePlan(db, plan.value, null);
    if (request.plan) pinRoot(db, request.plan.fingerprint, at.toISOString());
  });
  const session = sessionOf(deps, request.dir, db, plan.value, true, null);
  if (request.passphrase === undefined) return ok(session);
  const keys = await createSessionKeys(session, request.passphrase, request.suite);
  if (keys.ok) return ok(session);
  db.close();
  return keys;
}

/** Sets the laptop's passphrase and makes its keys. */
export async function createSessionKeys(
  session: Session,
  passphrase: string,
  suite: SuiteName = "ed25519-sha256",
): Promise<Answer<Session>> {
  const keys = await createKeys(session.dir, session.role, suite, passphrase);
  if (!keys.ok) return keys;
  session.keys = keys.value;
  rememberDeviceId(session.db, identityOfKey(keys.value.device).device);
  return ok(session);
}

export async function unlockSession(session: Session, passphrase: string): Promise<Answer<Session>> {
  const keys = await openKeys(session.dir, session.role, passphrase);
  if (!keys.ok) return keys;
  session.keys = keys.value;
  return ok(session);
}

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
  return ok(sessionOf(deps, dir, db, stored.plan, stored.bundle === null, null));
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

export function closeSession(session: Session): void {
  session.keys = null;
  session.db.close();
}

/** The plan that comes with the program, checked like any other. */
export function bundledPlan(deps: EngineDependencies): Answer<Plan> {
  const parsed = parsePlan(JSON.parse(Buffer.from(deps.bundledPlan()).toString("utf8")));
  return parsed.ok ? parsed : fail(appError("invalid-plan", { errors: String(parsed.error.length) }));
}

/** Reads and checks a plan file for people: not JSON, or not a plan, is a failure with the number of errors. */
export function readPlanFile(file: string): Answer<Plan> {
  try {
    const parsed = parsePlan(JSON.parse(readFileSync(file, "utf8")));
    return parsed.ok
      ? parsed
      : fail(appError("invalid-plan", { errors: String(parsed.error.length), path: file }));
  } catch (error) {
    return fail(fileFailure(error, file) ?? appError("invalid-plan", { errors: "1", path: file }));
  }
}

/** What stands against a new workspace before anything is made for it. Its name signs what is decided there. */
function refusalOf({
  name,
  passphrase,
}: {
  readonly name: string;
  readonly passphrase?: string | undefined;
}) {
  if (!authorSchema.shape.name.safeParse(name).success) return appError("invalid-input", { where: "name" });
  return passphrase === undefined ? null : weakness(passphrase);
}

/** An empty folder with an empty database in it. */
function prepare(dir: string): Answer<Database> {
  const paths = workspacePaths(dir);
  try {
    mkdirSync(dir, { recursive: true });
    if (isAbandoned(dir)) for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true });
    if (readdirSync(dir).length > 0) return fail(appError("workspace-exists", { dir }));
    mkdirSync(paths.archive);
    mkdirSync(paths.quarantine);
  } catch (error) {
    const failure = folderFailure(error, dir);
    if (failure) return fail(failure);
    throw error;
  }
  const opened = Database.open(paths.database, { create: true });
  return opened.ok ? opened : fail(appError("folder-not-writable", { path: dir }));
}

const OWN_NAMES = /^(archive|quarantine|keys|workspace\.sqlite3(-wal|-shm|-journal)?)$/;

/**
 * Left behind by a creation that ended before the workspace had an identity: nothing can have been saved in it.
 * NOTE: an emptied database looks the same; what was ever sent or received lies in the archive, and keeps it.
 */
function isAbandoned(dir: string): boolean {
  const { database, archive, quarantine } = workspacePaths(dir);
  if (!existsSync(database) || readdirSync(dir).some((name) => !OWN_NAMES.test(name))) return false;
  if ([archive, quarantine].some((folder) => existsSync(folder) && readdirSync(folder).length > 0))
    return false;
  const opened = Database.open(database, { create: true });
  if (!opened.ok) return false;
  const role = readFact(opened.value, "role");
  opened.value.close();
  return role === undefined;
}

function writeIdentity(
  db: Database,
  identity: { role: Session["role"]; unit: string; name: string; plan: Plan; at: Date; sample: boolean },
): void {
  writeFact(db, "role", identity.role);
  writeFact(db, "unit", identity.unit);
  writeFact(db, "name", identity.name);
  writeFact(db, "plan", identity.plan.id);
  writeFact(db, "created-at", identity.at.toISOString());
  if (identity.sample) writeFact(db, "sample", "yes");
}

function sessionOf(
  deps: EngineDependencies,
  dir: string,
  db: Database,
  plan: Plan,
  planBundled: boolean,
  keys: Session["keys"],
): Session {
  return {
    dir: resolve(dir),
    db,
    role: readFact(db, "role") === "office" ? "office" : "reporter",
    unit: unitKeySchema.parse(readFact(db, "unit")),
    name: readFact(db, "name") ?? "",
    clock: deps.clock,
    plan,
    planBundled,
    keys,
    grid: null,
  };
}
